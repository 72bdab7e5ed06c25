import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.readiness.rules.scoring import (
    BreakpointsOutOfOrder,
    Goalposts,
    level_of,
    score_of_level,
)

SHARE = Goalposts(0, (20, 40, 60, 80), 100)
DAYS = Goalposts(365, (120, 60, 30, 14), 0)


@pytest.mark.parametrize(
    ("value", "score"), [(-5, 0), (0, 0), (10, 10), (20, 20), (50, 50), (100, 100), (130, 100)]
)
def test_share_is_scored_straight_between_breakpoints(value: float, score: float) -> None:
    assert SHARE.score(value) == pytest.approx(score)


@pytest.mark.parametrize(
    ("days", "score"), [(400, 0), (120, 20), (90, 30), (45, 50), (14, 80), (7, 90), (0, 100)]
)
def test_fewer_days_score_more(days: float, score: float) -> None:
    assert DAYS.score(days) == pytest.approx(score)


@pytest.mark.parametrize(
    ("score", "level"),
    [(0, 1), (19.99, 1), (20, 2), (60, 4), (80, 5), (100, 5)],
)
def test_bands_are_twenty_wide(score: float, level: int) -> None:
    assert level_of(score) == level


def test_a_hair_under_an_edge_counts_as_on_it() -> None:
    assert level_of(39.9999999999) == 3


@pytest.mark.parametrize(("level", "score"), [(1, 10), (2, 30), (2.5, 40), (5, 90)])
def test_ladder_gives_the_middle_of_its_band(level: float, score: float) -> None:
    assert score_of_level(level) == score


@pytest.mark.parametrize("level", [0, 0.99, 5.1])
def test_level_that_is_not_on_the_ladder_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="1 to 5"):
        score_of_level(level)


@pytest.mark.parametrize(
    "points", [(0, (20, 40, 40, 80), 100), (0, (40, 20, 60, 80), 100), (100, (20, 40, 60, 80), 0)]
)
def test_breakpoints_out_of_order_are_refused(
    points: tuple[float, tuple[float, float, float, float], float],
) -> None:
    with pytest.raises(BreakpointsOutOfOrder):
        Goalposts(*points)


rising = st.lists(
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3)),
    min_size=6,
    max_size=6,
    unique=True,
).map(sorted)
posts = st.tuples(rising, st.booleans()).map(
    lambda drawn: (lambda p: Goalposts(p[0], (p[1], p[2], p[3], p[4]), p[5]))(
        drawn[0] if drawn[1] else drawn[0][::-1]
    )
)


@given(posts, st.floats(-2e6, 2e6), st.floats(-2e6, 2e6))
def test_score_never_falls_towards_the_best(goal: Goalposts, one: float, two: float) -> None:
    worse, better = sorted((one, two), reverse=goal.inverse)
    assert 0 <= goal.score(worse) <= goal.score(better) <= 100


@given(posts)
def test_breakpoints_score_their_own_band(goal: Goalposts) -> None:
    scores = [goal.score(point) for point in goal.points]
    assert scores == pytest.approx([0, 20, 40, 60, 80, 100], abs=1e-6)


@given(posts, st.floats(-0.1, 0.1))
def test_moved_breakpoints_stay_in_order(goal: Goalposts, share: float) -> None:
    moved = goal.moved(share)
    assert (moved.worst, moved.best, moved.inverse) == (goal.worst, goal.best, goal.inverse)


def test_moved_breakpoints_shift_the_score() -> None:
    assert SHARE.moved(0.1).score(22) == pytest.approx(20)
    assert SHARE.moved(0).points == SHARE.points
