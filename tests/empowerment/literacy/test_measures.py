"""LIT6, HR2, HR3 and HR5 against hand calculation; no public row names anyone."""

from datetime import timedelta

import pytest

from desa.empowerment.literacy.actions import (
    RESIDENT,
    confirm_by_code,
    deny,
    observe,
    withdraw,
)
from desa.empowerment.literacy.models import Cadre
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.foundation.core.measures import Reading, Standing, measures
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.samples import (
    CLERK,
    TUESDAY,
    hamlet,
    helped,
    marked,
    planned,
    some_cadre,
)
from tests.factories import officeholder, official

pytestmark = pytest.mark.django_db
DAY = TUESDAY.date()


def _read(code: str) -> Reading:
    return measures.get(code).read(DAY)


@pytest.mark.parametrize("code", ["LIT6", "HR2", "HR3", "HR5"])
def test_nothing_known_is_no_figure_and_says_why(scope: Village, code: str) -> None:
    reading = _read(code)
    assert (reading.standing, reading.value) == (Standing.NO_DATA, None)
    assert reading.why


def test_literacy_leaves_the_measure_of_letters_alone() -> None:
    assert measures.get("LIT3").room == "letters"


def test_gain_of_nine_is_hidden_and_of_ten_is_shown(scope: Village) -> None:
    held = planned(seats=12)
    marked(held, "1000", "1110", 9)
    hidden = _read("LIT6")
    assert (hidden.standing, hidden.value, hidden.evidence) == (Standing.HIDDEN, None, ())
    marked(held, "1000", "1110", 1)
    shown = _read("LIT6")
    assert shown.value == pytest.approx(2 / 3)
    assert shown.n == 10
    assert not any(row.public for row in shown.evidence)


def test_withdrawal_takes_the_person_out_of_later_readings(scope: Village) -> None:
    held = planned(seats=12)
    marked(held, "0000", "0000", 10)
    (best,) = marked(held, "0000", "1111", 1)
    assert _read("LIT6").value == pytest.approx(4 / 44)
    withdraw(by=CLERK, participant=best)
    assert _read("LIT6").value == 0
    assert _read("LIT6").n == 10


def test_class_that_knew_everything_is_no_figure(scope: Village) -> None:
    marked(planned(seats=12), "1111", "1111", 10)
    assert _read("LIT6").standing == Standing.NO_DATA


def test_class_of_a_later_day_is_not_read(scope: Village) -> None:
    marked(planned(seats=12), "1000", "1110", 10)
    earlier = measures.get("LIT6").read(DAY - timedelta(days=3))
    assert earlier.standing == Standing.NO_DATA


@action
def _work(*, by: User, on: Cadre) -> Cadre:
    record("literacy.cadre.appointed", on, by)
    return on


@action
def _sign_in(*, by: User, on: Cadre) -> Cadre:
    record("accounts.user.entered", on, by)
    return on


def _works(official: User, days_ago: tuple[int, ...]) -> None:
    on = some_cadre()
    for days in days_ago:
        with clock.frozen(TUESDAY - timedelta(days=days)):
            _work(by=official, on=on)


def test_real_use_counts_three_weeks_of_four(scope: Village, operator: User, kades: User) -> None:
    official(scope, Office.KAUR_TU)
    _works(operator, (0, 8, 15))
    _works(kades, (0, 1, 2, 8))
    reading = _read("HR2")
    assert (reading.numerator, reading.denominator) == (1, 3)
    assert not any(row.public for row in reading.evidence)


def test_cadres_and_offices_without_digital_duty_are_not_asked(scope: Village, kader: User) -> None:
    official(scope, Office.BPD)
    assert _read("HR2").standing == Standing.NO_DATA
    official(scope, Office.SEKDES)
    assert _read("HR2").denominator == 1


def test_official_without_account_is_counted_as_no_use(scope: Village, operator: User) -> None:
    officeholder(Office.KADES)
    officeholder(Office.OPERATOR, operator)
    _works(operator, (0, 8, 15))
    reading = _read("HR2")
    assert (reading.numerator, reading.denominator) == (1, 2)
    assert sorted(row.note for row in reading.evidence) == ["3 dari 4 minggu", "tanpa akun"]


def test_person_with_two_offices_is_one_person(scope: Village, operator: User) -> None:
    since = DAY - timedelta(days=90)
    Membership.objects.create(user=operator, village=scope, office=Office.KAUR_TU, valid_from=since)
    assert _read("HR2").denominator == 1


def test_signing_in_is_no_finished_work(scope: Village, operator: User) -> None:
    on = some_cadre()
    for days in (0, 8, 15, 22):
        with clock.frozen(TUESDAY - timedelta(days=days)):
            _sign_in(by=operator, on=on)
    assert _read("HR2").numerator == 0


def test_resilience_is_the_share_of_functions_with_two(sekdes: User, operator: User) -> None:
    observe(by=sekdes, official=operator, function="cadangan", done=range(3), on=DAY)
    assert (_read("HR3").numerator, _read("HR3").denominator) == (0, 5)


def test_resilience_names_functions_and_nobody(
    scope: Village, sekdes: User, operator: User, kades: User
) -> None:
    for person in (operator, kades):
        observe(by=sekdes, official=person, function="cadangan", done=range(3), on=DAY)
    reading = _read("HR3")
    assert reading.value == pytest.approx(1 / 5)
    words = " ".join(f"{row.label} {row.note}" for row in reading.evidence)
    assert operator.name not in words
    assert all(row.note == "" for row in reading.evidence)


def test_active_dusun_needs_two_confirmed_helps_of_one_cadre(scope: Village) -> None:
    hamlet("Tengger")
    rina, fitri = some_cadre(), some_cadre("Winog")
    for _time in range(2):
        confirm_by_code(by=RESIDENT, assist=helped(rina))
    confirm_by_code(by=RESIDENT, assist=helped(fitri))
    helped(fitri)
    deny(by=RESIDENT, assist=helped(fitri))
    reading = _read("HR5")
    assert (reading.numerator, reading.denominator) == (1, 3)
    assert {row.label for row in reading.evidence if row.value} == {"Dusun Sendi"}


def test_help_of_thirty_one_days_ago_no_longer_counts(scope: Village) -> None:
    for _time in range(2):
        confirm_by_code(by=RESIDENT, assist=helped(at=TUESDAY - timedelta(days=29)))
    assert _read("HR5").numerator == 1
    later = measures.get("HR5").read(DAY + timedelta(days=2))
    assert later.numerator == 0
    assert later.value == 0
