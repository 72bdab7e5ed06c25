"""The exact answer by mixed-integer programming; scipy is loaded here and only here, in a job."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp
from scipy.sparse import lil_array

from desa.infrastructure.connectivity.rules.covering import (
    FloorOutOfReach,
    Plan,
    Problem,
    out_of_reach,
    plan_of,
)

SECONDS = 4.5
INFEASIBLE = 2
SLACK = 1e-7


@dataclass
class _Rows:
    """Constraints being written: each a sum of (column, factor) between two bounds."""

    columns: int
    rows: list[tuple[list[tuple[int, float]], float, float]]

    def at_most(self, terms: list[tuple[int, float]], most: float) -> None:
        self.rows.append((terms, -np.inf, most))

    def at_least(self, terms: list[tuple[int, float]], least: float) -> None:
        self.rows.append((terms, least, np.inf))

    def constraint(self) -> LinearConstraint:
        matrix = lil_array((len(self.rows), self.columns))
        for number, (terms, _, _) in enumerate(self.rows):
            for column, factor in terms:
                matrix[number, column] += factor
        low = np.array([row[1] for row in self.rows])
        high = np.array([row[2] for row in self.rows])
        return LinearConstraint(matrix.tocsr(), low, high)


def best_plan(problem: Problem, seconds: float = SECONDS) -> Plan:
    """The worst dusun's share first, then people; at most `seconds`, with the gap when it is not proven.

    Raises FloorOutOfReach, which names the dusun or says that the money is short.
    """
    if unreached := out_of_reach(problem):
        raise FloorOutOfReach(unreached, _share_of_worst(problem, seconds / 2))
    fair = _solve(problem, _fairest(problem), seconds / 2)
    if fair.status == INFEASIBLE or fair.x is None:
        raise FloorOutOfReach((), _share_of_worst(problem, seconds / 2))
    worst = float(fair.x[-1])
    full = _solve(problem, _fullest(problem), seconds / 2, least=worst - SLACK)
    result = full if full.x is not None else fair
    gap = max(float(fair.mip_gap or 0), float(result.mip_gap or 0))
    return plan_of(problem, _chosen(problem, result), gap if gap > SLACK else 0.0)


def _share_of_worst(problem: Problem, seconds: float) -> float:
    """What the worst dusun can have at most for this money, whatever the floor."""
    free = Problem(problem.demands, problem.sites, problem.budget, problem.upkeep)
    result = _solve(free, _fairest(free), seconds)
    return 0.0 if result.x is None else float(result.x[-1])


def _fairest(problem: Problem) -> Any:
    """Maximise the last column: the share every dusun has at least."""
    goal = np.zeros(_columns(problem))
    goal[-1] = -1
    return goal


def _fullest(problem: Problem) -> Any:
    """Maximise people; among equals the plan that costs less, so that no useless point is built."""
    goal = np.zeros(_columns(problem))
    first = len(problem.sites)
    dearest = sum(site.cost + site.upkeep for site in problem.sites) or 1
    for number, site in enumerate(problem.sites):
        goal[number] = 0.5 * (site.cost + site.upkeep) / dearest
    for number, demand in enumerate(problem.demands):
        goal[first + number] = -demand.people
    return goal


def _columns(problem: Problem) -> int:
    return len(problem.sites) + len(problem.demands) + 1


def _solve(problem: Problem, goal: Any, seconds: float, least: float = 0.0) -> OptimizeResult:
    columns = _columns(problem)
    integrality = np.zeros(columns, dtype=np.int64)
    integrality[: len(problem.sites)] = 1
    low, high = np.zeros(columns), np.ones(columns)
    low[-1] = max(0.0, min(1.0, max(problem.floor - SLACK, least)))
    return milp(
        goal,
        integrality=integrality,
        bounds=Bounds(low, high),
        constraints=_rows(problem, columns).constraint(),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )


def _rows(problem: Problem, columns: int) -> _Rows:
    rows = _Rows(columns, [])
    place = {site.key: number for number, site in enumerate(problem.sites)}
    rows.at_most([(place[site.key], site.cost) for site in problem.sites], problem.budget)
    rows.at_most([(place[site.key], site.upkeep) for site in problem.sites], problem.upkeep)
    for site in problem.sites:
        if site.needs:
            ties = [(place[key], -1.0) for key in site.needs if key in place]
            rows.at_most([(place[site.key], 1.0), *ties], 0)
    first = len(problem.sites)
    for number, demand in enumerate(problem.demands):
        if not demand.covered:
            reached = [(place[s.key], -1.0) for s in problem.sites if demand.key in s.reaches]
            rows.at_most([(first + number, 1.0), *reached], 0)
    for dusun, people in problem.people_of().items():
        if people:
            served = [
                (first + number, demand.people / people)
                for number, demand in enumerate(problem.demands)
                if demand.dusun == dusun
            ]
            rows.at_least([*served, (columns - 1, -1.0)], 0)
    return rows


def _chosen(problem: Problem, result: OptimizeResult) -> list[str]:
    return [site.key for number, site in enumerate(problem.sites) if result.x[number] > 0.5]
