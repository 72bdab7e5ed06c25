"""How every point stands this minute, from the readings themselves."""

from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery

from desa.foundation.core import clock
from desa.infrastructure.connectivity.enums import PointState
from desa.infrastructure.connectivity.models import Outage, Point, ProbeReading
from desa.infrastructure.connectivity.rules.states import FORGOTTEN, Heard, state_of


@dataclass(frozen=True)
class Standing:
    """`outage` is the open one, None while the point is on or nobody watches it."""

    point: Point
    state: PointState
    heard: Heard
    outage: Outage | None


def this_minute() -> int:
    return int(clock.now().timestamp()) // 60


def points() -> QuerySet[Point]:
    return Point.objects.select_related("hamlet", "probe").order_by("hamlet__name", "name")


def heard(now: int | None = None) -> dict[int, Heard]:
    """When each point was last read and last answered; nothing older than a week is looked at twice."""
    now = this_minute() if now is None else now
    mine = ProbeReading.objects.filter(point=OuterRef("pk"), minute__lte=now).order_by("-minute")
    up = mine.filter(up=True, minute__gte=now - FORGOTTEN)
    rows = Point.objects.annotate(
        last=Subquery(mine.values("minute")[:1]), last_up=Subquery(up.values("minute")[:1])
    )
    found = rows.values_list("pk", "last", "last_up")
    return {pk: Heard(last, last_up) for pk, last, last_up in found}


def standings() -> list[Standing]:
    now = this_minute()
    known = heard(now)
    open_ones = {row.point_id: row for row in Outage.objects.filter(ended_at__isnull=True)}
    return [_standing(point, known[point.pk], open_ones.get(point.pk), now) for point in points()]


def _standing(point: Point, known: Heard, outage: Outage | None, now: int) -> Standing:
    """A point that answers again is on, though the watch has not closed its outage yet."""
    state = state_of(known, now)
    if state is PointState.UP:
        return Standing(point, state, known, None)
    if outage is not None and outage.kind == PointState.POWER and state is not PointState.UNKNOWN:
        state = PointState.POWER
    return Standing(point, state, known, outage)
