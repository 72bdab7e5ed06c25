"""Help that was written down too fast to have happened so."""

from collections.abc import Iterable
from datetime import datetime, timedelta

WITHIN = timedelta(minutes=10)
TOO_MANY = 4


def hurried(moments: Iterable[tuple[int, datetime]]) -> frozenset[int]:
    """Keys of those that stand with at least four in ten minutes; of one cadre's notes."""
    ordered = sorted(moments, key=lambda item: item[1])
    found: set[int] = set()
    for start, (_key, at) in enumerate(ordered):
        together = [key for key, moment in ordered[start:] if moment - at <= WITHIN]
        if len(together) >= TOO_MANY:
            found.update(together)
    return frozenset(found)
