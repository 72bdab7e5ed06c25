"""The village's working calendar, its standards in force, and how often promises were kept."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db.models import F, Q

from desa.foundation.core import clock
from desa.foundation.servicelevels.models import ServiceCase, ServiceStandard
from desa.foundation.servicelevels.rules.working_time import (
    NeverOpen,
    Period,
    WorkCalendar,
    promised_at,
    working_minutes,
)
from desa.foundation.tenancy.models import Holiday, OpeningHours
from desa.foundation.tenancy.scope import current_village

LEAST_MINUTES = 180
USUAL_WEEK = tuple(Period(weekday, time(8), time(15)) for weekday in range(5))


def work_calendar() -> WorkCalendar:
    """The open village's hours and closed days."""
    periods = tuple(
        Period(row.weekday, row.opens, row.closes, row.valid_from, row.valid_to or date.max)
        for row in OpeningHours.objects.all()
    )
    closed = dict(Holiday.objects.values_list("day", "name"))
    return WorkCalendar(ZoneInfo(current_village().timezone), periods, closed)


def standards_in_force() -> list[ServiceStandard]:
    """The newest version of each service's standard that has begun, by name."""
    started = ServiceStandard.objects.filter(
        valid_from__lte=clock.today(current_village())
    ).order_by("valid_from")
    newest = {standard.service: standard for standard in started}
    return sorted(newest.values(), key=lambda standard: standard.name)


def standard_for(service: str) -> ServiceStandard:
    """Raises ServiceStandard.DoesNotExist for a service without a standard in force."""
    for standard in standards_in_force():
        if standard.service == service:
            return standard
    raise ServiceStandard.DoesNotExist(service)


def promise_if_opened_now(service: str) -> datetime | None:
    """What the resident would be promised this minute; None while standard or hours are not set."""
    try:
        standard = standard_for(service)
        return promised_at(
            work_calendar(), clock.now(), standard.working_days, standard.least_minutes
        )
    except (ServiceStandard.DoesNotExist, NeverOpen):
        return None


def promise_of_days(start: datetime, working_days: int) -> datetime:
    """The end of so many working days from `start`; by Monday to Friday where no hours are set.

    What someone tells the village is never refused because the village has not set itself up.
    """
    calendar = work_calendar()
    try:
        return promised_at(calendar, start, working_days, LEAST_MINUTES)
    except NeverOpen:
        usual = replace(calendar, periods=USUAL_WEEK)
        return promised_at(usual, start, working_days, LEAST_MINUTES)


@dataclass(frozen=True)
class Progress:
    """Working time of a promise: `shares` are (used | paused, per cent of the whole) in order of time."""

    shares: tuple[tuple[str, int], ...]
    left_minutes: int
    paused_minutes: int


def progress(case: ServiceCase) -> Progress:
    """How far the promised working time has run, as it stands now or stood at the end."""
    calendar, until = work_calendar(), case.closed_at or clock.now()
    whole = working_minutes(calendar, case.opened_at, case.promised_at) or 1.0
    marks, shares, paused_total = case.opened_at, [], 0.0
    for pause in case.pauses.all():
        ended = min(pause.until or until, until)
        paused = working_minutes(calendar, pause.since, ended)
        shares += [("used", working_minutes(calendar, marks, pause.since)), ("paused", paused)]
        marks, paused_total = ended, paused_total + paused
    shares.append(
        ("used", working_minutes(calendar, marks, min(until, max(case.promised_at, marks))))
    )
    per_cent = tuple((kind, round(100 * minutes / whole)) for kind, minutes in shares if minutes)
    left = working_minutes(calendar, until, case.promised_at)
    return Progress(per_cent, round(left), round(paused_total))


@dataclass(frozen=True)
class Consistency:
    """Cases closed in a span of time, and how many of them within their promise."""

    closed: int
    on_time: int


def consistency(service: str, since: datetime, until: datetime) -> Consistency:
    closed = ServiceCase.objects.filter(service=service, closed_at__gte=since, closed_at__lt=until)
    return Consistency(closed.count(), closed.filter(Q(closed_at__lte=F("promised_at"))).count())
