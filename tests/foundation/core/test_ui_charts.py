import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core import charts


def test_dots_late_ones_come_last() -> None:
    squares = charts.dots(44, 3)

    assert [square.late for square in squares] == [False] * 41 + [True] * 3
    assert (squares[0].x, squares[0].y) == (0, 0)
    assert (squares[22].x, squares[22].y) == (0, 20)


@given(total=st.integers(0, 500), late=st.integers(0, 500))
def test_dots_never_overlap_and_stay_inside(total: int, late: int) -> None:
    squares = charts.dots(total, min(late, total))

    assert len({(square.x, square.y) for square in squares}) == total
    assert sum(square.late for square in squares) == min(late, total)
    assert all(square.x < 440 and square.y < charts.dot_rows(total) for square in squares)


def test_dots_without_letters_keep_one_empty_row() -> None:
    assert charts.dots(0, 0) == []
    assert charts.dot_rows(0) == charts.DOT_PITCH


@pytest.mark.parametrize(
    ("share", "printed"),
    [(42.4, "42.4%"), (0, "0%"), (100, "100%"), (33.333, "33.3%"), (5.0, "5%")],
)
def test_percent_is_an_svg_length(share: float, printed: str) -> None:
    assert charts.percent(share) == printed


def test_segments_follow_each_other() -> None:
    laid = charts.segments([("used", 42.4), ("paused", 5.6), ("used", 13.1)])

    assert [(part.kind, part.x, part.width) for part in laid] == [
        ("used", "0%", "42.4%"),
        ("paused", "42.4%", "5.6%"),
        ("used", "48%", "13.1%"),
    ]


def test_interval_is_as_wide_as_its_bounds_are_apart() -> None:
    span = charts.interval(24, 39, 31)

    assert (span.low, span.high, span.width, span.value) == ("24%", "39%", "15%", "31%")


def test_stair_is_filled_up_to_the_stage() -> None:
    steps = charts.stair(["a", "b", "c"], 2)

    assert [step.filled for step in steps] == [True, True, False]
    assert [step.current for step in steps] == [False, True, False]
