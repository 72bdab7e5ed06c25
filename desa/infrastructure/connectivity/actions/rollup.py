"""Hours and days from the minutes; repeatable, because each hour is counted anew from its own minutes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from django.db import transaction
from django.db.models import Avg, Count, Max, Q, Sum

from desa.foundation.core import clock
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity.models import (
    PointDay,
    PointHour,
    ProbeReading,
    RollupMark,
)

KEPT_MINUTES = 400 * 24 * 60
LOOK_BACK = 120_000 << 22
"""Two minutes of ids: a post that began before the last round may have committed after it."""
AT_ONCE = 500
Hour = tuple[int, int]


def roll_up() -> int:
    """Count the hours touched since the last round; gives their number."""
    mark = RollupMark.objects.first() or RollupMark()
    newest = ProbeReading.objects.aggregate(newest=Max("pk"))["newest"]
    if newest is None or newest == mark.reading_id:
        return 0
    touched = sorted(_touched(mark.reading_id - LOOK_BACK))
    for start in range(0, len(touched), AT_ONCE):
        with transaction.atomic():
            part = touched[start : start + AT_ONCE]
            _count_hours(part)
            _count_days(part)
    mark.reading_id = newest
    mark.save()
    return len(touched)


def forget_old() -> int:
    """Minutes older than 400 days; their hours and days stay."""
    oldest = int(clock.now().timestamp()) // 60 - KEPT_MINUTES
    return ProbeReading.objects.filter(minute__lt=oldest).delete()[0]


def _touched(first_id: int) -> set[Hour]:
    rows = ProbeReading.objects.filter(pk__gte=first_id)
    return {(point, minute // 60) for point, minute in rows.values_list("point_id", "minute")}


def _count_hours(hours: Iterable[Hour]) -> None:
    for hour in sorted({each for _, each in hours}):
        points = [point for point, each in hours if each == hour]
        rows = ProbeReading.objects.filter(
            point__in=points, minute__gte=hour * 60, minute__lt=hour * 60 + 60
        )
        counted = rows.values("point_id").annotate(
            ups=Count("pk", filter=Q(up=True)), all=Count("pk"), ms=Avg("took")
        )
        PointHour.objects.bulk_create(
            [
                PointHour(
                    point_id=row["point_id"],
                    hour=hour,
                    up=row["ups"],
                    down=row["all"] - row["ups"],
                    took=None if row["ms"] is None else round(row["ms"]),
                )
                for row in counted
            ],
            update_conflicts=True,
            unique_fields=["point", "hour", "village"],
            update_fields=["up", "down", "took"],
        )


def _count_days(hours: Iterable[Hour]) -> None:
    """The days of the village's own calendar: its zones are whole hours away from UTC."""
    days: dict[date, set[int]] = {}
    for point, hour in hours:
        days.setdefault(day_of(hour), set()).add(point)
    for day, points in days.items():
        first = first_hour(day)
        rows = PointHour.objects.filter(point__in=points, hour__gte=first, hour__lt=first + 24)
        PointDay.objects.bulk_create(
            [
                PointDay(point_id=row["point_id"], day=day, up=row["ups"], down=row["downs"])
                for row in rows.values("point_id").annotate(ups=Sum("up"), downs=Sum("down"))
            ],
            update_conflicts=True,
            unique_fields=["village", "day", "point"],
            update_fields=["up", "down"],
        )


def day_of(hour: int) -> date:
    return clock.local(datetime.fromtimestamp(hour * 3600, UTC), current_village()).date()


def first_hour(day: date) -> int:
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    offset = clock.local(noon, current_village()).utcoffset() or timedelta()
    midnight = noon - timedelta(hours=12) - offset
    return int(midnight.timestamp()) // 3600
