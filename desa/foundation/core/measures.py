"""What a room can say about itself for the eight indicators: a measure, its reading, and the rows it counts.

A measure is registered by the room whose rows it counts, in that room's `measures.py`; the room of the
indicators only asks. Missing is never zero: a reading without a value says why it has none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desa.foundation.core.registry import Registry


class Standing(StrEnum):
    MEASURED = "terukur"
    ESTIMATED = "estimasi"
    HIDDEN = "disamarkan"
    NO_DATA = "tidak_ada_data"
    NOT_APPLICABLE = "tidak_berlaku"


class Unit(StrEnum):
    """SHARE: 0 to 1. LEVEL: 1 to 5. DAYS, RATIO and COUNT: as the words say."""

    SHARE = "share"
    LEVEL = "level"
    DAYS = "days"
    RATIO = "ratio"
    COUNT = "count"


@dataclass(frozen=True)
class Evidence:
    """One row behind a figure. `value` is what the row adds in the unit of the measure (1 and 0 for a share).

    `open`: a wait that has not ended, so its value is the least it will be.
    """

    label: str
    value: float
    url: str = ""
    on: date | None = None
    note: str = ""
    public: bool = True
    open: bool = False


@dataclass(frozen=True)
class Reading:
    """`low` and `high` bound the value where rows are a sample or some of it is unknown; `n` are its rows.

    An estimated reading names its method in `why`; a hidden one has too few rows to be shown.
    """

    standing: Standing
    value: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    evidence: tuple[Evidence, ...] = ()
    why: str = ""
    low: float | None = None
    high: float | None = None
    n: int | None = None

    def __post_init__(self) -> None:
        known = self.standing in {Standing.MEASURED, Standing.ESTIMATED}
        if known != (self.value is not None):
            raise ValueError("a measured reading has a value, and no other has one")
        if self.standing is not Standing.MEASURED and not self.why:
            raise ValueError("a reading that is not measured says why")


@dataclass(frozen=True)
class Measure:
    """`read(until)` runs inside the village's scope and counts what was known at the end of that day.

    A code that several rooms measure together (TRA6) is registered once per room, each with its `part`.
    `title` says in a few words of the screen's language what is counted.
    """

    code: str
    room: str
    unit: Unit
    read: Callable[[date], Reading]
    part: str = ""
    title: object = ""

    @property
    def name(self) -> str:
        return f"{self.code}.{self.part}" if self.part else self.code


measures: Registry[Measure] = Registry("measure")


def measure(item: Measure) -> None:
    measures.add(item.name, item)


def share(evidence: tuple[Evidence, ...], *, empty: str) -> Reading:
    """The share of rows that count, one each; without any row there is no figure, and `empty` says why."""
    if not evidence:
        return Reading(Standing.NO_DATA, why=empty)
    good = sum(1 for row in evidence if row.value)
    return Reading(Standing.MEASURED, good / len(evidence), good, len(evidence), evidence)
