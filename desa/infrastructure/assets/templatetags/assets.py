"""How assets are shown: chips of their condition, names of kinds and care, places."""

from typing import Any

from django import template

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.engine.catalogue import Named, catalogue, shipped
from desa.infrastructure.assets.enums import Condition
from desa.people.residents.queries.places import Places

register = template.Library()

CHIPS = {
    Condition.WORKS: "ok",
    Condition.BROKEN: "late",
    Condition.MISSING: "no",
    Condition.UNKNOWN: "idle",
}


@register.inclusion_tag("parts/chip.html")
def condition_chip(condition: str) -> dict[str, Any]:
    value = Condition(condition)
    return {"state": CHIPS[value], "text": value.label}


@register.filter
def kind_name(slug: str) -> str:
    return shipped(catalogue().kinds[slug])


@register.filter
def in_words(item: Named) -> str:
    """The name of what ships, in the language of the page."""
    return shipped(item)


@register.filter
def place_in(area_id: int | None, known: Places) -> str:
    return str(known[area_id])


@register.filter
def sen(amount: int) -> Rupiah:
    """Of a published amount."""
    return Rupiah(amount)


@register.filter
def whole(amount: Rupiah) -> Rupiah:
    """Without sen, for amounts that are shares of others."""
    return Rupiah.of((amount.sen + Rupiah.of(1).sen // 2) // Rupiah.of(1).sen)


@register.filter
def of_key(table: dict[Any, Any], key: Any) -> Any:
    return table.get(key)
