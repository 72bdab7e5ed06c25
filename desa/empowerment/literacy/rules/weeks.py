"""In how many of the last weeks somebody finished work."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

WEEKS, LEAST_WEEKS, DAYS = 4, 3, 7


def weeks_at_work(acts: Iterable[tuple[int, datetime]], end: datetime) -> Mapping[int, int]:
    """By person, how many of the four weeks of seven days before `end` hold one act of theirs."""
    weeks: dict[int, set[int]] = defaultdict(set)
    for person, at in acts:
        ago = (end - at).total_seconds() / 86_400 / DAYS
        if 0 <= ago < WEEKS:
            weeks[person].add(int(ago))
    return {person: len(found) for person, found in weeks.items()}
