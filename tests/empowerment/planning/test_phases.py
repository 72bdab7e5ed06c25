"""What is open when: an act outside its days is refused, with the day on which it opens."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.planning.enums import Act, Phase
from desa.empowerment.planning.rules.phases import (
    OPENED_BY,
    Calendar,
    Closed,
    Window,
    disorder,
    open_phases,
    refusal,
)
from tests.empowerment.planning.samples import CALENDAR

DAYS = st.integers(0, 700).map(lambda count: date(2026, 1, 1) + timedelta(count))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Any windows that do not run backwards, of any of the phases."""
    found = {}
    for phase in draw(st.sets(st.sampled_from(list(Phase)))):
        opens = draw(DAYS)
        found[phase] = Window(opens, opens + timedelta(draw(st.integers(0, 90))))
    return found


@given(st.sampled_from(list(Act)), calendars(), DAYS)
def test_act_is_open_exactly_on_the_days_of_its_phases(
    act: Act, calendar: Calendar, day: date
) -> None:
    is_open = any(
        calendar[phase].opens <= day <= calendar[phase].closes
        for phase in OPENED_BY[act]
        if phase in calendar
    )
    assert (refusal(act, calendar, day) is None) == is_open


@given(st.sampled_from(list(Act)), calendars(), DAYS)
def test_day_that_a_refusal_names_is_open(act: Act, calendar: Calendar, day: date) -> None:
    closed = refusal(act, calendar, day)
    if closed and closed.opens:
        assert closed.opens > day
        assert refusal(act, calendar, closed.opens) is None
    if closed and closed.closed:
        assert closed.closed < day
        assert refusal(act, calendar, closed.closed) is None


@pytest.mark.parametrize(
    ("act", "day", "said"),
    [
        (Act.PROPOSE, date(2026, 7, 31), Closed(Phase.PROPOSE, opens=date(2026, 8, 1))),
        (Act.PROPOSE, date(2026, 8, 1), None),
        (Act.PROPOSE, date(2026, 8, 31), None),
        (Act.PROPOSE, date(2026, 9, 1), Closed(Phase.PROPOSE, closed=date(2026, 8, 31))),
        (Act.EDIT, date(2026, 9, 20), None),
        (Act.EDIT, date(2026, 9, 21), Closed(Phase.ASSESS, closed=date(2026, 9, 20))),
        (Act.SCORE, date(2026, 9, 1), Closed(Phase.RANK, opens=date(2026, 9, 21))),
    ],
)
def test_acts_through_the_year(act: Act, day: date, said: Closed | None) -> None:
    assert refusal(act, CALENDAR, day) == said


def test_phase_that_nobody_planned_is_never_open() -> None:
    assert refusal(Act.DECIDE, {}, date(2026, 1, 1)) == Closed(Phase.DECIDE)
    assert open_phases({}, date(2026, 1, 1)) == ()


def test_open_phases_are_named_in_their_order() -> None:
    both = {
        Phase.MERGE: Window(date(2026, 8, 1), date(2026, 9, 30)),
        Phase.PROPOSE: Window(date(2026, 8, 1), date(2026, 8, 31)),
    }
    assert open_phases(both, date(2026, 8, 5)) == (Phase.PROPOSE, Phase.MERGE)
    assert open_phases(both, date(2026, 9, 5)) == (Phase.MERGE,)


def test_days_that_cannot_be_are_named() -> None:
    assert disorder(CALENDAR) is None
    backwards = {Phase.PROPOSE: Window(date(2026, 9, 2), date(2026, 9, 1))}
    assert disorder(backwards) == (Phase.PROPOSE, "backwards")
    early = {
        Phase.PROPOSE: Window(date(2026, 9, 1), date(2026, 9, 9)),
        Phase.RANK: Window(date(2026, 8, 1), date(2026, 8, 9)),
    }
    assert disorder(early) == (Phase.RANK, "early")
