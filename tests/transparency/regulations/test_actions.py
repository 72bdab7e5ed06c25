"""Recording, correcting, ending and taking back: what is refused, and what the trail keeps."""

from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from desa.foundation.accounts.actions import change_contact
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.registry import tasks
from desa.foundation.notifications.models import Notice
from desa.foundation.trail.models import TrailEvent
from desa.transparency.regulations.actions import (
    Entry,
    correct_regulation,
    record_regulation,
    remind_expiring,
    remove_regulation,
    revoke_regulation,
    take_entry,
    take_file,
    undo_removal,
    undo_revocation,
)
from desa.transparency.regulations.engine.plain_pdf import plain_pdf
from desa.transparency.regulations.enums import Kind, RelationKind
from desa.transparency.regulations.exceptions import RegulationRefused
from desa.transparency.regulations.models import Member, Regulation, Relation
from desa.transparency.regulations.queries import (
    expiring,
    searched,
    state_of,
    ties_of,
)
from desa.transparency.regulations.rules.lines import PlanLine
from desa.transparency.regulations.rules.states import State
from tests.factories import officeholder
from tests.services.letters.conftest import register
from tests.transparency.regulations.samples import (
    CLERK,
    SCAN_PDF,
    TEXT_PDF,
    facts,
    perdes,
    recorded,
)

AMENDS, REVOKES = RelationKind.AMENDS, RelationKind.REVOKES
IMPLEMENTS = RelationKind.IMPLEMENTS
WIB = ZoneInfo("Asia/Jakarta")
pytestmark = pytest.mark.usefixtures("scope")


def events() -> list[str]:
    return list(TrailEvent.objects.order_by("pk").values_list("name", flat=True))


def entry_of(row: Regulation, *ties: tuple[RelationKind, Regulation], **changes: object) -> Entry:
    same = {name: getattr(row, name) for name in facts().__dataclass_fields__}
    return Entry(facts(**{**same, **changes}), tuple((kind, other.pk) for kind, other in ties))


def test_recorded_regulation_is_named_and_told_to_the_trail() -> None:
    row = recorded(number="188/04/424.317.2.09/2026")
    assert str(row) == "SK 188/04/424.317.2.09/2026"
    assert str(perdes("4")) == "Perdes 4/2025"
    assert events() == ["regulations.regulation.recorded"] * 2


def test_end_before_the_start_is_refused_at_its_field() -> None:
    with pytest.raises(ValidationError) as caught:
        recorded(valid_to=date(2026, 1, 11))
    assert list(caught.value.message_dict) == ["valid_to"]
    assert Regulation.objects.count() == 0
    assert recorded(valid_to=date(2026, 1, 12)).valid_to == date(2026, 1, 12)


def test_database_itself_refuses_an_end_before_the_start() -> None:
    row = recorded()
    with pytest.raises(IntegrityError), transaction.atomic():
        Regulation.objects.filter(pk=row.pk).update(valid_to=date(2025, 1, 1))


def test_same_number_twice_is_refused_for_one_kind_and_year() -> None:
    recorded(number="7")
    with pytest.raises(ValidationError, match="Nomor ini sudah dipakai"):
        recorded(number="7", title="Lain")
    recorded(number="7", kind=Kind.PERKADES)
    recorded(number="7", year=2025)
    assert Regulation.objects.count() == 3


def test_number_that_another_keeper_took_at_the_same_moment_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    recorded(number="7")
    checked, calls = Regulation.full_clean, iter((False, True))

    def late(row: Regulation, *args: object, **kwargs: object) -> None:
        if next(calls):  # the first look came before the other one was there
            checked(row)

    monkeypatch.setattr(Regulation, "full_clean", late)
    with pytest.raises(ValidationError, match="Nomor ini sudah dipakai"):
        recorded(number="7", title="Lain")
    assert Regulation.objects.count() == 1


def test_number_is_free_again_when_the_first_was_removed() -> None:
    first = recorded(number="7")
    remove_regulation(by=CLERK, regulation=first)
    second = recorded(number="7")
    with pytest.raises(RegulationRefused, match="sudah dipakai"):
        undo_removal(by=CLERK, regulation=first)
    remove_regulation(by=CLERK, regulation=second)
    assert undo_removal(by=CLERK, regulation=first).removed_at is None
    assert [row.pk for row in Regulation.objects.all()] == [first.pk]
    assert events()[-1] == "regulations.regulation.brought_back"


def test_bringing_back_what_is_there_changes_nothing() -> None:
    row = recorded()
    undo_removal(by=CLERK, regulation=row)
    assert events() == ["regulations.regulation.recorded"]


def test_form_sent_twice_counts_once() -> None:
    key, entry = uuid4(), Entry(facts())
    first = take_entry(by=CLERK, entry=entry, file=None, key=key)
    assert take_entry(by=CLERK, entry=entry, file=None, key=key).pk == first.pk
    assert Regulation.objects.count() == 1


def test_amended_and_revoked_follow_from_newer_regulations() -> None:
    old, other = perdes("1"), perdes("2")
    perdes("3", (AMENDS, old), enacted_on=date(2026, 2, 1))
    newer = perdes("4", (REVOKES, other), enacted_on=date(2026, 3, 1))
    assert state_of(old) == State.AMENDED
    assert state_of(other) == State.REVOKED
    remove_regulation(by=CLERK, regulation=newer)
    assert state_of(other) == State.IN_FORCE


def test_amendment_that_begins_later_changes_nothing_yet() -> None:
    old = perdes("1")
    perdes("2", (AMENDS, old), enacted_on=date(2026, 11, 1), valid_from=date(2027, 1, 1))
    assert state_of(old) == State.IN_FORCE
    with clock.frozen(datetime(2027, 1, 1, 8, tzinfo=WIB)):
        assert state_of(old) == State.AMENDED


def test_circle_of_amendments_is_refused_with_its_chain() -> None:
    first = perdes("1")
    second = perdes("2", (AMENDS, first))
    third = perdes("3", (AMENDS, second))
    with pytest.raises(RegulationRefused) as caught:
        correct_regulation(by=CLERK, regulation=first, entry=entry_of(first, (AMENDS, third)))
    assert caught.value.field == "relations"
    for name in ("Perdes 1/2025", "Perdes 2/2025", "Perdes 3/2025", "→"):
        assert name in str(caught.value)
    assert not first.relations.exists()
    assert events().count("regulations.regulation.corrected") == 0


def test_circle_over_different_words_is_refused_too() -> None:
    first = perdes("1")
    second = perdes("2", (IMPLEMENTS, first))
    with pytest.raises(RegulationRefused, match="berputar"):
        correct_regulation(by=CLERK, regulation=first, entry=entry_of(first, (REVOKES, second)))


def test_regulation_cannot_point_to_itself() -> None:
    row = perdes("1")
    with pytest.raises(RegulationRefused, match="berputar"):
        correct_regulation(by=CLERK, regulation=row, entry=entry_of(row, (AMENDS, row)))


def test_circle_through_a_removed_regulation_is_none() -> None:
    first = perdes("1")
    second = perdes("2", (AMENDS, first))
    remove_regulation(by=CLERK, regulation=second)
    third = perdes("3")
    entry = entry_of(first, (AMENDS, third))
    assert correct_regulation(by=CLERK, regulation=first, entry=entry).relations.count() == 1


def test_correction_names_what_was_changed_and_replaces_the_ties() -> None:
    base, other = perdes("1"), perdes("2")
    row = perdes("3", (IMPLEMENTS, base))
    entry = entry_of(row, (IMPLEMENTS, other), title="Judul baru", valid_to=date(2027, 1, 1))
    correct_regulation(by=CLERK, regulation=row, entry=entry)
    row.refresh_from_db()
    assert row.title == "Judul baru"
    assert [tie.target_id for tie in row.relations.all()] == [other.pk]
    event = TrailEvent.objects.get(name="regulations.regulation.corrected")
    assert event.facts["changed"] == "title, valid_to"


def test_correction_without_a_file_keeps_the_file() -> None:
    row = recorded(content=TEXT_PDF)
    correct_regulation(by=CLERK, regulation=row, entry=entry_of(row, title="Baru"))
    row.refresh_from_db()
    assert row.file_id is not None
    assert "JARINGAN" in row.text


def test_revocation_has_its_day_and_can_be_taken_back() -> None:
    row = recorded()
    revoke_regulation(by=CLERK, regulation=row, on=date(2026, 10, 1), reason="diganti")
    assert state_of(Regulation.objects.get()) == State.REVOKED
    with pytest.raises(RegulationRefused, match="sudah dicabut"):
        revoke_regulation(by=CLERK, regulation=row, on=date(2026, 10, 2), reason="lagi")
    undo_revocation(by=CLERK, regulation=row)
    assert state_of(Regulation.objects.get()) == State.IN_FORCE
    undo_revocation(by=CLERK, regulation=row)
    assert events()[1:] == [
        "regulations.regulation.revoked",
        "regulations.regulation.revocation_undone",
    ]


def test_revocation_before_the_start_is_refused() -> None:
    with pytest.raises(RegulationRefused) as caught:
        revoke_regulation(by=CLERK, regulation=recorded(), on=date(2026, 1, 1), reason="salah")
    assert caught.value.field == "on"


def test_text_can_be_searched_and_a_scan_only_by_its_title() -> None:
    recorded(content=TEXT_PDF, number="1", title="Pokmas G4S", subjects="Wi-Fi, jaringan")
    recorded(content=SCAN_PDF, number="2", title="Pokmas GPS")
    assert [row.number for row in searched("dirawat BERSAMA")] == ["1"]
    assert {row.number for row in searched("pokmas")} == {"1", "2"}
    assert [row.number for row in searched("wi-fi jaringan")] == ["1"]
    assert list(searched("pokmas kolam")) == []
    found = {row.number: row.is_scan for row in Regulation.objects.all()}
    assert found == {"1": False, "2": True}


def test_file_with_a_nik_is_kept_but_not_shown_or_searched() -> None:
    lines = ["LAMPIRAN KEPUTUSAN susunan pengurus kelompok", "Siti Aminah NIK 3514994511810002"]
    row = recorded(content=plain_pdf(lines))
    assert row.holds_numbers
    assert not row.shows_file
    assert list(searched("lampiran")) == []


def test_file_that_the_office_closes_is_not_searched() -> None:
    row = recorded(content=TEXT_PDF, file_shown=False)
    assert not row.shows_file
    assert list(searched("dirawat")) == []


def test_members_are_linked_to_the_one_resident_of_that_name() -> None:
    register("Siti Aminah", "3514994511810002")
    register("Sri Wahyuni", "3514995203550002", "3514990101100002")
    register("Sri Wahyuni", "3514995203550003", "3514990101100003")
    row = recorded(
        members=(("Ketua", "siti aminah"), ("Anggota", "Sri Wahyuni"), ("Anggota", "Fulan"))
    )
    found = list(Member.objects.filter(regulation=row))
    assert [str(member) for member in found] == [
        "Ketua: siti aminah",
        "Anggota: Sri Wahyuni",
        "Anggota: Fulan",
    ]
    assert [member.person_id is not None for member in found] == [True, False, False]


def test_lines_and_ties_are_kept_once_each() -> None:
    base, line = perdes("1"), PlanLine("apbdes", 2026, "1.4.08")
    row = recorded((IMPLEMENTS, base), (IMPLEMENTS, base), lines=(line,))
    assert Relation.objects.count() == 1
    assert [str(item) for item in row.budget_lines.all()] == ["APBDes 2026 · 1.4.08"]
    (tie,) = ties_of(base)
    assert (str(tie.word), tie.other.pk) == ("Dilaksanakan dengan", row.pk)


def test_unknown_instruments_are_dropped() -> None:
    row = recorded(instruments=("sk-pokmas-g4s", "perdes-sakti", "sk-pokmas-g4s"))
    assert row.instruments == ["sk-pokmas-g4s"]


def test_alarm_is_told_once_for_each_end() -> None:
    row = recorded(valid_to=date(2026, 12, 31))
    recorded(number="2", valid_to=date(2028, 12, 31))
    assert [found.pk for found in remind_expiring(by=CLERK)] == [row.pk]
    assert remind_expiring(by=CLERK) == []
    correct_regulation(by=CLERK, regulation=row, entry=entry_of(row, valid_to=date(2027, 1, 10)))
    tasks.get("regulations.remind").run({})
    told = TrailEvent.objects.filter(name="regulations.regulation.expiring")
    assert [event.facts["until"] for event in told] == ["2026-12-31", "2027-01-10"]
    notices = list(Notice.objects.order_by("pk"))
    assert [notice.recipient_label for notice in notices] == ["Sekretaris Desa"] * 2
    assert "Keputusan Kepala Desa tentang “Pembentukan Pokmas G4S”" in notices[0].text
    assert "31 Desember 2026" in notices[0].text


def test_alarm_goes_to_the_number_of_who_is_sekdes_today() -> None:
    holder = officeholder(Office.SEKDES)
    change_contact(by=CLERK, holder=holder, phone="+6281234567890", email="")
    recorded(valid_to=date(2026, 12, 31))
    remind_expiring(by=CLERK)
    assert Notice.objects.get().phone == "+6281234567890"


def test_alarm_lists_what_ends_next_first_and_nothing_that_ended() -> None:
    recorded(number="1", valid_to=date(2026, 12, 31))
    recorded(number="2", valid_to=date(2026, 11, 30))
    recorded(number="3", valid_to=date(2026, 11, 23))
    revoked = recorded(number="4", valid_to=date(2026, 11, 30))
    revoke_regulation(by=CLERK, regulation=revoked, on=date(2026, 11, 1), reason="diganti")
    assert [(row.number, left) for row, left in expiring()] == [("2", 6), ("1", 37)]


def test_refused_file_leaves_no_regulation() -> None:
    with pytest.raises(RegulationRefused):
        record_regulation(by=CLERK, entry=Entry(facts()), file=take_file(b"bukan PDF"))
    assert Regulation.objects.count() == 0
