"""How sure a share is: intervals without a continuity correction.

Wilson (1927) as method 3 and the difference as method 10 of Newcombe (1998), Stat Med 17:857-890.
"""

from dataclasses import dataclass
from math import sqrt

Z95 = 1.959963984540054


class NoRows(ValueError):
    """A share of nothing is not zero."""


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low

    def holds(self, value: float) -> bool:
        return self.low <= value <= self.high


def wilson(
    successes: float, n: float, *, deff: float = 1.0, population: int | None = None, z: float = Z95
) -> Interval:
    """Interval of successes / n.

    `deff` divides n (Kish's design effect of weights and clusters). `population` shrinks the variance by
    the finite population correction (N - n) / (N - 1): a census has no sampling interval.

    Raises NoRows for n = 0, ValueError for counts that cannot be.
    """
    if n == 0:
        raise NoRows("no rows, no share")
    if not 0 <= successes <= n or deff < 1 or (population is not None and population < n):
        raise ValueError(f"{successes} of {n}, deff {deff}, population {population}")
    share = successes / n
    n_eff = n / deff
    if population is not None:
        if n >= population:
            return Interval(share, share)
        n_eff *= (population - 1) / (population - n)
    factor = z * z / n_eff
    middle = (share + factor / 2) / (1 + factor)
    half = z * sqrt(share * (1 - share) / n_eff + factor / (4 * n_eff)) / (1 + factor)
    low = 0.0 if successes == 0 else max(0.0, middle - half)
    return Interval(low, 1.0 if successes == n else min(1.0, middle + half))


def newcombe_difference(x1: float, n1: float, x2: float, n2: float, *, z: float = Z95) -> Interval:
    """Interval of x1/n1 - x2/n2 for two separate samples. "Berubah" is said only when it leaves out 0."""
    first, second = wilson(x1, n1, z=z), wilson(x2, n2, z=z)
    p1, p2 = x1 / n1, x2 / n2
    below = sqrt((p1 - first.low) ** 2 + (second.high - p2) ** 2)
    above = sqrt((first.high - p1) ** 2 + (p2 - second.low) ** 2)
    return Interval(max(-1.0, p1 - p2 - below), min(1.0, p1 - p2 + above))


def unknown_bounds(good: float, unknown: float, total: float) -> Interval:
    """Time nobody watched is neither good nor bad: [good / total, (good + unknown) / total]."""
    if total <= 0:
        raise NoRows("no time, no share")
    if good < 0 or unknown < 0 or good + unknown > total * (1 + 1e-12):
        raise ValueError(f"{good} good and {unknown} unknown of {total}")
    return Interval(good / total, min(1.0, (good + unknown) / total))


def sample_size(population: int, margin: float, *, deff: float = 1.0, z: float = Z95) -> int:
    """Respondents needed for a share of one half within +-margin, with the finite population correction."""
    if population <= 0:
        return 0
    endless = z * z * 0.25 / (margin * margin)
    needed = deff * endless / (1 + (endless - 1) / population)
    return min(population, int(-(-needed // 1)))
