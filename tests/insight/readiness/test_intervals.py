"""Against the tables of Newcombe (1998); four decimals are printed there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.readiness.rules.intervals import (
    NoRows,
    newcombe_difference,
    sample_size,
    unknown_bounds,
    wilson,
)

PRINTED = 6e-5


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_printed(x: int, n: int, low: float, high: float) -> None:
    found = wilson(x, n)
    assert (found.low, found.high) == pytest.approx((low, high), abs=PRINTED)


@pytest.mark.parametrize(
    ("x1", "n1", "x2", "n2", "low", "high"),
    [
        (56, 70, 48, 80, 0.0524, 0.3339),
        (9, 10, 3, 10, 0.1705, 0.8090),
        (6, 7, 2, 7, 0.0582, 0.8062),
        (5, 56, 0, 29, -0.0381, 0.1926),
        (0, 10, 0, 20, -0.1611, 0.2775),
        (0, 10, 0, 10, -0.2775, 0.2775),
        (10, 10, 0, 20, 0.6791, 1.0),
        (10, 10, 0, 10, 0.6075, 1.0),
    ],
)
def test_newcombe_as_printed(x1: int, n1: int, x2: int, n2: int, low: float, high: float) -> None:
    found = newcombe_difference(x1, n1, x2, n2)
    assert (found.low, found.high) == pytest.approx((low, high), abs=PRINTED)


counts = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts)
def test_interval_holds_the_share_and_stays_within_zero_and_one(pair: tuple[int, int]) -> None:
    x, n = pair
    found = wilson(x, n)
    assert 0 <= found.low <= found.high <= 1
    assert found.low - 1e-12 <= x / n <= found.high + 1e-12


@given(counts)
def test_failures_mirror_successes(pair: tuple[int, int]) -> None:
    x, n = pair
    one, other = wilson(x, n), wilson(n - x, n)
    assert (one.low, one.high) == pytest.approx((1 - other.high, 1 - other.low), abs=1e-9)


@given(counts, st.floats(1, 4))
def test_design_effect_widens(pair: tuple[int, int], deff: float) -> None:
    assert wilson(*pair, deff=deff).width >= wilson(*pair).width - 1e-12


@given(counts, st.integers(0, 5000))
def test_knowing_more_of_the_village_narrows(pair: tuple[int, int], more: int) -> None:
    x, n = pair
    assert wilson(x, n, population=n + more).width <= wilson(x, n).width + 1e-12


def test_census_has_no_sampling_interval() -> None:
    found = wilson(7, 14, population=14)
    assert (found.low, found.high) == (0.5, 0.5)


@pytest.mark.parametrize("call", [lambda: wilson(0, 0), lambda: newcombe_difference(1, 2, 0, 0)])
def test_share_of_nothing_is_refused(call: object) -> None:
    with pytest.raises(NoRows):
        call()  # type: ignore[operator]


@pytest.mark.parametrize(
    ("x", "n", "deff", "people"),
    [(5, 4, 1, None), (-1, 4, 1, None), (1, 4, 0.5, None), (1, 4, 1, 3)],
)
def test_impossible_counts_are_refused(x: int, n: int, deff: float, people: int | None) -> None:
    with pytest.raises(ValueError, match="of"):
        wilson(x, n, deff=deff, population=people)


@pytest.mark.parametrize(
    ("people", "margin", "n"),
    [(3000, 0.05, 341), (5000, 0.05, 357), (8000, 0.05, 367), (5000, 0.07, 189), (5000, 0.1, 95)],
)
def test_sample_sizes_of_the_plan(people: int, margin: float, n: int) -> None:
    assert sample_size(people, margin) == n


@pytest.mark.parametrize(("people", "n"), [(3000, 512), (5000, 536), (8000, 551)])
def test_sample_sizes_with_a_design_effect(people: int, n: int) -> None:
    assert sample_size(people, 0.05, deff=1.5) == pytest.approx(n, abs=1)


def test_sample_is_never_larger_than_the_village() -> None:
    assert [sample_size(n, 0.05) for n in (0, 1, 10)] == [0, 1, 10]


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0.1, 100))
def test_time_nobody_watched_is_neither_up_nor_down(
    good: float, unknown: float, bad: float
) -> None:
    found = unknown_bounds(good, unknown, good + unknown + bad)
    assert 0 <= found.low <= found.high <= 1
    assert found.width == pytest.approx(unknown / (good + unknown + bad), abs=1e-9)


def test_bounds_of_no_time_and_of_too_much_are_refused() -> None:
    with pytest.raises(NoRows):
        unknown_bounds(0, 0, 0)
    with pytest.raises(ValueError, match="unknown"):
        unknown_bounds(5, 6, 10)
