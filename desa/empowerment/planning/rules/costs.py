"""The class of a cost, and the order that the scores of a musdes give. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from desa.empowerment.planning.enums import CostClass

MILLION = 1_000_000
LIMITS = (
    (10 * MILLION, CostClass.SMALL),
    (50 * MILLION, CostClass.MIDDLE),
    (200 * MILLION, CostClass.LARGE),
)


@dataclass(frozen=True)
class Scored:
    """`cost` in rupiah; `score` as it stood on the paper of the musdes."""

    number: int
    score: int
    cost: int


def cost_class(rupiah: int) -> CostClass:
    return next((name for limit, name in LIMITS if rupiah <= limit), CostClass.HUGE)


def ranking(scored: Iterable[Scored]) -> tuple[Scored, ...]:
    """The highest score first; ties: lower cost, then the lower number."""
    return tuple(sorted(scored, key=lambda item: (-item.score, item.cost, item.number)))


def within(ranked: Iterable[Scored], budget: int) -> tuple[int, ...]:
    """The numbers that the ranking carries: from the top, skipping what no longer fits."""
    chosen, spent = [], 0
    for item in ranked:
        if item.cost and spent + item.cost <= budget:
            chosen.append(item.number)
            spent += item.cost
    return tuple(chosen)
