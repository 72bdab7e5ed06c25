"""Krippendorff's example C: twelve units, four observers, values missing."""

import pytest

from desa.insight.readiness.rules.agreement import Metric, NothingToCompare, alpha

_: float | None = None
EXAMPLE_C: list[list[float | None]] = [
    [1, 1, _, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [_, 5, 5, 5],
    [_, _, 1, 1],
    [_, 3, _, _],
]


@pytest.mark.parametrize(
    ("metric", "expected"),
    [
        (Metric.NOMINAL, 0.743421),
        (Metric.ORDINAL, 0.815388),
        (Metric.INTERVAL, 0.849107),
        (Metric.RATIO, 0.797403),
    ],
)
def test_alpha_of_the_published_example(metric: Metric, expected: float) -> None:
    assert alpha(EXAMPLE_C, metric) == pytest.approx(expected, abs=1e-6)


def test_full_agreement_is_one() -> None:
    assert alpha([[1, 1], [2, 2], [3, 3]], Metric.ORDINAL) == 1


@pytest.mark.parametrize("units", [[], [[1, 2]], [[1, None], [None, 2]], [[2, 2], [2, 2]]])
def test_nothing_to_compare_is_said(units: list[list[float | None]]) -> None:
    with pytest.raises(NothingToCompare):
        alpha(units, Metric.NOMINAL)
