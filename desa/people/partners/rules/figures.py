"""The arithmetic of COO1 to COO5, on plain values."""

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import TypeVar

FEWEST_ACTORS = 5
WOMEN_WANTED = 0.4
LOWEST_LEVEL, HIGHEST_LEVEL = 1.0, 5.0

Actor = TypeVar("Actor", bound=int | str)


def inclusiveness(women: int, people: int, dusun_present: int, dusun: int) -> float:
    """0 to 1: the smaller of women against the wanted 40 % and the share of dusun that came."""
    if not people:
        return 0.0
    present = min(1.0, dusun_present / dusun) if dusun else 1.0
    return min(1.0, women / people / WOMEN_WANTED, present)


def forum_quality(level: int, factor: float) -> float:
    """The level a forum reached, lessened by who was missing; a forum that was held informs at least."""
    return max(LOWEST_LEVEL, min(HIGHEST_LEVEL, level * factor))


def degrees(groups: Iterable[Collection[Actor]]) -> dict[Actor, int]:
    """With how many others each actor did something; every group is one joint activity."""
    pairs = {pair for group in groups for pair in combinations(sorted(set(group)), 2)}
    return dict(Counter(actor for pair in pairs for actor in pair))


def centralisation(found: Collection[int]) -> float:
    """Freeman's degree centralisation of an undirected graph by its degrees: 1 for a star, 0 for a ring.

    Raises ValueError below three actors, where it is not defined.
    """
    size = len(found)
    if size < 3:
        raise ValueError("centralisation needs three actors")
    largest = max(found)
    return sum(largest - degree for degree in found) / ((size - 1) * (size - 2))


def shared_cost(own: int, others: int) -> float | None:
    """Others' part (cash and valued in-kind) of all a programme cost, in sen; None without any cost."""
    whole = own + others
    return others / whole if whole else None
