"""The next Wi-Fi points: against every possible choice, on small villages drawn at random."""

import random
from itertools import combinations

import pytest

from desa.infrastructure.connectivity.engine.covering import best_plan
from desa.infrastructure.connectivity.rules.covering import (
    Binding,
    Demand,
    FloorOutOfReach,
    Plan,
    Problem,
    Site,
    plan_of,
)


def _village(seed: int, sites: int = 9, demands: int = 14) -> Problem:
    dice = random.Random(seed)
    homes = tuple(
        Demand(f"rt{i}", f"dusun{dice.randrange(3)}", dice.randint(0, 90), dice.random() < 0.2)
        for i in range(demands)
    )
    places = []
    for i in range(sites):
        reach = frozenset(home.key for home in homes if dice.random() < 0.25)
        needs = frozenset({"titik0"}) if i > 0 and dice.random() < 0.2 else frozenset[str]()
        places.append(Site(f"titik{i}", dice.randint(1, 9), dice.randint(0, 4), reach, needs))
    return Problem(homes, tuple(places), dice.randint(0, 25), dice.randint(0, 10))


def _rank(plan: Plan) -> tuple[float, int]:
    return (round(plan.worst, 6), plan.people_covered)


def _by_trying_all(problem: Problem) -> tuple[float, int]:
    best = (-1.0, -1)
    for size in range(len(problem.sites) + 1):
        for chosen in combinations(problem.sites, size):
            keys = {site.key for site in chosen}
            tied = all(not site.needs or site.needs & keys for site in chosen)
            plan = plan_of(problem, keys)
            if tied and plan.cost <= problem.budget and plan.upkeep <= problem.upkeep:
                best = max(best, _rank(plan))
    return best


@pytest.mark.parametrize("seed", range(200))
def test_exact_answer_equals_trying_all(seed: int) -> None:
    problem = _village(seed, sites=15 if seed % 20 == 0 else 4 + seed % 7)
    plan = best_plan(problem)
    assert _rank(plan) == _by_trying_all(problem)
    assert (plan.cost <= problem.budget, plan.upkeep <= problem.upkeep, plan.gap) == (True, True, 0)


@pytest.mark.parametrize("seed", range(20))
def test_more_money_never_serves_fewer(seed: int) -> None:
    poor = _village(seed)
    ranks = []
    for more in range(0, 30, 5):
        rich = Problem(poor.demands, poor.sites, poor.budget + more, poor.upkeep + more)
        ranks.append(_rank(best_plan(rich)))
    assert ranks == sorted(ranks)


HOMES = (
    Demand("sendi", "Sendi", 100),
    Demand("rajeg", "Rajeg", 40, covered=True),
    Demand("winog", "Winog", 60),
)


def _places(upkeep: int = 1) -> tuple[Site, ...]:
    return (
        Site("balai", 10, upkeep, frozenset({"sendi"})),
        Site("musala", 12, upkeep, frozenset({"winog"})),
    )


def test_plan_counts_people_cost_and_shares_worst_first() -> None:
    plan = best_plan(Problem(HOMES, _places(), 10, 5))
    assert (plan.chosen, plan.cost, plan.people_added) == (("balai",), 10, 100)
    assert plan.shares == (("Winog", 0.0), ("Rajeg", 1.0), ("Sendi", 1.0))


@pytest.mark.parametrize(
    ("budget", "upkeep", "binding"),
    [
        (10, 9, Binding.BUILDING),
        (99, 1, Binding.UPKEEP),
        (10, 1, Binding.BOTH),
        (99, 9, Binding.REACH),
    ],
)
def test_plan_names_what_stops_the_next_point(budget: int, upkeep: int, binding: Binding) -> None:
    assert best_plan(Problem(HOMES, _places(), budget, upkeep)).binding == binding


def test_dusun_that_no_site_reaches_is_named() -> None:
    far = (*HOMES, Demand("gunung", "Gunung", 30))
    with pytest.raises(FloorOutOfReach) as refusal:
        best_plan(Problem(far, _places(), 99, 9, floor=0.5))
    assert (refusal.value.dusun, refusal.value.best) == (("Gunung",), 0)


def test_floor_that_money_cannot_reach_says_what_it_can() -> None:
    with pytest.raises(FloorOutOfReach) as refusal:
        best_plan(Problem(HOMES, _places(), 10, 9, floor=0.5))
    assert (refusal.value.dusun, refusal.value.best) == ((), 0)


def test_no_point_is_built_for_nobody() -> None:
    served = tuple(Demand(home.key, home.dusun, home.people, covered=True) for home in HOMES)
    assert best_plan(Problem(served, _places(), 99, 9)).chosen == ()


def test_village_without_sites_or_homes_has_an_empty_plan() -> None:
    assert best_plan(Problem(HOMES, (), 10, 10)).chosen == ()
    assert best_plan(Problem((), _places(), 10, 10)).chosen == ()


def test_point_without_its_uplink_is_not_built() -> None:
    sites = (
        Site("relai", 8, 1, frozenset()),
        Site("bukit", 4, 1, frozenset({"sendi"}), frozenset({"relai"})),
    )
    assert best_plan(Problem(HOMES, sites, 11, 9)).chosen == ()
    assert best_plan(Problem(HOMES, sites, 12, 9)).chosen == ("relai", "bukit")
