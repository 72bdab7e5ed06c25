"""The office's hours as a small table, days with the same hours in one row."""

from collections.abc import Iterable

from django import template

from desa.foundation.servicelevels.published import DayHours, in_words

register = template.Library()


@register.inclusion_tag("servicelevels/hours.html")
def opening_hours(hours: Iterable[DayHours]) -> dict[str, object]:
    return {"rows": in_words(hours)}
