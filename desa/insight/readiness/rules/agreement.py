"""Krippendorff's alpha: how far coders who worked apart agree, with values missing.

Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
"""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import permutations


class Metric(StrEnum):
    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


Difference = Callable[[float, float], float]


class NothingToCompare(ValueError):
    """Fewer than two units with two values, or only one value in all of them."""


def alpha(units: Sequence[Sequence[float | None]], metric: Metric) -> float:
    """`units`: one row a unit, one column a coder, None where a coder gave no value; 1 is full agreement.

    Raises NothingToCompare where alpha is not defined.
    """
    pairable = [[v for v in unit if v is not None] for unit in units]
    pairable = [values for values in pairable if len(values) >= 2]
    totals = Counter(value for values in pairable for value in values)
    n = sum(totals.values())
    if len(pairable) < 2 or len(totals) < 2:
        raise NothingToCompare
    distance = _distance(metric, totals)
    observed = sum(
        sum(distance(a, b) for a, b in permutations(values, 2)) / (len(values) - 1)
        for values in pairable
    )
    expected = sum(totals[a] * totals[b] * distance(a, b) for a, b in permutations(totals, 2))
    return 1 - (n - 1) * observed / expected


def _distance(metric: Metric, totals: Counter[float]) -> Difference:
    """Squared difference of two values."""
    if metric is Metric.NOMINAL:
        return lambda a, b: float(a != b)
    if metric is Metric.INTERVAL:
        return lambda a, b: (a - b) ** 2
    if metric is Metric.RATIO:
        return lambda a, b: ((a - b) / (a + b)) ** 2 if a + b else 0.0
    return lambda a, b: _ranks_between(a, b, totals) ** 2


def _ranks_between(a: float, b: float, totals: Counter[float]) -> float:
    low, high = min(a, b), max(a, b)
    between = sum(count for value, count in totals.items() if low <= value <= high)
    return between - (totals[a] + totals[b]) / 2
