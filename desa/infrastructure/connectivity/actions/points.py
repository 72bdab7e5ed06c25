"""Points: their papers, their radius, their speed, and residents who say that one is off."""

from collections.abc import Mapping
from datetime import date, datetime

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.infrastructure.connectivity.models import DownReport, Point, SpeedTest, Walk
from desa.infrastructure.connectivity.rules.walks import Place, radius_of

RESIDENT = SystemActor("Warga", actor_kind="resident")


@action
def save_point(*, by: Actor, point: Point) -> Point:
    """Register it, or correct what is written of it."""
    is_new = point._state.adding
    point.full_clean()
    point.save()
    record(f"connectivity.point.{'added' if is_new else 'changed'}", point, by, name=point.name)
    return point


@action
def remove_point(*, by: Actor, point: Point) -> None:
    """It is taken down; what was measured of it stays."""
    point.removed_at, point.removed_by_label = clock.now(), by.actor_label
    point.save(update_fields=["removed_at", "removed_by_label"])
    record("connectivity.point.removed", point, by, name=point.name)


@action
def keep_walk(*, by: Actor, point: Point, walked_on: date, places: tuple[Place, ...]) -> Walk:
    """The radius of the newest walk is the point's; one that reaches nowhere takes it away again."""
    radius = radius_of(places)
    walk = Walk.objects.filter(point=point, walked_on=walked_on).first()
    walk = walk or Walk(point=point, walked_on=walked_on)
    walk.measurements = [[place.metres, place.signal] for place in places]
    walk.radius, walk.by_label = radius or 0, by.actor_label
    walk.full_clean()
    walk.save()
    newest = Walk.objects.filter(point=point).order_by("-walked_on")[0]
    point.radius = newest.radius or None
    point.save(update_fields=["radius"])
    record("connectivity.point.walked", point, by, name=point.name, radius=walk.radius)
    return walk


@action
def keep_speed(
    *, by: Actor, point: Point, at: datetime, source: str, figures: Mapping[str, int | None]
) -> SpeedTest:
    """`figures`: down_tenths, up_tenths and latency."""
    test = SpeedTest(point=point, at=at, source=source, **figures)
    test.full_clean()
    test.save()
    record("connectivity.point.speed", point, by, name=point.name)
    return test


@action
def report_down(*, point: Point) -> DownReport:
    """It is a call to look, and nothing else: only probes say what is on or off."""
    report = DownReport(point=point, at=clock.now())
    report.full_clean()
    report.save()
    record("connectivity.point.reported", point, RESIDENT, name=point.name)
    return report
