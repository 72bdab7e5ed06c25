"""Control charts: whether a month is a story or only a month.

Individuals chart (XmR) with 2.66 mean moving ranges; p chart with limits of each month's own n. Wheeler,
"Understanding Variation" (1993); Montgomery, "Introduction to Statistical Quality Control", ch. 6-7.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

XMR = 2.66
LEAST_POINTS = 6
RUN = 8


@dataclass(frozen=True)
class Point:
    """`out` beyond a limit, `run` the eighth or later in a row on one side of the middle."""

    value: float
    low: float
    high: float
    out: bool
    run: bool


@dataclass(frozen=True)
class Chart:
    middle: float
    points: tuple[Point, ...]

    @property
    def changed(self) -> bool:
        return any(point.out or point.run for point in self.points)


class TooFewPoints(ValueError):
    """Limits of fewer than six points say nothing."""


def xmr_chart(values: Sequence[float]) -> Chart:
    if len(values) < LEAST_POINTS:
        raise TooFewPoints(len(values))
    middle = sum(values) / len(values)
    ranges = [abs(b - a) for a, b in pairwise(values)]
    reach = XMR * sum(ranges) / len(ranges)
    return _chart(values, middle, [(middle - reach, middle + reach)] * len(values))


def p_chart(counts: Sequence[tuple[int, int]]) -> Chart:
    """`counts`: successes and all, a month each; months without any are left out of the middle and refused."""
    if len(counts) < LEAST_POINTS:
        raise TooFewPoints(len(counts))
    if any(n <= 0 for _, n in counts):
        raise ValueError("a month without rows has no share")
    middle = sum(x for x, _ in counts) / sum(n for _, n in counts)
    reaches = [3 * sqrt(middle * (1 - middle) / n) for _, n in counts]
    limits = [(max(0.0, middle - reach), min(1.0, middle + reach)) for reach in reaches]
    return _chart([x / n for x, n in counts], middle, limits)


def _chart(values: Sequence[float], middle: float, limits: Sequence[tuple[float, float]]) -> Chart:
    points, side, length = [], 0, 0
    for value, (low, high) in zip(values, limits, strict=True):
        now = (value > middle) - (value < middle)
        length = length + 1 if now and now == side else abs(now)
        side = now
        out = value < low - 1e-12 or value > high + 1e-12
        points.append(Point(value, low, high, out, length >= RUN))
    return Chart(middle, tuple(points))
