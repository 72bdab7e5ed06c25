"""Who lives where, and which point reaches them."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count

from desa.infrastructure.connectivity.models import Point, RtPlace
from desa.infrastructure.connectivity.queries.states import points
from desa.infrastructure.connectivity.queries.uptime import MONTH, tallies
from desa.infrastructure.connectivity.rules.coverage import Home, Reach, works
from desa.infrastructure.connectivity.rules.geo import distance, spot
from desa.infrastructure.connectivity.rules.minutes import Tally
from desa.people.residents.enums import Status
from desa.people.residents.models import Residence
from desa.people.residents.queries import places

NOWHERE = ""
"""People whose dusun is not known."""


def homes() -> list[tuple[int, Home]]:
    """The people who live in the village today, by the smallest area that is known of them."""
    rows = Residence.objects.filter(
        valid_to__isnull=True, person__status=Status.ALIVE, person__removed_at__isnull=True
    )
    known = places()
    spots = {
        pk: spot(latitude, longitude)
        for pk, latitude, longitude in RtPlace.objects.values_list(
            "area_id", "latitude", "longitude"
        )
    }
    counted = rows.values_list("area_id").annotate(people=Count("pk")).order_by("area_id")
    return [
        (area, Home(known[area].dusun or NOWHERE, people, spots.get(area)))
        for area, people in counted
    ]


def reaches(until: date, span: timedelta = MONTH) -> list[tuple[Point, Reach, Tally]]:
    found = list(points())
    times = tallies(found, until, span)
    return [(point, reach_of(point, times[point.pk]), times[point.pk]) for point in found]


def reach_of(point: Point, tally: Tally) -> Reach:
    where = spot(point.latitude, point.longitude)
    return Reach(point.hamlet.name, where, point.radius, works(tally))


def people_near(reach: Reach, living: Iterable[tuple[int, Home]]) -> int:
    """Who lives within the measured radius; 0 for a point that nobody walked."""
    if reach.spot is None or reach.radius is None:
        return 0
    return sum(
        home.people
        for _, home in living
        if home.spot is not None and distance(home.spot, reach.spot) <= reach.radius
    )


def unmeasured() -> list[Point]:
    """The points that count for no coverage, because nobody has walked or placed them."""
    return [point for point in points() if point.radius is None or point.latitude is None]
