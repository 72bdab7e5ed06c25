"""The office's hours as a small table, days with the same hours in one row."""

from collections.abc import Iterable
from itertools import groupby

from django import template
from django.utils.dates import WEEKDAYS

from desa.foundation.servicelevels.published import DayHours

register = template.Library()


@register.inclusion_tag("servicelevels/hours.html")
def opening_hours(hours: Iterable[DayHours]) -> dict[str, object]:
    days = [
        (weekday, ", ".join(f"{row.opens:%H.%M}–{row.closes:%H.%M}" for row in windows))
        for weekday, windows in groupby(hours, key=lambda row: row.weekday)
    ]
    # Neighbours share a row: while the hours stay, weekday minus position stays.
    runs = groupby(enumerate(days), key=lambda pair: (pair[1][0] - pair[0], pair[1][1]))
    return {"rows": [(_span([day for _, (day, _text) in run]), text) for (_, text), run in runs]}


def _span(weekdays: list[int]) -> str:
    first, last = str(WEEKDAYS[weekdays[0]]), str(WEEKDAYS[weekdays[-1]])
    return first if first == last else f"{first}–{last}"
