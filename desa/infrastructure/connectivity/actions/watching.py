"""The round that opens and closes outages, from what the probes say and nothing else."""

from datetime import UTC, datetime

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action, record
from desa.foundation.servicelevels.actions import close_case, open_promise
from desa.foundation.servicelevels.models import ServiceCase
from desa.infrastructure.connectivity.enums import OutageKind, PointState
from desa.infrastructure.connectivity.models import Outage, Point
from desa.infrastructure.connectivity.queries.states import heard, this_minute
from desa.infrastructure.connectivity.rules.states import FORGOTTEN, Fall, Heard, falls, state_of

WATCH = SystemActor("Pemantau Wi-Fi")
SERVICE = "wifi_repair"
REPAIR_DAYS = 2
"""Working days in which a point is promised back."""


def watch_points() -> None:
    """Repeatable: an outage that stands stays as it is."""
    now, known = this_minute(), heard()
    areas = dict(Point.objects.values_list("pk", "hamlet_id"))
    standing = {row.point_id: row for row in Outage.objects.filter(ended_at__isnull=True)}
    off = {fall.point: fall for fall in falls(known, areas, now)}
    for point, fall in off.items():
        if point not in standing:
            open_outage(fall=fall)
        elif standing[point].kind != fall.kind:
            change_kind(outage=standing[point], kind=fall.kind)
    for point, outage in standing.items():
        if point not in off:
            close_outage(outage=outage, heard=known.get(point, Heard()), now=now)


@action
def open_outage(*, fall: Fall) -> Outage:
    """The repair clock starts when it is noticed; nobody could have known before."""
    outage = Outage(
        point_id=fall.point,
        began_at=moment_of(fall.began),
        kind=fall.kind,
        case=open_promise(service=SERVICE, working_days=REPAIR_DAYS),
    )
    outage.full_clean()
    outage.save()
    record("connectivity.outage.began", outage, WATCH, point=outage.point.name)
    return outage


@action
def change_kind(*, outage: Outage, kind: OutageKind) -> Outage:
    """More is known now: a stored minute arrived, or a neighbour fell too."""
    outage.kind = kind
    outage.save(update_fields=["kind"])
    record("connectivity.outage.seen_as", outage, WATCH, point=outage.point.name, kind=kind)
    return outage


@action
def close_outage(*, outage: Outage, heard: Heard, now: int) -> Outage:
    """It answers again; or it has been silent for a week, and then nobody knows."""
    outage.lost = state_of(heard, now) is not PointState.UP
    ended = (heard.last or now) + FORGOTTEN if outage.lost else heard.last_up or now
    outage.ended_at = max(min(moment_of(ended), clock.now()), outage.began_at)
    outage.save(update_fields=["lost", "ended_at"])
    close_case(case=ServiceCase.objects.get(pk=outage.case_id))
    event = "connectivity.outage.lost" if outage.lost else "connectivity.outage.ended"
    record(event, outage, WATCH, point=outage.point.name)
    return outage


def moment_of(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, UTC)
