"""Working time of an office: opening windows, closed days, promised moments. Pure.

All moments are aware; a calendar speaks of local days and local times of one place.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FAR_AHEAD_DAYS = 400


class NeverOpen(ValueError):
    """The calendar has no open window within the next 400 days."""


@dataclass(frozen=True)
class Period:
    """Opening time of one weekday (0 = Monday), valid from one day to another (inclusive)."""

    weekday: int
    opens: time
    closes: time
    valid_from: date = date.min
    valid_to: date = date.max


@dataclass(frozen=True)
class WorkCalendar:
    zone: ZoneInfo
    periods: tuple[Period, ...]
    closed: Mapping[date, str] = field(default_factory=dict)

    def windows(self, day: date) -> list[tuple[datetime, datetime]]:
        """Open windows of a local day, in order; of several weeks of hours that cover it the newest counts.

        A weekday that the newest week leaves out is closed, whatever an older one says.
        """
        if day in self.closed:
            return []
        covering = [p for p in self.periods if p.valid_from <= day <= p.valid_to]
        newest = max((p.valid_from for p in covering), default=date.min)
        week = [p for p in covering if p.valid_from == newest]
        chosen = sorted((p.opens, p.closes) for p in week if p.weekday == day.weekday())
        return [(self._at(day, opens), self._at(day, closes)) for opens, closes in chosen]

    def _at(self, day: date, clock_time: time) -> datetime:
        return datetime.combine(day, clock_time, tzinfo=self.zone)

    def is_open(self, moment: datetime) -> bool:
        day = moment.astimezone(self.zone).date()
        return any(opens <= moment < closes for opens, closes in self.windows(day))

    def open_windows(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Open windows from `start` on; the first is cut at `start`. Raises NeverOpen after 400 closed days."""
        day, closed_days = start.astimezone(self.zone).date(), 0
        while closed_days < FAR_AHEAD_DAYS:
            found = [
                (max(opens, start), closes) for opens, closes in self.windows(day) if closes > start
            ]
            closed_days = 0 if found else closed_days + 1
            yield from found
            day += timedelta(days=1)
        raise NeverOpen("no open window within 400 days")

    def next_change(self, moment: datetime) -> datetime:
        """The next opening or closing after `moment`."""
        opens, closes = next(self.open_windows(moment))
        return closes if opens <= moment else opens


def working_minutes(calendar: WorkCalendar, start: datetime, end: datetime) -> float:
    """Open minutes between two moments; 0 when `end` is not after `start`."""
    total, day = timedelta(), start.astimezone(calendar.zone).date()
    last = end.astimezone(calendar.zone).date()
    while day <= last:
        for opens, closes in calendar.windows(day):
            total += max(min(closes, end) - max(opens, start), timedelta())
        day += timedelta(days=1)
    return total.total_seconds() / 60


def add_working_minutes(calendar: WorkCalendar, start: datetime, minutes: float) -> datetime:
    """The moment at which `minutes` of open time have passed since `start`."""
    left = timedelta(minutes=minutes)
    for opens, closes in calendar.open_windows(start):
        if closes - opens >= left:
            return opens + left
        left -= closes - opens
    raise NeverOpen("the calendar ended")


def promised_at(
    calendar: WorkCalendar, start: datetime, working_days: int, least_minutes: int
) -> datetime:
    """Closing time of the last promised working day.

    A day counts when the office is still open for `least_minutes` of it: a letter asked for at nine is
    promised for the same afternoon, one asked for shortly before closing for the next working day.
    """
    counted = 0
    day = start.astimezone(calendar.zone).date()
    for _ in range(FAR_AHEAD_DAYS):
        windows = [
            (max(opens, start), closes) for opens, closes in calendar.windows(day) if closes > start
        ]
        open_minutes = sum((closes - opens).total_seconds() for opens, closes in windows) / 60
        if windows and open_minutes >= least_minutes:
            counted += 1
            if counted >= working_days:
                return windows[-1][1]
        day += timedelta(days=1)
    raise NeverOpen("no working day within 400 days")
