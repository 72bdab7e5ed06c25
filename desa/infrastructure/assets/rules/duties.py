"""When care is due and whether it was done on time. Pure, so that nothing has to be written at night.

Due days count from the day the asset was registered, never from when the last work was done: leaving
work undone must not make the next one less due.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desa.infrastructure.assets.rules.kinds import Care


@dataclass(frozen=True)
class Duty:
    """One time a care is due; `done_on` is the day within its window on which it was done."""

    care: Care
    due_on: date
    done_on: date | None

    @property
    def opens_on(self) -> date:
        return self.due_on - timedelta(days=self.care.window_days)

    @property
    def closes_on(self) -> date:
        return self.due_on + timedelta(days=self.care.window_days)

    def is_over(self, today: date) -> bool:
        """Done, or past its window: it can be counted."""
        return self.done_on is not None or today > self.closes_on

    def is_open(self, today: date) -> bool:
        return self.done_on is None and self.opens_on <= today <= self.closes_on

    @property
    def on_time(self) -> bool:
        return self.done_on is not None


def due_days(care: Care, start: date, last: date) -> Iterator[date]:
    """Every day from `start` on that is due no later than `last`."""
    day = start + timedelta(days=care.every_days)
    while day <= last:
        yield day
        day += timedelta(days=care.every_days)


def duties(
    care: Care, start: date, until: date, done: Iterable[date], ended: date | None = None
) -> list[Duty]:
    """Every duty whose window has begun by `until`, oldest first; none due after the asset `ended`.

    What was done later than `until` was not known then.
    Windows of one care never overlap, so one work counts for one duty at most.
    """
    window = timedelta(days=care.window_days)
    last = until + window if ended is None else min(until + window, ended)
    days = sorted(day for day in done if day <= until)
    return [
        Duty(care, due, next((day for day in days if abs(day - due) <= window), None))
        for due in due_days(care, start, last)
    ]


def next_due(care: Care, start: date, today: date, done: Iterable[date]) -> Duty:
    """The first duty that is neither done nor past its window."""
    far = today + timedelta(days=2 * care.every_days + 2 * care.window_days)
    coming = duties(care, start, far, [day for day in done if day <= today])
    return next(duty for duty in coming if not duty.is_over(today))
