"""How far a point reaches, by somebody who walked away from it with a phone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

USABLE = -70
"""dBm at which a phone still opens a page and holds a call; weaker is a name in a list."""
LEAST_PLACES = 4
FARTHEST = 2000


@dataclass(frozen=True)
class Place:
    """`signal` in dBm, None where the network was not seen at all."""

    metres: int
    signal: int | None

    @property
    def usable(self) -> bool:
        return self.signal is not None and self.signal >= USABLE


class UnclearWalk(ValueError):
    """A line that cannot be read; `line` is as it was typed."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


def read_walk(text: str) -> tuple[Place, ...]:
    """One place a line: metres and dBm, "80 -65" or "120 tidak ada". Raises UnclearWalk."""
    return tuple(_place(line.strip()) for line in text.splitlines() if line.strip())


def _place(line: str) -> Place:
    match = re.fullmatch(
        r"(\d{1,4})\s*(?:m|meter)?[\s,;:]+(?:(-\d{1,3})\s*(?:dbm)?|tidak ada|-)", line.lower()
    )
    if match is None or int(match[1]) > FARTHEST:
        raise UnclearWalk(line)
    return Place(int(match[1]), int(match[2]) if match[2] else None)


def radius_of(places: Iterable[Place]) -> int | None:
    """The farthest place up to which every place was usable; None when it is not known.

    Fewer than four places, or none that was usable, are no radius.
    """
    walked: Sequence[Place] = sorted(places, key=lambda each: each.metres)
    if len(walked) < LEAST_PLACES:
        return None
    farthest = 0
    for each in walked:
        if not each.usable:
            break
        farthest = each.metres
    if any(not each.usable and each.metres == farthest for each in walked):
        farthest = max((each.metres for each in walked if each.metres < farthest), default=0)
    return farthest or None
