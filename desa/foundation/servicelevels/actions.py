"""Promising, pausing and keeping; and the village's standards and holidays."""

from datetime import date

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.servicelevels.engine.national import national_holidays
from desa.foundation.servicelevels.exceptions import PauseError
from desa.foundation.servicelevels.models import ServiceCase, ServicePause, ServiceStandard
from desa.foundation.servicelevels.queries import promise_of_days, standard_for, work_calendar
from desa.foundation.servicelevels.rules.working_time import (
    add_working_minutes,
    promised_at,
    working_minutes,
)
from desa.foundation.tenancy.models import Holiday
from desa.foundation.tenancy.scope import current_village


@action
def publish_standard(*, by: Actor, standard: ServiceStandard) -> ServiceStandard:
    """Put a new version of a service's standard in force from its `valid_from`; one of that very day is replaced."""
    ServiceStandard.objects.filter(
        service=standard.service, valid_from=standard.valid_from
    ).delete()
    standard.author_label = by.actor_label
    standard.full_clean()
    standard.save()
    record("servicelevels.standard.published", standard, by, service=standard.service)
    return standard


@action
def open_case(*, service: str) -> ServiceCase:
    """Start the clock of an application by the standard in force; the caller records its own event."""
    standard, moment = standard_for(service), clock.now()
    promised = promised_at(work_calendar(), moment, standard.working_days, standard.least_minutes)
    return ServiceCase.objects.create(
        service=service, opened_at=moment, first_promised_at=promised, promised_at=promised
    )


@action
def open_promise(*, service: str, working_days: int) -> ServiceCase:
    """Start a clock that no standard of the village sets; without opening hours by the usual week."""
    moment = clock.now()
    promised = promise_of_days(moment, working_days)
    return ServiceCase.objects.create(
        service=service, opened_at=moment, first_promised_at=promised, promised_at=promised
    )


@action
def close_case(*, case: ServiceCase) -> ServiceCase:
    """Stop the clock; an open pause ends with it. Closing twice changes nothing."""
    if case.closed_at is None:
        if case.pauses.filter(until__isnull=True).exists():
            _end_pause(case)
        case.closed_at = clock.now()
        case.save(update_fields=["closed_at"])
    return case


@action
def pause_case(*, by: Actor, case: ServiceCase, reason: str) -> ServicePause:
    """Stop counting while the office waits for the applicant. Raises PauseError when it cannot pause."""
    if case.closed_at is not None or case.pauses.filter(until__isnull=True).exists():
        raise PauseError("a closed or paused clock cannot be paused")
    pause = ServicePause(case=case, since=clock.now(), reason=reason)
    pause.full_clean()
    pause.save()
    record("servicelevels.case.paused", case, by)
    return pause


@action
def resume_case(*, by: Actor, case: ServiceCase) -> ServiceCase:
    """Count on; the promise moves by the open minutes that were paused. Raises PauseError when not paused."""
    if not case.pauses.filter(until__isnull=True).exists():
        raise PauseError("a running clock cannot be resumed")
    _end_pause(case)
    record("servicelevels.case.resumed", case, by)
    return case


def _end_pause(case: ServiceCase) -> None:
    pause, calendar = case.pauses.get(until__isnull=True), work_calendar()
    pause.until = clock.now()
    pause.save(update_fields=["until"])
    minutes = working_minutes(calendar, pause.since, pause.until)
    if not minutes:
        return
    case.promised_at = add_working_minutes(calendar, case.promised_at, minutes)
    case.save(update_fields=["promised_at"])


@action
def propose_holidays(*, by: Actor, year: int) -> list[Holiday]:
    """Add the national holidays and cuti bersama of a year that the village does not have yet, unconfirmed."""
    known = set(Holiday.objects.filter(day__year=year).values_list("day", flat=True))
    rows = [
        Holiday(day=day, name=name[:120])
        for day, name in national_holidays(year)
        if day not in known
    ]
    Holiday.objects.bulk_create(rows)
    record("servicelevels.holidays.proposed", current_village(), by, year=year, count=len(rows))
    return rows


@action
def set_holiday(*, by: Actor, day: date, name: str) -> Holiday:
    """Add or correct a closed day; the sekdes has confirmed it by doing so."""
    holiday = Holiday.objects.filter(day=day).first() or Holiday(day=day)
    holiday.name, holiday.confirmed = name, True
    holiday.full_clean()
    holiday.save()
    record("servicelevels.holiday.set", holiday, by, day=day.isoformat(), name=name)
    return holiday


@action
def remove_holiday(*, by: Actor, holiday: Holiday) -> None:
    """The office is open on that day after all."""
    record(
        "servicelevels.holiday.removed", holiday, by, day=holiday.day.isoformat(), name=holiday.name
    )
    holiday.delete()
