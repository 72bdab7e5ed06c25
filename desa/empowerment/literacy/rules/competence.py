"""Who masters a function: whoever passed its observed tasks last time, not too long ago."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LASTS = timedelta(days=730)
ENOUGH_PEOPLE = 2


@dataclass(frozen=True)
class Observed:
    """`order` tells two observations of one day apart."""

    function: str
    person: int
    on: date
    order: int
    passed: bool


def able(observations: Iterable[Observed], day: date) -> dict[str, frozenset[int]]:
    """By function, the people whose last observation until this day was passed and still counts."""
    last: dict[tuple[str, int], Observed] = {}
    for item in sorted(observations, key=lambda item: (item.on, item.order)):
        if item.on <= day:
            last[item.function, item.person] = item
    people: dict[str, set[int]] = defaultdict(set)
    for item in last.values():
        if item.passed and day - item.on <= LASTS:
            people[item.function].add(item.person)
    return {function: frozenset(found) for function, found in people.items()}
