"""When care is due, and whether it was done on time."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.rules.duties import duties, next_due
from desa.infrastructure.assets.rules.kinds import Care

START = date(2026, 1, 1)
CARE = Care("oli", "Ganti oli", "Change oil", every_days=100, window_days=10, cost=Rupiah(0))
FIRST, SECOND = START + timedelta(days=100), START + timedelta(days=200)
days_after = st.integers(0, 900).map(lambda number: START + timedelta(days=number))


def test_nothing_is_due_before_its_window() -> None:
    assert duties(CARE, START, FIRST - timedelta(days=11), []) == []


def test_care_in_its_window_is_open_and_not_counted_yet() -> None:
    [duty] = duties(CARE, START, FIRST, [])
    assert duty.is_open(FIRST)
    assert not duty.is_over(FIRST + timedelta(days=10))
    assert duty.is_over(FIRST + timedelta(days=11))
    assert not duty.on_time


def test_care_at_the_edge_of_its_window_is_on_time_and_one_day_later_is_not() -> None:
    edge = FIRST + timedelta(days=10)
    assert duties(CARE, START, SECOND, [edge])[0].on_time
    assert not duties(CARE, START, SECOND, [edge + timedelta(days=1)])[0].on_time


def test_done_late_moves_the_next_due_day_nowhere() -> None:
    late = FIRST + timedelta(days=40)
    first, second = duties(CARE, START, SECOND, [late])
    assert (first.on_time, second.due_on) == (False, SECOND)


def test_nothing_falls_due_after_the_asset_was_written_off() -> None:
    assert len(duties(CARE, START, SECOND + timedelta(days=500), [], ended=FIRST)) == 1


def test_the_next_duty_skips_what_is_done_and_what_is_past() -> None:
    assert next_due(CARE, START, START, []).due_on == FIRST
    assert next_due(CARE, START, FIRST, [FIRST]).due_on == SECOND
    assert next_due(CARE, START, FIRST + timedelta(days=11), []).due_on == SECOND


@given(st.lists(days_after, max_size=12), days_after)
def test_no_work_counts_for_two_duties(done: list[date], until: date) -> None:
    found = duties(CARE, START, until, done)
    kept = [duty for duty in found if duty.on_time]
    assert len(kept) <= len(set(done))
    assert all(duty.opens_on <= duty.done_on <= duty.closes_on for duty in kept if duty.done_on)


@given(days_after, days_after)
def test_more_time_never_takes_a_duty_away(until: date, later: date) -> None:
    early, late = sorted((until, later))
    before = [duty.due_on for duty in duties(CARE, START, early, [])]
    assert [duty.due_on for duty in duties(CARE, START, late, [])][: len(before)] == before


def test_what_was_done_later_was_not_known_then() -> None:
    done = [FIRST + timedelta(days=5)]
    assert not duties(CARE, START, FIRST, done)[0].on_time
    assert duties(CARE, START, FIRST + timedelta(days=5), done)[0].on_time


@given(st.lists(days_after, max_size=12), days_after)
def test_the_next_duty_is_neither_done_nor_past(done: list[date], today: date) -> None:
    duty = next_due(CARE, START, today, done)
    assert not duty.is_over(today)
    assert duty.due_on <= today + timedelta(days=2 * CARE.every_days + CARE.window_days)
