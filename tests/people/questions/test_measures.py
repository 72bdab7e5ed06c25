from datetime import date, timedelta

import pytest

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.measures import Reading, Standing, measures
from desa.foundation.tenancy.models import Village
from desa.people.questions.actions import ASKER, answer, close, judge
from desa.people.questions.enums import CloseReason
from tests.people.questions.samples import TUESDAY, asked

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 20)


def _read(until: date = LATER) -> Reading:
    return measures.get("TRA6.pertanyaan").read(until)


def test_without_questions_there_is_no_figure(office: Village) -> None:
    assert _read().standing == Standing.NO_DATA
    assert _read().why


def test_in_time_late_and_silent_are_told_apart(kasi: User) -> None:
    asked("Yang tidak pernah dijawab, kenapa?")
    late, kept = asked("Yang dijawab terlambat, kenapa?"), asked("Yang dijawab, kenapa?")
    answer(by=kasi, question=kept, text="Ya.")
    with clock.frozen(late.case.promised_at + timedelta(hours=2)):
        answer(by=kasi, question=late, text="Maaf.")
    reading = _read()
    assert (reading.numerator, reading.denominator) == (1, 3)
    assert [row.value for row in reading.evidence] == [0, 0, 1]
    assert all(row.url.startswith("/tanya/baca/") for row in reading.evidence)
    assert {row.on for row in reading.evidence} == {TUESDAY.date()}


def test_what_is_not_due_does_not_count_yet(kasi: User) -> None:
    question = asked()
    assert _read(TUESDAY.date()).standing == Standing.NO_DATA
    assert _read(question.case.promised_at.date()).denominator == 1
    assert _read(TUESDAY.date() - timedelta(days=1)).standing == Standing.NO_DATA


def test_second_silence_undoes_a_first_answer(kasi: User) -> None:
    question = asked()
    answer(by=kasi, question=question, text="Ya.")
    judge(by=ASKER, question=question, answered=False)
    assert _read(TUESDAY.date()).numerator == 1
    assert (_read().numerator, _read().denominator) == (0, 1)


def test_closed_by_the_heads_is_not_counted(kasi: User, sekdes: User) -> None:
    close(by=sekdes, question=asked(), reason=CloseReason.TWICE)
    assert _read().standing == Standing.NO_DATA
