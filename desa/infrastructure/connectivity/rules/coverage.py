"""Who is within reach of a point that works: yes, no, or not known. What is unknown stays unknown."""

from collections.abc import Iterable
from dataclasses import dataclass

from desa.infrastructure.connectivity.rules.geo import Spot, distance
from desa.infrastructure.connectivity.rules.minutes import Tally

ANSWERED = 0.9
"""A point counts when it was on in nine minutes of ten: one that hangs there switched off reaches nobody."""


@dataclass(frozen=True)
class Home:
    """The people of one RT, or those of a dusun whose RT is not known; `spot` None when nobody measured it."""

    dusun: str
    people: int
    spot: Spot | None


@dataclass(frozen=True)
class Reach:
    """A point. `works` None: too little was seen to say. Without spot or radius it covers nobody for sure."""

    dusun: str
    spot: Spot | None
    radius: int | None
    works: bool | None


@dataclass(frozen=True)
class Covered:
    """People of one dusun; `unknown` are neither counted as reached nor as not reached."""

    people: int = 0
    reached: int = 0
    unknown: int = 0

    def __add__(self, other: "Covered") -> "Covered":
        return Covered(
            self.people + other.people,
            self.reached + other.reached,
            self.unknown + other.unknown,
        )

    @property
    def low(self) -> float | None:
        return self.reached / self.people if self.people else None

    @property
    def high(self) -> float | None:
        return (self.reached + self.unknown) / self.people if self.people else None


def works(tally: Tally) -> bool | None:
    """From the bounds of its time: on for sure, off for sure, or not known."""
    if tally.low is None or tally.high is None:
        return None
    if tally.low >= ANSWERED:
        return True
    return False if tally.high < ANSWERED else None


def is_reached(home: Home, points: Iterable[Reach]) -> bool | None:
    may = False
    for point in points:
        if point.works is False:
            continue
        inside = _inside(home, point)
        if inside and point.works:
            return True
        may = may or inside is not False
    return None if may else False


def _inside(home: Home, point: Reach) -> bool | None:
    """A point that nobody walked may reach its own dusun; a home that nobody measured may be anywhere."""
    if home.spot is None:
        return None
    if point.spot is None or point.radius is None:
        return None if home.dusun == point.dusun else False
    return distance(home.spot, point.spot) <= point.radius


def coverage(homes: Iterable[Home], points: Iterable[Reach]) -> dict[str, Covered]:
    """By dusun; every dusun that has people."""
    reaches, found = list(points), dict[str, Covered]()
    for home in homes:
        answer = is_reached(home, reaches)
        part = Covered(
            home.people,
            home.people if answer else 0,
            home.people if answer is None else 0,
        )
        found[home.dusun] = found.get(home.dusun, Covered()) + part
    return found


def village_of(parts: Iterable[Covered]) -> Covered:
    whole = Covered()
    for part in parts:
        whole += part
    return whole
