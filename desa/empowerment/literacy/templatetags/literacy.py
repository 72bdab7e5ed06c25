"""Words of the room's files on its pages, and shares as whole per cent."""

from django import template
from django.utils.translation import get_language

from desa.empowerment.literacy.engine import catalogue
from desa.empowerment.literacy.rules.catalogue import Card, Critical
from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.numbers import format_percent

register = template.Library()


@register.filter
def card_title(card: Card) -> str:
    return catalogue.card_title(card)


@register.filter
def card_offices(card: Card) -> str:
    return ", ".join(str(Office(office).label) for office in card.offices)


@register.filter
def function_name(function: Critical) -> str:
    return catalogue.function_name(function)


@register.filter
def hundredths(share: float) -> str:
    """44 % for 0.441."""
    language = "en" if (get_language() or "").startswith("en") else "id"
    return format_percent(round(share * 100), 0, language)
