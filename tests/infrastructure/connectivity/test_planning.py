"""From the village's rows to the chosen sites, and the words of the answer."""

import json

import pytest

from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.infrastructure.connectivity.actions import ask_plan
from desa.infrastructure.connectivity.actions.solving import solve_plan
from desa.infrastructure.connectivity.enums import PlanState
from desa.infrastructure.connectivity.models import SitePlan
from desa.infrastructure.connectivity.presenters import answer_of
from desa.infrastructure.connectivity.queries.planning import problem_of
from desa.infrastructure.connectivity.rules.covering import Binding
from desa.infrastructure.connectivity.tasks import run_plan
from tests.infrastructure.connectivity.conftest import BY, rt
from tests.infrastructure.connectivity.table import site
from tests.infrastructure.connectivity.test_measures import FAR, HERE, days, people, place, walked

NOT_QUITE = (-7_641_900, 112_700_000)
"""211 metres south of HERE: outside a reach of 200, inside one of 240."""


def asked(budget: int = 8_000_000, upkeep: int = 1_400_000, floor: int = 0) -> SitePlan:
    return ask_plan(by=BY, budget=Rupiah.of(budget), upkeep=Rupiah.of(upkeep), floor_percent=floor)


@pytest.fixture
def two_dusun(scope: Village) -> None:
    """Rajeg is served; in Sendi 4 people live at HERE, 3 a little too far, 2 nobody knows where."""
    people(place(rt("001"), FAR), 5, 1)
    days(walked("Balai", "Rajeg", FAR), 1440, 0)
    people(place(rt("001", "Sendi"), HERE), 4, 20)
    people(place(rt("002", "Sendi"), NOT_QUITE), 3, 30)
    people(rt("003", "Sendi"), 2, 40)


def test_problem_knows_people_sites_and_whole_rupiah(two_dusun: None) -> None:
    first = site()
    site("Warung", uplink=first)
    problem = problem_of(asked())
    assert sorted((d.dusun, d.people, d.covered) for d in problem.demands) == [
        ("Rajeg", 5, True),
        ("Sendi", 2, False),
        ("Sendi", 3, False),
        ("Sendi", 4, False),
    ]
    assert [(s.cost, s.upkeep, len(s.reaches)) for s in problem.sites] == [
        (6_200_000, 1_310_000, 1)
    ] * 2
    assert [s.needs for s in problem.sites] == [frozenset(), {str(first.pk)}]


def test_estimated_reach_is_stretched_and_a_walked_one_is_not(two_dusun: None) -> None:
    site("Perkiraan")
    site("Teruji", walked=True)
    reached = [len(each.reaches) for each in problem_of(asked(), 1.2).sites]
    assert reached == [2, 1]


def test_answer_names_sites_people_shares_and_what_limits(two_dusun: None) -> None:
    site()
    plan = solve_plan(asked())
    answer = answer_of(plan)
    assert answer is not None
    assert plan.state == PlanState.DONE
    assert [(line.name, line.dusun, line.people) for line in answer.sites] == [
        ("Musala Sendi", "Sendi", 4)
    ]
    assert (answer.added, answer.people, answer.gap) == (4, 14, 0)
    assert answer.shares == (("Sendi", 0, 444), ("Rajeg", 1000, 1000))
    assert "tidak ada calon titik lain" in answer.binding
    assert [words.split(":")[1] for words in answer.robust] == [
        " pilihan sama, 4 warga baru.",
        " pilihan sama, 7 warga baru.",
    ]
    assert json.loads(json.dumps(plan.answer)) == plan.answer


@pytest.mark.parametrize(
    ("budget", "upkeep", "binding"),
    [
        (6_000_000, 9_000_000, Binding.BUILDING),
        (9_000_000, 1_000_000, Binding.UPKEEP),
        (1_000_000, 1_000_000, Binding.BOTH),
    ],
)
def test_the_purse_that_limits_is_named(
    two_dusun: None, budget: int, upkeep: int, binding: Binding
) -> None:
    site()
    plan = solve_plan(asked(budget, upkeep))
    assert plan.answer["binding"] == binding
    assert plan.answer["sites"] == []


def test_floor_that_no_site_can_reach_names_the_dusun(two_dusun: None) -> None:
    """Two of nine people of Sendi live nobody knows where: 80 % is out of reach of any site."""
    site()
    plan = solve_plan(asked(floor=80))
    answer = answer_of(plan)
    assert answer is not None
    assert plan.state == PlanState.OUT_OF_REACH
    assert "80 %" in answer.problem
    assert "Sendi" in answer.problem
    assert "letak RT" in answer.problem


def test_floor_that_is_only_too_dear_says_how_far_the_money_goes(two_dusun: None) -> None:
    site()
    answer = answer_of(solve_plan(asked(budget=1_000_000, floor=40)))
    assert answer is not None
    assert "Paling tinggi 0 %" in answer.problem


def test_answer_that_is_there_stays(two_dusun: None) -> None:
    plan = solve_plan(asked())
    site()
    run_plan({"plan": plan.pk})
    plan.refresh_from_db()
    assert plan.answer["sites"] == []


def test_plan_that_waits_has_no_answer(two_dusun: None) -> None:
    assert answer_of(asked()) is None


def test_village_without_people_has_a_plan_without_sites(scope: Village) -> None:
    site()
    plan = solve_plan(asked())
    assert plan.answer["sites"] == []
    assert plan.answer["people"] == 0
