"""Calendar months, and which day of a commitment counts."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date


def months_before(day: date, months: int) -> date:
    """The same day of the month, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def counted_due(first: date, moves: Iterable[tuple[date, date]]) -> date:
    """The day a commitment is measured by: a date that had passed before it was moved stays.

    `moves` are (day of the change, new date) in the order in which they were made.
    """
    due = first
    for changed_on, new_due in moves:
        if changed_on > due:
            return due
        due = new_due
    return due
