"""When an event is over, and which comes first."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

OPEN_END = timedelta(hours=3)
"""How long an event "sampai selesai" is taken to last: our own guess, only for leaving the list."""
LONGEST = timedelta(days=60)


class Timed(Protocol):
    @property
    def begins_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


T = TypeVar("T", bound=Timed)


def moments(
    zone: ZoneInfo, day: date, begins: time, last_day: date | None, ends: time | None
) -> tuple[datetime, datetime]:
    """First and last moment of what was written in the form, on the clock of `zone`.

    Without an hour of ending the event lasts OPEN_END on its last day.
    """
    first = datetime.combine(day, begins, zone)
    if ends is None:
        return first, datetime.combine(last_day or day, begins, zone) + OPEN_END
    return first, datetime.combine(last_day or day, ends, zone)


def is_possible(begins_at: datetime, ends_at: datetime) -> bool:
    return timedelta(0) < ends_at - begins_at <= LONGEST


def is_over(event: Timed, now: datetime) -> bool:
    return event.ends_at <= now


def coming(events: Iterable[T], now: datetime) -> list[T]:
    """Those that are not over, the next one first."""
    open_ones = [event for event in events if not is_over(event, now)]
    return sorted(open_ones, key=lambda event: (event.begins_at, event.ends_at))
