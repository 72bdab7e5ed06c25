"""Where the next Wi-Fi points should stand: the problem and its answer in plain values.

Budgeted maximal covering (Church & ReVelle 1974), the worst-served dusun first. What it costs to build
and what it costs every year are two limits: a point whose upkeep nobody pays is no point.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Binding(StrEnum):
    """What stops the next point: no money to build, no money for upkeep, or no site that reaches anyone."""

    BUILDING = "building"
    UPKEEP = "upkeep"
    BOTH = "both"
    REACH = "reach"


@dataclass(frozen=True)
class Demand:
    """A cluster of households, usually an RT. `covered` by a working point that stands already."""

    key: str
    dusun: str
    people: int
    covered: bool = False


@dataclass(frozen=True)
class Site:
    """A place a point could stand; money in whole rupiah, `upkeep` a year.

    `needs` names sites of which one must be chosen as its uplink; empty when it reaches the office itself.
    """

    key: str
    cost: int
    upkeep: int
    reaches: frozenset[str]
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Problem:
    """`floor` is the share of every dusun that must be covered at least, 0 to 1."""

    demands: tuple[Demand, ...]
    sites: tuple[Site, ...]
    budget: int
    upkeep: int
    floor: float = 0.0

    def people_of(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for demand in self.demands:
            found[demand.dusun] = found.get(demand.dusun, 0) + demand.people
        return found


@dataclass(frozen=True)
class Plan:
    """`gap` is 0 when the answer is proven best, else the share by which a better one may exist."""

    chosen: tuple[str, ...]
    cost: int
    upkeep: int
    people_covered: int
    people_added: int
    shares: tuple[tuple[str, float], ...]
    binding: Binding
    gap: float = 0.0

    @property
    def worst(self) -> float:
        return min((share for _, share in self.shares), default=0.0)


class FloorOutOfReach(ValueError):
    """The floor cannot be met; `dusun` names those no site can serve so far, empty when money is short."""

    def __init__(self, dusun: tuple[str, ...], best: float) -> None:
        super().__init__(f"floor out of reach: {dusun}, best {best:.3f}")
        self.dusun, self.best = dusun, best


def covered_by(problem: Problem, chosen: Iterable[str]) -> frozenset[str]:
    wanted = set(chosen)
    reached: set[str] = {demand.key for demand in problem.demands if demand.covered}
    for site in problem.sites:
        if site.key in wanted:
            reached |= site.reaches
    return frozenset(reached & {demand.key for demand in problem.demands})


def shares_of(problem: Problem, covered: frozenset[str]) -> tuple[tuple[str, float], ...]:
    """Covered share of each dusun with people, the worst first."""
    served: dict[str, int] = {}
    for demand in problem.demands:
        if demand.key in covered:
            served[demand.dusun] = served.get(demand.dusun, 0) + demand.people
    shares = (
        (name, served.get(name, 0) / all_) for name, all_ in problem.people_of().items() if all_
    )
    return tuple(sorted(shares, key=lambda pair: (pair[1], pair[0])))


def out_of_reach(problem: Problem) -> tuple[str, ...]:
    """Dusun that all sites together would not bring to the floor."""
    shares = shares_of(problem, covered_by(problem, [site.key for site in problem.sites]))
    return tuple(name for name, share in shares if share < problem.floor - 1e-9)


def plan_of(problem: Problem, chosen: Iterable[str], gap: float = 0.0) -> Plan:
    keys = set(chosen)
    sites = [site for site in problem.sites if site.key in keys]
    covered = covered_by(problem, keys)
    people = sum(demand.people for demand in problem.demands if demand.key in covered)
    before = sum(demand.people for demand in problem.demands if demand.covered)
    return Plan(
        chosen=tuple(site.key for site in sites),
        cost=sum(site.cost for site in sites),
        upkeep=sum(site.upkeep for site in sites),
        people_covered=people,
        people_added=people - before,
        shares=shares_of(problem, covered),
        binding=_binding(problem, keys, covered),
        gap=gap,
    )


def _binding(problem: Problem, chosen: set[str], covered: frozenset[str]) -> Binding:
    """Looks at every site left out that would serve someone new: which purse it does not fit in."""
    cost = sum(site.cost for site in problem.sites if site.key in chosen)
    upkeep = sum(site.upkeep for site in problem.sites if site.key in chosen)
    known = {demand.key for demand in problem.demands}
    reasons = set()
    for site in problem.sites:
        if site.key in chosen or not (site.reaches & known) - covered:
            continue
        dear, hungry = cost + site.cost > problem.budget, upkeep + site.upkeep > problem.upkeep
        reasons.add(
            Binding.BOTH if dear and hungry else Binding.UPKEEP if hungry else Binding.BUILDING
        )
    for reason in (Binding.BUILDING, Binding.UPKEEP, Binding.BOTH):
        if reasons == {reason}:
            return reason
    return Binding.BOTH if reasons else Binding.REACH
