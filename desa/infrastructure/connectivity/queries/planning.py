"""The village as a covering problem: RTs with people, sites that reach them, money in whole rupiah."""

from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity.models import CandidateSite, SitePlan
from desa.infrastructure.connectivity.queries.coverage import homes, reaches
from desa.infrastructure.connectivity.rules.coverage import Home, is_reached
from desa.infrastructure.connectivity.rules.covering import Demand, Problem, Site
from desa.infrastructure.connectivity.rules.geo import Spot, distance


def problem_of(plan: SitePlan, stretch: float = 1.0) -> Problem:
    """`stretch`: what the estimated radius of sites nobody walked is multiplied by."""
    living = homes()
    points = [reach for _, reach, _ in reaches(clock.today(current_village()))]
    demands = tuple(
        Demand(str(area), home.dusun, home.people, is_reached(home, points) is True)
        for area, home in living
    )
    sites = tuple(
        _site(row, living, stretch) for row in CandidateSite.objects.order_by("name", "pk")
    )
    return Problem(
        demands, sites, _whole(plan.budget), _whole(plan.upkeep), plan.floor_percent / 100
    )


def _site(row: CandidateSite, living: list[tuple[int, Home]], stretch: float) -> Site:
    where, radius = Spot(row.latitude, row.longitude), row.radius * (1 if row.walked else stretch)
    reached = frozenset(
        str(area)
        for area, home in living
        if home.spot is not None and distance(home.spot, where) <= radius
    )
    needs = frozenset({str(row.uplink_id)}) if row.uplink_id else frozenset[str]()
    return Site(str(row.pk), _whole(row.cost), _whole(row.upkeep), reached, needs)


def _whole(amount: Rupiah) -> int:
    return amount.sen // 100
