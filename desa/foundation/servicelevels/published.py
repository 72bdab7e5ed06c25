"""What the public sees of the service standards and the office's hours."""

from dataclasses import dataclass
from datetime import date, datetime, time

from desa.foundation.core import clock
from desa.foundation.servicelevels import queries
from desa.foundation.servicelevels.models import ServiceStandard
from desa.foundation.servicelevels.rules.working_time import NeverOpen
from desa.foundation.tenancy.models import OpeningHours


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
    calendar = queries.work_calendar()
    today = clock.now().astimezone(calendar.zone).date()
    valid = OpeningHours.objects.filter(valid_from__lte=today).exclude(valid_to__lt=today)
    newest = valid.order_by("valid_from").last()
    if newest is None:
        return ()
    week = valid.filter(valid_from=newest.valid_from).order_by("weekday", "opens")
    return tuple(DayHours(row.weekday, row.opens, row.closes) for row in week)
