"""What the public sees of the service standards and the office's hours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import groupby

from django.utils.dates import WEEKDAYS

from desa.foundation.core import clock
from desa.foundation.servicelevels import queries
from desa.foundation.servicelevels.models import ServiceStandard
from desa.foundation.servicelevels.rules.working_time import NeverOpen
from desa.foundation.tenancy.models import OpeningHours
from desa.foundation.tenancy.scope import current_village


@dataclass(frozen=True)
class PublishedStandard:
    service: str
    name: str
    product: str
    requirements: tuple[str, ...]
    working_days: int
    cost: str
    basis: str
    valid_from: date


@dataclass(frozen=True)
class OfficeNow:
    """Whether the office is open, and until when; or when it opens. `changes_at` is None when hours are unset."""

    is_open: bool
    changes_at: datetime | None


@dataclass(frozen=True)
class DayHours:
    weekday: int
    opens: time
    closes: time


def standards() -> tuple[PublishedStandard, ...]:
    return tuple(_published(standard) for standard in queries.standards_in_force())


def _published(standard: ServiceStandard) -> PublishedStandard:
    return PublishedStandard(
        service=standard.service,
        name=standard.name,
        product=standard.product,
        requirements=tuple(standard.requirements),
        working_days=standard.working_days,
        cost=standard.cost,
        basis=standard.basis,
        valid_from=standard.valid_from,
    )


def office_now() -> OfficeNow:
    calendar, moment = queries.work_calendar(), clock.now()
    try:
        return OfficeNow(
            calendar.is_open(moment), calendar.next_change(moment).astimezone(calendar.zone)
        )
    except NeverOpen:
        return OfficeNow(False, None)


def hours() -> tuple[DayHours, ...]:
    """This week's hours as they are valid today, in order of weekday and time."""
    today = clock.today(current_village())
    rows = OpeningHours.objects.filter(valid_from__lte=today).exclude(valid_to__lt=today)
    valid = list(rows.order_by("weekday", "opens"))
    newest = max((row.valid_from for row in valid), default=today)
    return tuple(
        DayHours(row.weekday, row.opens, row.closes) for row in valid if row.valid_from == newest
    )


def in_words(hours: Iterable[DayHours]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Jumat, (08.00–11.30, 13.00–15.00): neighbouring days with the same hours together."""
    days = [
        (weekday, tuple(f"{row.opens:%H.%M}–{row.closes:%H.%M}" for row in windows))
        for weekday, windows in groupby(hours, key=lambda row: row.weekday)
    ]
    # Neighbours share a row: while the hours stay, weekday minus position stays.
    runs = groupby(enumerate(days), key=lambda pair: (pair[1][0] - pair[0], pair[1][1]))
    return tuple(
        (_span([day for _, (day, _windows) in run]), windows) for (_, windows), run in runs
    )


def _span(weekdays: list[int]) -> str:
    first, last = str(WEEKDAYS[weekdays[0]]), str(WEEKDAYS[weekdays[-1]])
    return first if first == last else f"{first}–{last}"
