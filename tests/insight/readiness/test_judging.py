"""The first evening against real rows: two offices, nothing before the second, measured goes first."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.measures import Evidence, Measure, Unit, measures, share
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.models import Village
from desa.insight.readiness.actions import (
    Found,
    answer_item,
    compute_measurements,
    sign_assessment,
)
from desa.insight.readiness.actions.staging import compute_stage
from desa.insight.readiness.enums import COMPUTE_TASK
from desa.insight.readiness.exceptions import ReadinessRefused
from desa.insight.readiness.models import ChecklistAnswer
from desa.insight.readiness.published import chart, history, sub
from desa.insight.readiness.queries import (
    current,
    evidence_of,
    first_tampered,
    known_figures,
    open_answers,
    standing_answers,
)
from desa.insight.readiness.rules.checklist import checklist, item
from desa.insight.readiness.rules.standing import Status
from tests.factories import SINCE, official
from tests.insight.readiness.evening import TODAY, evening, fill, whole_sub

pytestmark = pytest.mark.usefixtures("scope")
NIGHT = SystemActor("malam")


@pytest.fixture(autouse=True)
def tonight(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No room measures anything, unless a test says so."""
    monkeypatch.setattr(measures, "_items", {})
    with clock.frozen(datetime(2026, 11, 24, 12, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def sekdes(village: Village) -> User:
    return official(village, Office.SEKDES)


@pytest.fixture
def bpd(village: Village) -> User:
    return official(village, Office.BPD)


def _count() -> None:
    compute_measurements(by=NIGHT, until=clock.today(Village.objects.get()))


def _status(code: str) -> Status:
    row = current(code)
    assert row is not None
    return Status(row.status)


def test_nothing_counts_before_the_second_signature(sekdes: User) -> None:
    fill(sekdes, whole_sub("REG1", 3))
    _count()
    assert _status("REG1") is Status.NO_DATA
    assert standing_answers() == {}


def test_second_signature_makes_it_count(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, "REG1")
    _count()
    row = current("REG1")
    assert row is not None
    assert (row.status, row.value, row.score) == ("dinilai_dari_dokumen", None, 50)
    assert "dua jabatan" in row.why
    assert [found.value for _part, found in evidence_of(row)] == [3.0] * 5
    assert first_tampered([row]) is None


def test_second_signature_asks_for_a_new_count(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, "REG1")
    assert Job.objects.filter(task=COMPUTE_TASK, key="penilaian").exists()


def test_half_answered_sub_indicator_stays_unknown(sekdes: User, bpd: User) -> None:
    fill(sekdes, {"sk-pokmas": 4})
    sign_assessment(by=bpd)
    _count()
    assert _status("REG1") is Status.NO_DATA


def test_measured_figure_takes_the_place_of_the_judged_one(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, "REG4")
    _count()
    assert _status("REG4") is Status.FROM_DOCUMENTS
    rows = (Evidence("satu", 1), Evidence("dua", 1))
    measures.add(
        "REG4", Measure("REG4", "readiness", Unit.SHARE, lambda until: share(rows, empty="-"))
    )
    _count()
    row = current("REG4")
    assert row is not None
    assert row.supersedes is not None
    assert (row.status, row.score) == ("terukur", 100)
    assert row.supersedes.status == "dinilai_dari_dokumen"


def test_judged_point_is_not_joined_to_measured_ones(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, "REG4")
    _count()
    rows = (Evidence("satu", 1),)
    measures.add(
        "REG4", Measure("REG4", "readiness", Unit.SHARE, lambda until: share(rows, empty="-"))
    )
    with clock.frozen(datetime(2026, 11, 25, 12, 0, tzinfo=UTC)):
        _count()
        points = history("REG4")
    assert [point.broken for point in points] == [False, True]
    drawn = chart(points)
    assert drawn is not None
    assert len(drawn.lines) == 2


def test_judged_figure_reads_as_a_level_and_says_from_what(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, "REG1", level=2)
    _count()
    line = sub("REG1")
    assert line is not None
    assert (line.value_words, line.score) == ("tingkat 2 dari 5, dari dokumen", 30)
    assert line.status_words == "Dinilai dari dokumen"


def test_old_evening_no_longer_counts(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, "REG1")
    with clock.frozen(datetime(2026, 11, 24, 12, 0, tzinfo=UTC) + timedelta(days=201)):
        _count()
        assert _status("REG1") is Status.NO_DATA


def test_same_person_may_not_sign_the_own_list(village: Village, sekdes: User) -> None:
    Membership.objects.create(user=sekdes, village=village, office=Office.BPD, valid_from=SINCE)
    fill(sekdes, whole_sub("REG1", 3))
    with pytest.raises(ReadinessRefused, match="sendiri"):
        sign_assessment(by=sekdes)
    assert len(open_answers()) == 5


def test_same_office_may_not_sign(village: Village, sekdes: User) -> None:
    fill(sekdes, whole_sub("REG1", 3))
    with pytest.raises(ReadinessRefused, match="sama"):
        sign_assessment(by=official(village, Office.SEKDES))


def test_empty_list_cannot_be_signed(bpd: User) -> None:
    with pytest.raises(ReadinessRefused, match="Belum ada"):
        sign_assessment(by=bpd)


def test_other_office_does_not_write_into_a_list(sekdes: User, bpd: User) -> None:
    fill(sekdes, {"sk-pokmas": 3})
    with pytest.raises(ReadinessRefused, match="jabatan lain"):
        fill(bpd, {"aturan-program": 5})


def test_colleague_of_the_office_may_go_on(village: Village, sekdes: User) -> None:
    fill(sekdes, {"sk-pokmas": 3})
    fill(official(village, Office.SEKDES), {"aturan-program": 2})
    assert len(open_answers()) == 2


def test_answer_is_kept_as_it_was_typed_last(sekdes: User) -> None:
    fill(sekdes, {"sk-pokmas": 3})
    fill(sekdes, {"sk-pokmas": 2})
    assert open_answers()["sk-pokmas"].level == 2
    assert ChecklistAnswer.objects.count() == 1


def test_signed_answer_counts_until_its_renewal_is_signed(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, "REG3", level=3)
    fill(sekdes, whole_sub("REG3", 5))
    _count()
    assert known_figures()["REG3"].score == 50
    sign_assessment(by=bpd)
    _count()
    assert known_figures()["REG3"].score == 90
    assert ChecklistAnswer.objects.filter(replaced_on__isnull=False).count() == 2


@pytest.mark.parametrize("document", ["", "   "])
def test_step_in_use_needs_something_to_look_at(sekdes: User, document: str) -> None:
    with pytest.raises(ReadinessRefused, match="bukti") as refused:
        answer_item(by=sekdes, item=item("sk-pokmas"), found=Found(3, document, TODAY))
    assert refused.value.field == "document"


def test_absent_thing_needs_no_proof(sekdes: User) -> None:
    answer_item(by=sekdes, item=item("sk-pokmas"), found=Found(1, "", TODAY))
    assert open_answers()["sk-pokmas"].level == 1


def test_day_that_has_not_come_is_refused(sekdes: User) -> None:
    late = TODAY + timedelta(days=1)
    with pytest.raises(ReadinessRefused, match="belum tiba"):
        answer_item(by=sekdes, item=item("sk-pokmas"), found=Found(1, "", late))


@pytest.mark.parametrize("level", [0, 6])
def test_step_off_the_ladder_is_refused(sekdes: User, level: int) -> None:
    with pytest.raises(ValidationError):
        answer_item(by=sekdes, item=item("sk-pokmas"), found=Found(level, "SK", TODAY))


def test_row_of_one_person_twice_is_refused_by_the_table(sekdes: User) -> None:
    fill(sekdes, {"sk-pokmas": 3})
    row = ChecklistAnswer.objects.get()
    for second in ({"second_user": sekdes, "second_office": Office.BPD}, {"second_office": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ChecklistAnswer.objects.filter(pk=row.pk).update(signed_on=TODAY, **second)


def test_nik_in_a_document_is_covered_in_the_public_rows(sekdes: User, bpd: User) -> None:
    for found in whole_sub("COO5", 3):
        seen = Found(3, "SK a.n. 3514990101900001", TODAY)
        answer_item(by=sekdes, item=item(found), found=seen)
    sign_assessment(by=bpd)
    _count()
    row = current("COO5")
    assert row is not None
    assert all("3514990101900001" not in found.note for _part, found in evidence_of(row))


def test_six_indicators_judged_or_not_the_four_alone_give_no_stage(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, *{found.sub for found in checklist()})
    _count()
    reading = compute_stage(by=NIGHT, until=TODAY)
    scored = [line["code"] for line in reading.figures["indicators"] if line["score"] is not None]
    assert set(scored) == {"REG", "INF", "COO", "ACC"}
    assert reading.stage is None


def test_judged_band_makes_the_stage_uncertain(sekdes: User, bpd: User) -> None:
    evening(sekdes, bpd, *{found.sub for found in checklist()})
    _count()
    spread = compute_stage(by=NIGHT, until=TODAY).figures["spread"]
    assert spread[0] < spread[1] < spread[2]
    assert spread[2] - spread[0] > 2
