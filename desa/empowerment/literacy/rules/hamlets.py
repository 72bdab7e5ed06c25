"""Which dusun have an active cadre: somebody whose help was confirmed at least twice in thirty days."""

from collections import Counter
from collections.abc import Iterable

LEAST_ASSISTS = 2


def active(assists: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Of (cadre, dusun) pairs, one a confirmed help, the dusun with such a cadre."""
    counted = Counter(assists)
    return frozenset(dusun for (_cadre, dusun), times in counted.items() if times >= LEAST_ASSISTS)
