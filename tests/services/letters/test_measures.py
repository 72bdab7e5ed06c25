"""LIT3 and TRU3 from letters that were really made, against sums by hand."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.measures import Reading, Standing
from desa.services.letters.actions import approve_letter, cancel_letter
from desa.services.letters.measures import (
    read_alone,
    read_on_time,
    read_return,
    read_spread,
)
from desa.services.letters.models import Letter
from tests.services.letters.conftest import TUESDAY, Submit

TODAY = TUESDAY.date()
Finish = Callable[[datetime, timedelta], Letter]


@pytest.fixture
def finish(submit: Submit, kades: User) -> Finish:
    """A letter asked for at a moment and approved so much later."""

    def make(asked: datetime, after: timedelta) -> Letter:
        with clock.frozen(asked):
            letter: Letter = submit()
        with clock.frozen(asked + after):
            return approve_letter(by=kades, letter=letter)

    return make


def _read(read: Callable[[date], Reading], until: date = TODAY) -> Reading:
    return read(until)


@pytest.mark.usefixtures("scope")
@pytest.mark.parametrize("read", [read_alone, read_on_time, read_spread, read_return])
def test_no_letters_is_no_figure(read: Callable[[date], Reading]) -> None:
    found = read(TODAY)
    assert (found.standing, found.value) == (Standing.NO_DATA, None)
    assert found.why


def test_every_letter_over_the_counter_counts_as_not_alone(finish: Finish) -> None:
    finish(TUESDAY, timedelta(hours=1))
    found = _read(read_alone)
    assert (found.standing, found.value, found.denominator) == (Standing.MEASURED, 0, 1)
    assert found.evidence[0].note == "Di loket"


def test_open_letter_counts_as_late_only_when_its_promise_is_past(
    finish: Finish, submit: Submit
) -> None:
    finish(TUESDAY, timedelta(hours=1))
    still_open = submit()
    promised = clock.local(still_open.case.promised_at, still_open.village).date()
    assert _read(read_on_time, promised - timedelta(days=1)).denominator in {None, 1}
    later = _read(read_on_time, promised)
    assert (later.value, later.numerator, later.denominator) == (0.5, 1, 2)


def test_letter_approved_after_its_promise_is_late(finish: Finish) -> None:
    finish(TUESDAY, timedelta(days=3))
    assert _read(read_on_time, TODAY + timedelta(days=5)).value == 0


def test_what_was_decided_later_is_not_known_earlier(finish: Finish) -> None:
    finish(TUESDAY, timedelta(days=6))
    assert _read(read_on_time, TODAY + timedelta(days=3)).value == 0
    assert _read(read_spread, TODAY + timedelta(days=3)).standing is Standing.NO_DATA
    assert _read(read_spread, TODAY + timedelta(days=6)).standing is Standing.MEASURED


def test_spread_is_p90_beside_p50_of_working_time(finish: Finish) -> None:
    """Nine letters of 30 minutes and one of 90, all in office hours of one morning: 30 beside 30, then 90."""
    for number in range(9):
        finish(TUESDAY + timedelta(seconds=number), timedelta(minutes=30))
    finish(TUESDAY, timedelta(minutes=90))
    assert _read(read_spread).value == pytest.approx(1)
    finish(TUESDAY, timedelta(minutes=90))
    assert _read(read_spread).value == pytest.approx(3)


def test_open_letters_are_not_dropped_from_the_spread(finish: Finish, submit: Submit) -> None:
    finish(TUESDAY, timedelta(minutes=30))
    submit()
    found = _read(read_spread)
    assert (found.standing, found.value) == (Standing.NO_DATA, None)
    assert len(found.evidence) == 2


def test_letter_that_was_called_off_is_nobodys_promise(submit: Submit, operator: User) -> None:
    cancel_letter(by=operator, letter=submit(), reason="Tidak jadi")
    assert _read(read_alone).standing is Standing.NO_DATA


def test_letters_older_than_a_year_do_not_count(finish: Finish) -> None:
    finish(TUESDAY, timedelta(hours=1))
    assert _read(read_on_time, TODAY + timedelta(days=370)).standing is Standing.NO_DATA


def test_rows_name_no_resident(finish: Finish) -> None:
    letter = finish(TUESDAY, timedelta(hours=1))
    row = _read(read_on_time).evidence[0]
    assert letter.person.name not in f"{row.label} {row.note} {row.url}"
    assert row.label == letter.public_id
