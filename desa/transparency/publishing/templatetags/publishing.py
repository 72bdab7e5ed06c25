"""Words and dates of the agenda, and stored HTML."""

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def cleaned(html: str) -> SafeString:
    """Only for `html` columns, which nh3 cleaned when they were saved."""
    return mark_safe(html)  # noqa: S308
