"""Which proposals a budget could carry: by equal shares of the voters, and by plain majority beside it.

Method of Equal Shares with cost utility (Peters, Pierczynski, Skowron 2021, "Proportional Participatory
Budgeting with Additive Utilities"), completed by raising every voter's share until the next
step would overspend (add1). Advice beside a
musyawarah, never instead of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

CLOSE = 1e-9
SMALL_SHARE, BIG_STEP = 100_000, 100_000


@dataclass(frozen=True)
class Project:
    """`cost` in whole units of the budget's money."""

    key: str
    cost: int
    name: str = ""
    place: str = ""


@dataclass(frozen=True)
class Election:
    """Ballots name the keys a voter approves; one voter one ballot, an empty one still has its share."""

    budget: int
    projects: tuple[Project, ...]
    ballots: tuple[frozenset[str], ...]

    def supporters(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {project.key: [] for project in self.projects}
        for voter, ballot in enumerate(self.ballots):
            for key in ballot:
                if key in found:
                    found[key].append(voter)
        return found


@dataclass(frozen=True)
class Outcome:
    """`spent_by` is what each voter paid, in the order of the ballots; empty where nobody pays alone."""

    winners: tuple[str, ...]
    cost: int
    share: float = 0.0
    spent_by: tuple[float, ...] = ()


@dataclass
class _Purse:
    """The money voters still hold during one count."""

    left: list[float]
    bounds: dict[str, float] = field(default_factory=dict)


def step_for(budget: int, voters: int) -> int:
    """By how much a share is raised each time: 1, or Rp100.000 where shares are large."""
    return 1 if not voters or budget / voters < SMALL_SHARE else BIG_STEP


def greedy(election: Election) -> Outcome:
    """Most votes first, skipping what no longer fits; ties: lower cost, then the key."""
    votes = {key: len(people) for key, people in election.supporters().items()}
    order = sorted(election.projects, key=lambda item: (-votes[item.key], item.cost, item.key))
    winners, cost = [], 0
    for project in order:
        if votes[project.key] and cost + project.cost <= election.budget:
            winners.append(project.key)
            cost += project.cost
    return Outcome(tuple(winners), cost)


def equal_shares(election: Election, step: int | None = None) -> Outcome:
    """Raises ValueError for a step below 1. The result never costs more than the budget."""
    voters = len(election.ballots)
    raised = step_for(election.budget, voters) if step is None else step
    if raised < 1:
        raise ValueError("a share is raised by at least 1")
    if not voters or election.budget <= 0:
        return Outcome((), 0)
    supporters = election.supporters()
    wanted = {key for key, people in supporters.items() if people}
    share = election.budget / voters
    outcome = _count(election, supporters, share)
    while set(outcome.winners) != wanted:
        following = _count(election, supporters, share + raised)
        if following.cost > election.budget:
            break
        share, outcome = share + raised, following
    return outcome


def _count(election: Election, supporters: Mapping[str, Sequence[int]], share: float) -> Outcome:
    purse = _Purse([share] * len(election.ballots))
    costs = {item.key: item.cost for item in election.projects}
    open_ = {key for key, people in supporters.items() if people and costs[key] > 0}
    purse.bounds = {key: float(len(supporters[key])) for key in open_}
    winners = [key for key, cost in costs.items() if cost <= 0 and supporters[key]]
    while (best := _best(open_, costs, supporters, purse)) is not None:
        key, votes = best
        _pay(purse, supporters[key], costs[key] / votes)
        open_.discard(key)
        winners.append(key)
    spent = tuple(share - left for left in purse.left)
    return Outcome(tuple(winners), sum(costs[key] for key in winners), share, spent)


def _best(
    open_: set[str],
    costs: Mapping[str, int],
    supporters: Mapping[str, Sequence[int]],
    purse: _Purse,
) -> tuple[str, float] | None:
    """The project whose supporters carry it most lightly, with its effective votes.

    Effective votes only fall while money is spent, so the last ones are bounds and few are recounted.
    """
    best: tuple[str, float] | None = None
    for key in sorted(open_, key=lambda item: (-purse.bounds[item], costs[item], item)):
        if best is not None and purse.bounds[key] < best[1] * (1 - CLOSE):
            break
        votes = _effective_votes(costs[key], [purse.left[voter] for voter in supporters[key]])
        if votes is None:
            open_.discard(key)
            continue
        purse.bounds[key] = votes
        if best is None or _rank(key, votes, costs, supporters, best):
            best = key, votes
    return best


def _rank(
    key: str,
    votes: float,
    costs: Mapping[str, int],
    supporters: Mapping[str, Sequence[int]],
    best: tuple[str, float],
) -> bool:
    """Whether it goes before the best so far; ties: lower cost, then more votes, then the key."""
    if abs(votes - best[1]) > CLOSE * best[1]:
        return votes > best[1]
    other = best[0]
    mine = (costs[key], -len(supporters[key]), key)
    return mine < (costs[other], -len(supporters[other]), other)


def _effective_votes(cost: int, purses: list[float]) -> float | None:
    """Cost divided by the largest payment when supporters pay equally as far as they can; None: too poor."""
    if sum(purses) < cost * (1 - CLOSE):
        return None
    purses.sort()
    paid, payers = 0.0, len(purses)
    for purse in purses:
        if purse * payers >= (cost - paid) * (1 - CLOSE):
            return cost * payers / (cost - paid)
        paid += purse
        payers -= 1
    return None


def _pay(purse: _Purse, people: Sequence[int], most: float) -> None:
    left = purse.left
    for voter in people:
        rest = left[voter] - most
        left[voter] = rest if rest > 0 else 0.0
