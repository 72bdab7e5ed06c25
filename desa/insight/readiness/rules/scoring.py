"""From a value to a score of 0 to 100 and a level of 1 to 5, by fixed goalposts or by a ladder of evidence.

Goalposts do not move: one village has no peers, and a new one must not change last year's score. The
bands are those of the Open Budget Survey (0-20, 21-40, 41-60, 61-80, 81-100).
"""

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

LEVELS = 5
BAND = 20.0
TOP = 100.0


class BreakpointsOutOfOrder(ValueError):
    pass


@dataclass(frozen=True)
class Goalposts:
    """`worst`, four breakpoints and `best`, all rising or all falling, in the unit of the value."""

    worst: float
    breaks: tuple[float, float, float, float]
    best: float

    def __post_init__(self) -> None:
        points = self.points
        rising = all(a < b for a, b in itertools.pairwise(points))
        falling = all(a > b for a, b in itertools.pairwise(points))
        if not (rising or falling):
            raise BreakpointsOutOfOrder(f"{points} neither rise nor fall")

    @property
    def points(self) -> tuple[float, ...]:
        return (self.worst, *self.breaks, self.best)

    @property
    def inverse(self) -> bool:
        return self.best < self.worst

    def score(self, value: float) -> float:
        """Straight between the points (worst, 0) (b1, 20) ... (best, 100), and flat outside them."""
        sign = -1.0 if self.inverse else 1.0
        points = [sign * point for point in self.points]
        at = sign * value
        if at <= points[0]:
            return 0.0
        if at >= points[-1]:
            return TOP
        place = bisect_right(points, at) - 1
        part = (at - points[place]) / (points[place + 1] - points[place])
        return BAND * (place + part)

    def moved(self, share: float) -> "Goalposts":
        """The four breakpoints moved by a share of themselves, the ends kept; for sensitivity.

        Kept strictly between the ends and in order however far they are moved.
        """
        moved = [point * (1 + share) for point in self.breaks]
        low, high = sorted((self.worst, self.best))
        inside = [min(max(point, low), high) for point in moved]
        return _spread(self.worst, inside, self.best)


def _spread(worst: float, inside: Sequence[float], best: float) -> Goalposts:
    """Pull points that met each other or an end apart by a thousandth of the range."""
    sign = -1.0 if best < worst else 1.0
    least = abs(best - worst) / 1000
    points, previous = [], sign * worst
    for number, point in enumerate(inside):
        room = sign * best - least * (len(inside) - number)
        previous = min(max(sign * point, previous + least), room)
        points.append(sign * previous)
    return Goalposts(worst, (points[0], points[1], points[2], points[3]), best)


def level_of(score: float) -> int:
    """1 + floor(score / 20), at most 5; a thousand-millionth under an edge counts as on it."""
    return min(LEVELS, 1 + int((score + 1e-9) // BAND))


def score_of_level(level: float) -> float:
    """The middle of a ladder's band: 10, 30, 50, 70, 90; levels between steps lie between."""
    if not 1 <= level <= LEVELS:
        raise ValueError(f"a level is 1 to {LEVELS}, not {level}")
    return BAND * level - BAND / 2
