"""How long points were on, from the days that are counted already."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Sum

from desa.foundation.core import clock
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity.models import Point, PointDay
from desa.infrastructure.connectivity.rules.minutes import Tally

DAY = 24 * 60
MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Week:
    """`first`: its Monday. Minutes of all points that were asked for."""

    first: date
    tally: Tally


def tallies(points: Iterable[Point], until: date, span: timedelta = MONTH) -> dict[int, Tally]:
    """Of each point over the days up to `until`, that day too as far as it has run."""
    found = list(points)
    first = until - span + timedelta(days=1)
    rows = PointDay.objects.filter(day__gte=first, day__lte=until, point__in=found)
    counted = rows.values("point_id").annotate(ups=Sum("up"), downs=Sum("down"))
    minutes = {row["point_id"]: (row["ups"], row["downs"]) for row in counted}
    return {
        point.pk: _tally(*minutes.get(point.pk, (0, 0)), scheduled(point, first, until))
        for point in found
    }


def scheduled(point: Point, first: date, until: date) -> int:
    """Minutes in which it should have been on: from its first day, today only up to now."""
    now = clock.local(clock.now(), current_village())
    days = (min(until, now.date()) - max(first, point.in_service_from)).days + 1
    missing = DAY - now.hour * 60 - now.minute if until >= now.date() else 0
    return max(0, days * DAY - missing) if days > 0 else 0


def weeks(points: Iterable[Point], until: date, count: int = 53) -> list[Week]:
    """The last so many weeks of these points together, the running one too."""
    found = list(points)
    last = until - timedelta(days=until.weekday())
    first = last - timedelta(weeks=count - 1)
    rows = PointDay.objects.filter(day__gte=first, day__lte=until, point__in=found)
    days = rows.values_list("day").annotate(ups=Sum("up"), downs=Sum("down"))
    sums: dict[date, tuple[int, int]] = {}
    for day, ups, downs in days:
        monday = day - timedelta(days=day.weekday())
        known = sums.get(monday, (0, 0))
        sums[monday] = (known[0] + ups, known[1] + downs)
    mondays = [first + timedelta(weeks=each) for each in range(count)]
    return [_week(monday, sums.get(monday, (0, 0)), found, until) for monday in mondays]


def _week(monday: date, minutes: tuple[int, int], points: list[Point], until: date) -> Week:
    end = min(until, monday + timedelta(days=6))
    whole = sum(scheduled(point, monday, end) for point in points)
    return Week(monday, _tally(*minutes, whole))


def _tally(up: int, down: int, whole: int) -> Tally:
    """The minute that is running is read before it is over."""
    return Tally(up, down, max(whole, up + down))
