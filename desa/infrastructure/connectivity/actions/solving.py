"""Calculating a plan: for a job or a command, never inside a page.

numpy and scipy are loaded by the call itself, so that the web process, which imports this module, has neither.
"""

from desa.infrastructure.connectivity.actions.planning import answer_plan
from desa.infrastructure.connectivity.enums import PlanState
from desa.infrastructure.connectivity.models import CandidateSite, SitePlan
from desa.infrastructure.connectivity.queries.planning import problem_of
from desa.infrastructure.connectivity.rules.covering import (
    FloorOutOfReach,
    Plan,
    Problem,
    covered_by,
    shares_of,
)

STRETCHES = (0.8, 1.2)
"""What if every estimated radius is a fifth shorter, or longer?"""


def solve_plan(plan: SitePlan) -> SitePlan:
    """Once: an answer that is there stays."""
    from desa.infrastructure.connectivity.engine.covering import best_plan

    if plan.state != PlanState.WAITING:
        return plan
    problem = problem_of(plan)
    try:
        best = best_plan(problem)
    except FloorOutOfReach as refusal:
        refused = {"dusun": list(refusal.dusun), "best": round(refusal.best * 1000)}
        return answer_plan(plan=plan, state=PlanState.OUT_OF_REACH, answer=refused)
    answer = _answer(problem, best) | {"robust": [_robust(plan, best, each) for each in STRETCHES]}
    return answer_plan(plan=plan, state=PlanState.DONE, answer=answer)


def _answer(problem: Problem, best: Plan) -> dict[str, object]:
    """Shares in tenths of a per cent; names as they are today."""
    before = dict(shares_of(problem, covered_by(problem, ())))
    rows = {str(row.pk): row for row in CandidateSite.objects.select_related("hamlet")}
    people = {demand.key: demand.people for demand in problem.demands}
    reached = {site.key: sum(people[key] for key in site.reaches) for site in problem.sites}
    sites = [rows[key] for key in best.chosen]
    return {
        "sites": [
            {
                "name": row.name,
                "dusun": row.hamlet.name,
                "people": reached[str(row.pk)],
                "cost": row.cost.sen,
                "upkeep": row.upkeep.sen,
                "walked": row.walked,
            }
            for row in sites
        ],
        "cost": best.cost * 100,
        "upkeep": best.upkeep * 100,
        "added": best.people_added,
        "covered": best.people_covered,
        "people": sum(people.values()),
        "shares": [
            [dusun, round(before.get(dusun, 0) * 1000), round(share * 1000)]
            for dusun, share in best.shares
        ],
        "binding": best.binding.value,
        "gap": round(best.gap * 1000),
    }


def _robust(plan: SitePlan, best: Plan, stretch: float) -> dict[str, object]:
    """The same sites under another radius, and whether another choice would then be better."""
    from desa.infrastructure.connectivity.engine.covering import best_plan

    problem = problem_of(plan, stretch)
    covered = covered_by(problem, best.chosen)
    people = sum(demand.people for demand in problem.demands if demand.key in covered)
    before = sum(demand.people for demand in problem.demands if demand.covered)
    try:
        same = set(best_plan(problem).chosen) == set(best.chosen)
    except FloorOutOfReach:
        same = False
    return {"percent": round(stretch * 100), "added": people - before, "same": same}
