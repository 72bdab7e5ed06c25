"""TRU6 counts only what the reporter confirmed, and nothing an office can do alone raises it."""

from datetime import date

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.measures import Standing, measures
from desa.foundation.servicelevels.models import ServiceCase
from desa.services.complaints.actions import (
    REPORTER,
    close_unanswered,
    forward_complaint,
    join_complaints,
    mark_spam,
    refuse_complaint,
    reporter_says,
)
from desa.services.complaints.enums import About, AnswerVia
from desa.services.complaints.measures import read_finished
from desa.services.complaints.models import Complaint
from tests.services.complaints.conftest import Officials, answered, filed, later

WEEK_LATER = date(2026, 11, 24)


def _says(case: Complaint, *, good: bool) -> Complaint:
    return reporter_says(by=REPORTER, complaint=case, good=good, via=AnswerVia.CODE)


def test_nothing_due_has_no_figure(hall: Officials) -> None:
    filed()
    assert read_finished(date(2026, 11, 17)).standing is Standing.NO_DATA
    assert read_finished(date(2026, 11, 18)).value == 0


def test_only_confirmed_cases_count(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    done = _says(answered(officer), good=True)
    answered(officer)
    with clock.frozen(later(days=15)):
        silent = Complaint.objects.get(number=2)
        assert close_unanswered(complaint=silent).state == "tanpa_jawab"
    refuse_complaint(by=officer, complaint=filed(), reason="Bukan urusan desa")
    forward_complaint(by=officer, complaint=filed(), where="PLN", reason="Tiang PLN")
    reading = read_finished(date(2026, 12, 2))
    assert (reading.numerator, reading.denominator, reading.value) == (1, 4, 0.25)
    assert [row.label for row in reading.evidence if row.value] == [done.public_number]


def test_spam_joined_and_restricted_cases_are_no_rows(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    mark_spam(by=officer, complaint=filed(), reason="Iklan")
    join_complaints(by=officer, complaint=filed(), into=filed())
    filed("perangkat", about=About.KADES)
    assert read_finished(WEEK_LATER).denominator == 1


def test_figure_of_an_earlier_day_stays_what_was_known_then(hall: Officials) -> None:
    case = answered(hall[Office.KAUR_TU])
    case = _says(case, good=True)
    with clock.frozen(later(days=7)):
        _says(case, good=False)
    ServiceCase.objects.update(first_promised_at=later(days=1))
    assert read_finished(date(2026, 11, 20)).value == 1
    assert read_finished(WEEK_LATER).value == 0


def test_evidence_names_nobody(hall: Officials) -> None:
    filed(name="Nur", phone="081234567890", private=True)
    (row,) = read_finished(WEEK_LATER).evidence
    assert not row.public
    assert "Nur" not in str(row)


def test_measure_is_registered() -> None:
    assert measures.get("TRU6").room == "complaints"


@pytest.mark.parametrize("day", [date(2026, 11, 15), date(2020, 1, 1)])
def test_day_before_everything_has_no_figure(hall: Officials, day: date) -> None:
    filed()
    assert read_finished(day).why
