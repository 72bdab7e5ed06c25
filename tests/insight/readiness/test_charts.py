import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.readiness.rules.charts import TooFewPoints, p_chart, xmr_chart


def test_limits_of_single_values_by_hand() -> None:
    """Mean 11, moving ranges 2 2 2 2 2: limits 11 -+ 2.66 x 2."""
    chart = xmr_chart([10, 12, 10, 12, 10, 12])
    assert chart.middle == 11
    assert (chart.points[0].low, chart.points[0].high) == pytest.approx((5.68, 16.32))
    assert not chart.changed


def test_one_month_far_out_is_a_signal() -> None:
    chart = xmr_chart([50, 51, 49, 50, 51, 50, 49, 50, 51, 90])
    assert [point.out for point in chart.points] == [False] * 9 + [True]


def test_eight_in_a_row_on_one_side_are_a_signal() -> None:
    chart = xmr_chart([10, 11] * 4 + [13, 14] * 4)
    assert chart.points[-1].run
    assert not chart.points[6].run
    assert chart.points[7].run


def test_months_have_limits_of_their_own_size() -> None:
    """p = 0.5: 3 sqrt(0.25 / 100) = 0.15 with a hundred letters, more than the whole with one."""
    chart = p_chart([(50, 100)] * 5 + [(1, 1)])
    assert (chart.points[0].low, chart.points[0].high) == pytest.approx((0.352, 0.652), abs=0.003)
    assert (chart.points[5].low, chart.points[5].high) == (0, 1)
    assert not chart.points[5].out


@pytest.mark.parametrize("few", [[], [1.0] * 5])
def test_fewer_than_six_points_have_no_limits(few: list[float]) -> None:
    with pytest.raises(TooFewPoints):
        xmr_chart(few)


def test_month_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="without rows"):
        p_chart([(1, 2)] * 6 + [(0, 0)])


@given(st.floats(-1000, 1000), st.integers(6, 30))
def test_what_never_changes_is_no_story(value: float, months: int) -> None:
    chart = xmr_chart([value] * months)
    assert not any(point.out for point in chart.points)
