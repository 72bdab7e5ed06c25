"""Paket musyawarah: invitation, list at the door, minutes, decisions, numbered papers."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.papers.queries import document_of
from desa.people.partners.actions import (
    DecisionFacts,
    MeetingFacts,
    Minutes,
    add_photo,
    cancel_meeting,
    check_in,
    correct_meeting,
    decide,
    fulfil,
    invite,
    issue_invitation,
    issue_record,
    move_due,
    show_photo,
    strike,
    take_list,
    write_minutes,
)
from desa.people.partners.enums import Channel, Element, MeetingKind, MeetingState
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Attendance, Decision, Meeting
from desa.people.partners.queries import by_code, counts, overdue, standing
from desa.people.partners.rules.sheet import Line
from desa.people.residents.models import Person
from tests.factories import officeholder
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    TUESDAY,
    areas,
    called,
    days,
    decided,
    held,
    lines,
    partner,
    picture,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scope")]


def _facts(meeting: Meeting, **other: object) -> MeetingFacts:
    names = ("kind", "title", "day", "hour", "place", "agenda", "is_digital")
    return MeetingFacts(**{name: getattr(meeting, name) for name in names} | other)


def _chip(row: Decision, after: int = 0) -> str:
    found = Decision.objects.prefetch_related("moves").get(pk=row.pk)
    return standing(found, days(after)).chip


def test_list_counts_by_group_and_gender() -> None:
    areas("Rajeg", "Sendi", "Krajan")
    meeting = called()
    people = [
        Line("Suparno", "L", "rt_rw", "Rajeg"),
        Line("Siti Aminah", "P", "perempuan", "Sendi"),
        Line("Tuti", "P", "perempuan", "Sendi"),
    ]
    take_list(by=CLERK, meeting=meeting, lines=people)
    found = counts(meeting)
    assert (found.people, found.men, found.women) == (3, 1, 2)
    assert found.elements == (("Kelompok perempuan/PKK", 0, 2), ("RT/RW", 1, 0))
    assert found.dusun == ("Rajeg", "Sendi")
    assert found.all_dusun == 3


def test_first_name_says_that_it_is_held() -> None:
    meeting = called()
    assert (meeting.state, meeting.held_at) == (MeetingState.PLANNED, None)
    take_list(by=CLERK, meeting=meeting, lines=lines(1, 0))
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD
    assert meeting.held_at == TUESDAY


def test_list_sent_twice_counts_once() -> None:
    meeting = called()
    for _again in range(2):
        take_list(by=CLERK, meeting=meeting, lines=lines(2, 2))
    take_list(by=CLERK, meeting=meeting, lines=[Line("ORANG  0 l", "L", "warga", "")])
    assert meeting.attendances.count() == 4


def test_list_of_tomorrow_is_refused() -> None:
    with pytest.raises(PartnersRefused, match="belum berlangsung"):
        take_list(by=CLERK, meeting=called(days(1)), lines=lines())


def test_one_resident_of_this_name_is_matched_and_namesakes_are_not() -> None:
    for place, name in enumerate(("SUPARNO", "SLAMET", "SLAMET")):
        Person.objects.create(nik=f"351499010190000{place}", name=name, sex=1, search_text="x")
    meeting = called()
    people = [Line("Suparno", "L", "warga", ""), Line("Slamet", "L", "warga", "")]
    take_list(by=CLERK, meeting=meeting, lines=people)
    assert Attendance.objects.get(name="Suparno").person == Person.objects.get(name="SUPARNO")
    assert Attendance.objects.get(name="Slamet").person is None


def test_name_typed_by_mistake_is_struck() -> None:
    meeting = held()
    row = meeting.attendances.first()
    assert row is not None
    strike(by=CLERK, attendance=row)
    assert meeting.attendances.count() == 4


def test_check_in_by_phone_once() -> None:
    meeting, line = called(), Line("Siti Aminah", "P", "kader", "")
    assert check_in(meeting=meeting, line=line) is True
    assert check_in(meeting=meeting, line=Line("siti  aminah", "P", "warga", "")) is False
    row = Attendance.objects.get()
    assert (row.channel, row.element, row.name) == (Channel.QR, Element.CADRE, "Siti Aminah")


def test_check_in_is_for_the_day_itself() -> None:
    meeting = called(days(-1))
    with pytest.raises(PartnersRefused, match="hari musyawarah"):
        check_in(meeting=meeting, line=lines(1, 0)[0])


@pytest.mark.parametrize("away", [-1, 1])
def test_code_opens_nothing_on_another_day(away: int) -> None:
    assert by_code(called(days(away)).checkin_code) is None


def test_code_is_read_as_people_write_it() -> None:
    meeting = called()
    assert by_code(meeting.code.display.lower()) == meeting
    assert by_code("XXXXXX") is None
    assert by_code("") is None


def test_code_of_a_cancelled_or_sealed_meeting_opens_nothing() -> None:
    officeholder()
    gone, done = called(), held(title="Lain")
    cancel_meeting(by=CLERK, meeting=gone, reason="Banjir")
    issue_record(by=CLERK, meeting=done)
    assert by_code(gone.checkin_code) is None
    assert by_code(done.checkin_code) is None


def test_level_wants_evidence() -> None:
    meeting = called()
    with pytest.raises(PartnersRefused) as refused:
        write_minutes(by=CLERK, meeting=meeting, minutes=Minutes("A", "B", "Isi", 3, " "))
    assert refused.value.field == "level_evidence"
    found = write_minutes(by=CLERK, meeting=meeting, minutes=Minutes("A", "B", "Isi"))
    assert found.level is None


@pytest.mark.parametrize("level", [0, 6])
def test_level_is_one_to_five(level: int) -> None:
    with pytest.raises(ValidationError):
        write_minutes(by=CLERK, meeting=called(), minutes=Minutes("A", "B", "Isi", level, "Ya"))


def test_decisions_are_numbered_and_owned() -> None:
    meeting, group = held(), partner()
    first, second = decided(meeting), decided(meeting, of=group)
    assert (first.place, second.place) == (1, 2)
    assert (first.owner, second.owner) == ("Sekretaris Desa", "Pokmas G4S")


def test_decision_has_one_owner() -> None:
    meeting, group = held(), partner()
    for facts in (
        DecisionFacts("Beli", TODAY),
        DecisionFacts("Beli", TODAY, Office.SEKDES, group),
    ):
        with pytest.raises(ValidationError, match="satu penanggung jawab"):
            decide(by=CLERK, meeting=meeting, facts=facts)


def test_decision_needs_a_meeting_that_was_held() -> None:
    with pytest.raises(PartnersRefused, match="belum berlangsung"):
        decided(called())


def test_decision_is_not_due_before_it_was_made() -> None:
    with pytest.raises(PartnersRefused) as refused:
        decided(held(), days(-1))
    assert refused.value.field == "due_on"


def test_decision_runs_is_late_and_is_done() -> None:
    row = decided(held(), days(2))
    assert (_chip(row), _chip(row, 2), _chip(row, 3)) == ("run", "run", "late")
    fulfil(by=CLERK, decision=row, on=TODAY, evidence="Nota dan foto")
    assert _chip(row) == "ok"
    with pytest.raises(PartnersRefused, match="sudah dicatat selesai"):
        fulfil(by=CLERK, decision=row, on=TODAY, evidence="Lagi")


def test_done_wants_evidence_and_a_day_that_came() -> None:
    row = decided(held(), days(2))
    with pytest.raises(PartnersRefused) as refused:
        fulfil(by=CLERK, decision=row, on=days(1), evidence="Foto")
    assert refused.value.field == "on"
    with pytest.raises(ValidationError):
        fulfil(by=CLERK, decision=row, on=TODAY, evidence="")


def test_moved_day_stays_readable_with_its_reason() -> None:
    row = move_due(by=CLERK, decision=decided(held(), days(2)), to=days(9), reason="Hujan")
    assert (row.first_due, row.due_on) == (days(2), days(9))
    move = row.moves.get()
    assert (move.before, move.after, move.reason) == (days(2), days(9), "Hujan")
    assert (move.moved_on, move.by_label) == (TODAY, "uji")
    assert _chip(row, 5) == "wait"


def test_nothing_is_moved_in_silence() -> None:
    row = decided(held(), days(2))
    with pytest.raises(ValidationError):
        move_due(by=CLERK, decision=row, to=days(9), reason="")
    with pytest.raises(PartnersRefused, match="sama"):
        move_due(by=CLERK, decision=row, to=days(2), reason="Hujan")
    with pytest.raises(PartnersRefused, match="sudah lewat"):
        move_due(by=CLERK, decision=row, to=days(-1), reason="Hujan")
    row.refresh_from_db()
    assert row.due_on == days(2)


def test_moving_too_late_does_not_help() -> None:
    row = decided(held(), days(1))
    with clock.frozen(TUESDAY + timedelta(days=2)):
        move_due(by=CLERK, decision=row, to=days(30), reason="Hujan")
        assert [found.pk for found in overdue()] == [row.pk]
    assert _chip(row, 5) == "late"


def test_done_decision_is_not_moved() -> None:
    row = decided(held(), days(2))
    fulfil(by=CLERK, decision=row, on=TODAY, evidence="Foto")
    with pytest.raises(PartnersRefused):
        move_due(by=CLERK, decision=row, to=days(9), reason="Hujan")


def test_invitation_has_one_number_for_all_its_readers() -> None:
    officeholder()
    meeting = called(days(7))
    invite(by=CLERK, meeting=meeting, names=["Ketua BPD", " Ketua  BPD ", "", "Ketua RT 003"])
    assert [row.name for row in meeting.invitees.all()] == ["Ketua BPD", "Ketua RT 003"]
    paper = issue_invitation(by=CLERK, meeting=meeting)
    assert issue_invitation(by=CLERK, meeting=meeting).pk == paper.pk
    assert paper.number_text == "005/001/35.14.11.2009/2026"
    words = str(document_of(paper).to_json())
    for part in (
        "Ketua RT 003",
        "Selasa, 1 Desember 2026",
        "19.00 WIB",
        "Balai desa",
        "Wi-Fi desa",
    ):
        assert part in words


def test_long_list_is_an_annex() -> None:
    officeholder()
    meeting = called(days(7))
    invite(by=CLERK, meeting=meeting, names=[f"Ketua RT {place}" for place in range(40)])
    words = str(document_of(issue_invitation(by=CLERK, meeting=meeting)).to_json())
    assert "40 undangan menurut daftar terlampir" in words


def test_invitation_wants_readers_and_a_signer() -> None:
    meeting = called(days(7))
    with pytest.raises(PartnersRefused, match="Belum ada yang diundang"):
        issue_invitation(by=CLERK, meeting=meeting)
    invite(by=CLERK, meeting=meeting, names=["Ketua BPD"])
    with pytest.raises(PartnersRefused, match="menjabat"):
        issue_invitation(by=CLERK, meeting=meeting)


def test_too_many_readers_are_refused() -> None:
    with pytest.raises(PartnersRefused) as refused:
        invite(by=CLERK, meeting=called(), names=[f"RT {place}" for place in range(121)])
    assert refused.value.field == "names"


def test_numbered_invitation_stands() -> None:
    officeholder()
    meeting = called(days(7))
    invite(by=CLERK, meeting=meeting, names=["Ketua BPD"])
    issue_invitation(by=CLERK, meeting=meeting)
    with pytest.raises(PartnersRefused, match="sudah bernomor"):
        invite(by=CLERK, meeting=meeting, names=["Ketua RT"])
    with pytest.raises(PartnersRefused, match="sudah bernomor"):
        correct_meeting(by=CLERK, meeting=meeting, facts=_facts(meeting, place="Masjid"))
    found = correct_meeting(by=CLERK, meeting=meeting, facts=_facts(meeting, is_digital=False))
    assert found.is_digital is False


def test_plan_is_corrected_before_the_invitation() -> None:
    meeting = called(days(7))
    found = correct_meeting(
        by=CLERK, meeting=meeting, facts=_facts(meeting, kind=MeetingKind.MUSDUS, place="Masjid")
    )
    assert (found.kind, found.place) == (MeetingKind.MUSDUS, "Masjid")


def test_record_says_who_came_and_what_was_decided() -> None:
    officeholder()
    meeting = held()
    decided(meeting, days(9), partner())
    paper = issue_record(by=CLERK, meeting=meeting)
    assert issue_record(by=CLERK, meeting=Meeting.objects.get()).pk == paper.pk
    words = str(document_of(paper).to_json())
    for part in (
        "BERITA ACARA MUSYAWARAH DESA",
        "5 orang (3 laki-laki, 2 perempuan)",
        "Membeli pelindung listrik (Pokmas G4S, paling lambat 3 Desember 2026)",
        "Dibahas titik baru.",
        "Hadi Santoso",
    ):
        assert part in words
    assert len(document_of(paper).others) == 3


def test_record_seals_the_meeting() -> None:
    officeholder()
    meeting = held()
    row = decided(meeting, days(9))
    issue_record(by=CLERK, meeting=meeting)
    for tries in (
        lambda: take_list(by=CLERK, meeting=meeting, lines=lines(9, 9)),
        lambda: decided(meeting),
        lambda: write_minutes(by=CLERK, meeting=meeting, minutes=Minutes("A", "B", "C")),
        lambda: cancel_meeting(by=CLERK, meeting=meeting, reason="Batal"),
        lambda: strike(by=CLERK, attendance=meeting.attendances.all()[0]),
    ):
        with pytest.raises(PartnersRefused, match="sudah bernomor"):
            tries()
    fulfil(by=CLERK, decision=row, on=TODAY, evidence="Foto")
    assert meeting.attendances.count() == 5


def test_record_wants_the_meeting_and_its_minutes() -> None:
    officeholder()
    with pytest.raises(PartnersRefused, match="belum berlangsung"):
        issue_record(by=CLERK, meeting=called(title="Satu"))
    meeting = called(title="Dua")
    take_list(by=CLERK, meeting=meeting, lines=lines())
    with pytest.raises(PartnersRefused, match="Notulen"):
        issue_record(by=CLERK, meeting=meeting)
    gone = called(title="Tiga")
    cancel_meeting(by=CLERK, meeting=gone, reason="Banjir")
    with pytest.raises(PartnersRefused, match="dibatalkan"):
        issue_record(by=CLERK, meeting=gone)


def test_meeting_that_was_held_is_not_cancelled() -> None:
    with pytest.raises(PartnersRefused, match="sudah berlangsung"):
        cancel_meeting(by=CLERK, meeting=held(), reason="Banjir")


def test_cancelled_meeting_takes_nothing_more() -> None:
    meeting = called()
    cancel_meeting(by=CLERK, meeting=meeting, reason="Banjir")
    with pytest.raises(PartnersRefused, match="dibatalkan"):
        take_list(by=CLERK, meeting=meeting, lines=lines())


def test_photo_is_added_once_and_shown_when_released() -> None:
    meeting, file = held(), picture()
    first = add_photo(by=CLERK, meeting=meeting, file=file, caption="Suasana", is_shown=False)
    again = add_photo(by=CLERK, meeting=meeting, file=file, caption="Suasana", is_shown=False)
    assert first.pk == again.pk
    assert first.is_shown is False
    assert show_photo(by=CLERK, photo=first, is_shown=True).is_shown is True
