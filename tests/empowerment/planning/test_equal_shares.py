"""Elections small enough to be counted by hand, and what must hold in all of them."""

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.planning.rules.equal_shares import (
    BIG_STEP,
    Election,
    Project,
    equal_shares,
    greedy,
    step_for,
)


def _election(budget: int, costs: dict[str, int], *ballots: str) -> Election:
    projects = tuple(Project(key, cost) for key, cost in costs.items())
    return Election(budget, projects, tuple(frozenset(ballot) for ballot in ballots))


TWO_AND_ONE = _election(9, {"A": 3, "B": 3, "C": 6}, "AC", "AC", "B")


def test_a_third_of_the_voters_decides_over_a_third_of_the_money() -> None:
    """Each holds 3. A costs its two 1.5 each and goes first; C then finds 3 of 6; B is paid by the third."""
    outcome = equal_shares(TWO_AND_ONE, step=1)
    assert (sorted(outcome.winners), outcome.cost) == (["A", "B"], 6)


def test_plain_majority_spends_all_of_it_for_the_two() -> None:
    outcome = greedy(TWO_AND_ONE)
    assert (outcome.winners, outcome.cost) == (("A", "C"), 9)


def test_share_is_raised_until_the_next_step_overspends() -> None:
    """At 3 each only A; at 4 voter 1 and 2 still lack for C (5 of 6); at 5 C would make it 12."""
    assert equal_shares(TWO_AND_ONE, step=1).share == 4
    assert equal_shares(TWO_AND_ONE, step=2).share == 3


def test_what_each_voter_paid_adds_up_to_the_cost() -> None:
    outcome = equal_shares(TWO_AND_ONE, step=1)
    assert outcome.spent_by == pytest.approx((1.5, 1.5, 3.0))


def test_tie_goes_to_the_cheaper_then_to_more_votes() -> None:
    """Both are carried with two effective votes; the budget holds one of them."""
    cheaper = _election(10, {"X": 10, "Y": 8}, "XY", "XY")
    assert equal_shares(cheaper, step=1).winners == ("Y",)
    assert greedy(_election(10, {"X": 8, "Y": 8}, "XY", "XY")).winners == ("X",)


def test_poor_supporters_give_all_they_have_and_the_others_the_rest() -> None:
    """Shares of 4: P takes 2 of voter 1 and of voter 2; Q (9) then has 2, 4, 4 and needs 2 + 3.5 + 3.5."""
    outcome = equal_shares(_election(12, {"P": 4, "Q": 9}, "PQ", "P", "Q"), step=1)
    assert outcome.winners[0] == "P"
    spread = equal_shares(_election(13, {"P": 4, "Q": 9}, "PQ", "PQ", "Q"), step=1)
    assert set(spread.winners) == {"P", "Q"}


def test_nobody_wants_it_so_nobody_gets_it() -> None:
    assert equal_shares(_election(100, {"A": 10}, "", "")).winners == ()
    assert greedy(_election(100, {"A": 10}, "", "")).winners == ()


@pytest.mark.parametrize("budget", [0, -5])
def test_without_money_nothing_is_chosen(budget: int) -> None:
    assert equal_shares(_election(budget, {"A": 10}, "A")).winners == ()


def test_without_ballots_nothing_is_chosen() -> None:
    assert equal_shares(_election(100, {"A": 10})) == greedy(_election(100, {"A": 10}))


def test_step_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        equal_shares(TWO_AND_ONE, step=0)


def test_shares_in_rupiah_are_raised_by_a_hundred_thousand() -> None:
    assert step_for(300_000_000, 100) == BIG_STEP
    assert step_for(1_000_000, 6_586) == 1
    assert step_for(5, 0) == 1


def test_money_in_rupiah_is_counted_soon() -> None:
    costs = {str(number): 10_000_000 + number * 7_000_001 for number in range(39)}
    ballots = [frozenset(str((voter * 7 + k) % 39) for k in range(5)) for voter in range(120)]
    projects = tuple(Project(key, cost) for key, cost in costs.items())
    outcome = equal_shares(Election(900_000_000, projects, tuple(ballots)))
    assert 0 < outcome.cost <= 900_000_000


KEYS = "ABCDEF"
elections = st.builds(
    Election,
    st.integers(1, 60),
    st.lists(st.integers(1, 30), min_size=1, max_size=6).map(
        lambda costs: tuple(Project(KEYS[i], cost) for i, cost in enumerate(costs))
    ),
    st.lists(st.frozensets(st.sampled_from(KEYS)), min_size=1, max_size=9).map(tuple),
)


@given(elections)
def test_neither_rule_spends_more_than_there_is(election: Election) -> None:
    for outcome in (equal_shares(election, step=1), greedy(election)):
        costs = {project.key: project.cost for project in election.projects}
        assert outcome.cost == sum(costs[key] for key in outcome.winners) <= election.budget
        assert len(set(outcome.winners)) == len(outcome.winners)


@given(elections)
def test_nobody_pays_for_what_they_did_not_choose(election: Election) -> None:
    outcome = equal_shares(election, step=1)
    for ballot, spent in zip(election.ballots, outcome.spent_by, strict=True):
        if not ballot & set(outcome.winners):
            assert spent == 0
        assert spent <= outcome.share * (1 + 1e-6)


@given(elections)
def test_a_group_that_agrees_gets_its_part(election: Election) -> None:
    """Justified representation: supporters whose shares alone carry a project are not all left without."""
    outcome = equal_shares(election, step=1)
    share = election.budget / len(election.ballots)
    supporters = election.supporters()
    for project in election.projects:
        people = supporters[project.key]
        if people and len(people) * share >= project.cost * (1 + 1e-6):
            served = [election.ballots[voter] & set(outcome.winners) for voter in people]
            assert any(served)


@given(elections, st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_proposals_changes_nothing(
    election: Election, random: object
) -> None:
    projects, ballots = list(election.projects), list(election.ballots)
    random.shuffle(projects)  # type: ignore[attr-defined]
    random.shuffle(ballots)  # type: ignore[attr-defined]
    mixed = Election(election.budget, tuple(projects), tuple(ballots))
    assert set(equal_shares(mixed, step=1).winners) == set(equal_shares(election, step=1).winners)
    assert greedy(mixed).winners == greedy(election).winners


@given(elections)
def test_greedy_never_leaves_out_what_still_fits_and_has_votes(election: Election) -> None:
    outcome = greedy(election)
    supporters = election.supporters()
    left = [p for p in election.projects if p.key not in outcome.winners and supporters[p.key]]
    assert all(project.cost > election.budget - outcome.cost for project in left)


def test_equal_shares_serves_more_voters_than_majority_here() -> None:
    """Six of ten like the same two; majority gives them both, equal shares keeps room for the four."""
    ballots = ["MN"] * 6 + ["R"] * 4
    election = _election(100, {"M": 50, "N": 50, "R": 40}, *ballots)
    assert set(greedy(election).winners) == {"M", "N"}
    assert set(equal_shares(election, step=1).winners) == {"M", "R"}


def test_every_subset_of_keys_is_a_ballot_the_count_understands() -> None:
    ballots = chain.from_iterable(combinations("ABC", size) for size in range(4))
    election = _election(12, {"A": 4, "B": 4, "C": 4}, *("".join(ballot) for ballot in ballots))
    assert set(equal_shares(election, step=1).winners) == {"A", "B", "C"}
