"""Time on and off, with the time nobody knows about kept apart: it is neither up nor down."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """Minutes. `scheduled`: those in which the point should have been on."""

    up: int = 0
    down: int = 0
    scheduled: int = 0

    def __post_init__(self) -> None:
        if min(self.up, self.down) < 0 or self.up + self.down > self.scheduled:
            raise ValueError(f"{self.up} up and {self.down} down of {self.scheduled}")

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.up + other.up, self.down + other.down, self.scheduled + other.scheduled)

    @property
    def unknown(self) -> int:
        return self.scheduled - self.up - self.down

    @property
    def low(self) -> float | None:
        """Share of the scheduled time if all that is unknown was off; None when nothing was scheduled."""
        return self.up / self.scheduled if self.scheduled else None

    @property
    def high(self) -> float | None:
        """The same if all that is unknown was on."""
        return (self.up + self.unknown) / self.scheduled if self.scheduled else None

    @property
    def measured(self) -> float | None:
        """Share of the time that is known; None when nothing is known."""
        known = self.up + self.down
        return self.up / known if known else None

    @property
    def known_share(self) -> float:
        return (self.up + self.down) / self.scheduled if self.scheduled else 0.0


def total(tallies: Iterable[Tally]) -> Tally:
    found = Tally()
    for each in tallies:
        found += each
    return found


@dataclass(frozen=True)
class Bounds:
    """A share that lies between `low` and `high`; `value` by what is known, None when nothing is."""

    value: float | None
    low: float
    high: float


def weighted(parts: Iterable[tuple[int, Tally]]) -> Bounds | None:
    """Sum of people x minutes up over sum of people x minutes scheduled (ACC2); None without people."""
    up = down = scheduled = 0
    for people, tally in parts:
        up += people * tally.up
        down += people * tally.down
        scheduled += people * tally.scheduled
    if not scheduled:
        return None
    value = up / (up + down) if up + down else None
    return Bounds(value, up / scheduled, (scheduled - down) / scheduled)
