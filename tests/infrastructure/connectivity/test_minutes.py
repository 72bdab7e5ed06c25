"""Unknown time is neither up nor down: the algebra, and a village reckoned by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.infrastructure.connectivity.rules.minutes import Bounds, Tally, total, weighted


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    up, down, rest = (draw(st.integers(0, 1440)) for _ in range(3))
    return Tally(up, down, up + down + rest)


def test_hour_with_an_outage_and_a_gap_reckoned_by_hand() -> None:
    """60 minutes: 45 on, 6 off, 9 that nobody saw."""
    hour = Tally(45, 6, 60)
    assert hour.unknown == 9
    assert hour.low == 0.75
    assert hour.high == 0.9
    assert hour.measured == pytest.approx(45 / 51)
    assert hour.known_share == 0.85


def test_nothing_scheduled_has_no_share() -> None:
    assert (Tally().low, Tally().high, Tally().measured) == (None, None, None)


def test_time_nobody_saw_says_nothing() -> None:
    assert Tally(0, 0, 1440).measured is None
    assert (Tally(0, 0, 1440).low, Tally(0, 0, 1440).high) == (0.0, 1.0)


@pytest.mark.parametrize("wrong", [(5, 6, 10), (-1, 0, 10), (0, -1, 10)])
def test_more_than_the_clock_holds_is_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="up and"):
        Tally(*wrong)


@given(tallies())
def test_what_is_measured_lies_between_the_bounds(tally: Tally) -> None:
    if tally.measured is not None:
        assert tally.low is not None
        assert tally.high is not None
        assert tally.low <= tally.measured <= tally.high


@given(tallies(), st.integers(0, 500))
def test_seeing_more_narrows_the_bounds(tally: Tally, minutes: int) -> None:
    seen = min(minutes, tally.unknown)
    for up in {0, seen // 2, seen}:
        better = Tally(tally.up + up, tally.down + seen - up, tally.scheduled)
        assert (better.low or 0) >= (tally.low or 0)
        assert (better.high or 0) <= (tally.high or 0)


@given(st.lists(tallies()))
def test_total_keeps_every_minute(many: list[Tally]) -> None:
    whole = total(many)
    assert whole.scheduled == sum(each.scheduled for each in many)
    assert whole.up + whole.down + whole.unknown == whole.scheduled


def test_points_weigh_by_the_people_they_serve() -> None:
    """30 people at 50 of 100 minutes, 10 people at 100 of 100: 2,500 of 4,000 person-minutes."""
    assert weighted([(30, Tally(50, 50, 100)), (10, Tally(100, 0, 100))]) == Bounds(
        0.625, 0.625, 0.625
    )


def test_unknown_minutes_of_a_point_widen_the_village() -> None:
    """20 people, half of the time unseen: the village is between 0,5 and 1."""
    assert weighted([(20, Tally(50, 0, 100))]) == Bounds(1.0, 0.5, 1.0)


def test_village_without_people_near_points_has_no_figure() -> None:
    assert weighted([(0, Tally(50, 0, 100))]) is None
    assert weighted([]) is None


@given(st.lists(st.tuples(st.integers(0, 500), tallies()), max_size=8))
def test_weighted_value_lies_between_its_bounds(parts: list[tuple[int, Tally]]) -> None:
    found = weighted(parts)
    if found is None:
        return
    assert 0 <= found.low <= found.high <= 1
    if found.value is not None:
        assert found.low - 1e-12 <= found.value <= found.high + 1e-12
