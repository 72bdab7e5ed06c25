"""Equal shares and plain majority beside the ranking of a musdes, and whose money went where. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desa.empowerment.planning.rules.equal_shares import Election, equal_shares, greedy
from desa.empowerment.planning.rules.hiding import SMALL


@dataclass(frozen=True)
class GroupMoney:
    """Rupiah. `own` is the part of the budget that its voters stand for; the others what was spent on their wishes.

    A group of fewer than ten voters has no figures (None).
    """

    name: str
    voters: int | None
    own: int | None
    equal: int | None
    majority: int | None
    ranked: int | None


@dataclass(frozen=True)
class Advice:
    """Numbers of proposals, in the order in which they were chosen."""

    voters: int
    budget: int
    equal: tuple[int, ...]
    equal_cost: int
    majority: tuple[int, ...]
    majority_cost: int
    ranked: tuple[int, ...]
    ranked_cost: int
    votes: dict[int, int]
    groups: tuple[GroupMoney, ...]


def advise(election: Election, ranked: Sequence[int], groups: Sequence[str]) -> Advice:
    """`groups` names the group of each ballot, in their order ("" for none)."""
    costs = {item.key: item.cost for item in election.projects}
    supporters = election.supporters()
    fair, plain = equal_shares(election), greedy(election)
    chosen = [str(number) for number in ranked]
    voters = len(election.ballots)
    spent = {
        "equal": _by_group(fair.spent_by, groups),
        "majority": _by_group(_spread(plain.winners, costs, supporters, voters), groups),
        "ranked": _by_group(_spread(chosen, costs, supporters, voters), groups),
    }
    return Advice(
        voters=voters,
        budget=election.budget,
        equal=_numbers(fair.winners),
        equal_cost=fair.cost,
        majority=_numbers(plain.winners),
        majority_cost=plain.cost,
        ranked=tuple(ranked),
        ranked_cost=sum(costs[key] for key in chosen),
        votes={int(key): len(people) for key, people in supporters.items()},
        groups=_groups(groups, election.budget, spent),
    )


def _numbers(keys: Iterable[str]) -> tuple[int, ...]:
    return tuple(int(key) for key in keys)


def _spread(
    winners: Iterable[str],
    costs: Mapping[str, int],
    supporters: Mapping[str, Sequence[int]],
    voters: int,
) -> tuple[float, ...]:
    """The cost of each winner, laid evenly on those who wanted it; nobody's wish lies on nobody."""
    paid = [0.0] * voters
    for key in winners:
        for voter in supporters[key]:
            paid[voter] += costs[key] / len(supporters[key])
    return tuple(paid)


def _by_group(paid: Sequence[float], groups: Sequence[str]) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for name, amount in zip(groups, paid, strict=False):
        sums[name] += amount
    return sums


def _groups(
    groups: Sequence[str], budget: int, spent: Mapping[str, Mapping[str, float]]
) -> tuple[GroupMoney, ...]:
    found = []
    for name in sorted({name for name in groups if name}):
        count = groups.count(name)
        if count < SMALL:
            found.append(GroupMoney(name, None, None, None, None, None))
            continue
        own = round(budget * count / len(groups))
        sums = [round(spent[way].get(name, 0.0)) for way in ("equal", "majority", "ranked")]
        found.append(GroupMoney(name, count, own, *sums))
    return tuple(found)
