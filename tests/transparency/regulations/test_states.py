"""Whether a regulation holds on a day: nothing but its dates decides."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.regulations.rules.states import (
    IN_FORCE,
    Life,
    State,
    days_left,
    earliest,
    state_on,
)

START, END = date(2026, 1, 12), date(2026, 12, 31)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def lives() -> st.SearchStrategy[Life]:
    """Any regulation that the register would accept."""

    def made(since: date, length: int | None, amended: int | None, revoked: int | None) -> Life:
        def after(days: int | None) -> date | None:
            return None if days is None else since + timedelta(days)

        return Life(since, after(length), after(amended), after(revoked))

    spans = st.none() | st.integers(0, 2000)
    return st.builds(made, DAYS, spans, spans, spans)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 11), State.NOT_YET),
        (START, State.IN_FORCE),
        (END, State.IN_FORCE),
        (date(2027, 1, 1), State.EXPIRED),
    ],
)
def test_term_begins_and_ends_with_its_days(day: date, expected: State) -> None:
    assert state_on(day, Life(START, END)) == expected


def test_amended_regulation_stays_in_force_from_that_day_on() -> None:
    life = Life(START, None, amended=date(2026, 5, 1))
    assert state_on(date(2026, 4, 30), life) == State.IN_FORCE
    assert state_on(date(2026, 5, 1), life) == State.AMENDED
    assert State.AMENDED in IN_FORCE


def test_revoked_regulation_holds_no_more_on_the_day_itself() -> None:
    life = Life(START, END, amended=date(2026, 5, 1), revoked=date(2026, 6, 1))
    assert state_on(date(2026, 5, 31), life) == State.AMENDED
    assert state_on(date(2026, 6, 1), life) == State.REVOKED


def test_what_ran_out_before_it_was_revoked_is_expired() -> None:
    life = Life(START, END, revoked=date(2027, 3, 1))
    assert state_on(date(2027, 4, 1), life) == State.EXPIRED


def test_regulation_revoked_before_it_began_never_holds() -> None:
    life = Life(START, None, revoked=date(2025, 12, 1))
    assert state_on(date(2025, 12, 5), life) == State.REVOKED
    assert state_on(START, life) == State.REVOKED


@given(lives(), DAYS)
def test_in_force_only_inside_its_days(life: Life, day: date) -> None:
    if state_on(day, life) in IN_FORCE:
        assert life.since <= day
        assert life.until is None or day <= life.until
        assert life.revoked is None or day < life.revoked


@given(lives(), DAYS, st.integers(1, 3000))
def test_what_has_ended_stays_ended(life: Life, day: date, later: int) -> None:
    ended = {State.REVOKED, State.EXPIRED}
    if (first := state_on(day, life)) in ended:
        assert state_on(day + timedelta(later), life) == first


@given(lives(), DAYS)
def test_states_come_in_their_order(life: Life, day: date) -> None:
    order = [State.NOT_YET, State.IN_FORCE, State.AMENDED]
    today, tomorrow = state_on(day, life), state_on(day + timedelta(1), life)
    if today in order and tomorrow in order:
        assert order.index(today) <= order.index(tomorrow)


@given(lives(), DAYS)
def test_an_end_that_never_comes_changes_nothing(life: Life, day: date) -> None:
    far = Life(life.since, life.until, life.amended, None)
    later = Life(life.since, life.until, life.amended, date(2099, 1, 1))
    assert state_on(day, far) == state_on(day, later)


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), 60),
        (date(2026, 12, 30), 1),
        (END, 0),
        (date(2027, 1, 1), None),
    ],
)
def test_alarm_is_due_in_the_last_sixty_days(day: date, left: int | None) -> None:
    assert days_left(day, END) == left


@given(DAYS, st.integers(-100, 200))
def test_alarm_counts_the_days_from_sixty_to_none(day: date, distance: int) -> None:
    found = days_left(day, day + timedelta(distance))
    assert found == (distance if 0 <= distance <= 60 else None)


def test_regulation_without_an_end_gives_no_alarm() -> None:
    assert days_left(START, None) is None


def test_earliest_day_ignores_what_is_not_there() -> None:
    assert earliest(None, END, START, None) == START
    assert earliest(None) is None
