"""The critical functions and task cards that ship with the program, read once from their folders."""

from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from desa.empowerment.literacy.exceptions import UnknownItem
from desa.empowerment.literacy.rules.catalogue import Card, Critical, read_card, read_function

ROOM = Path(__file__).resolve().parent.parent


@cache
def functions() -> dict[str, Critical]:
    """By slug, in the order in which they are shown."""
    found = [
        read_function(path.stem, path.read_text(encoding="utf-8"))
        for path in (ROOM / "functions").glob("*.toml")
    ]
    return {item.slug: item for item in sorted(found, key=lambda item: item.weight)}


@cache
def cards() -> dict[str, Card]:
    """By slug, in the order in which they are shown."""
    found = [
        read_card(path.stem, path.read_text(encoding="utf-8"))
        for path in (ROOM / "cards").glob("*.toml")
    ]
    return {item.slug: item for item in sorted(found, key=lambda item: item.weight)}


def function_named(slug: str) -> Critical:
    """Raises UnknownItem."""
    if slug not in functions():
        raise UnknownItem(slug)
    return functions()[slug]


def card_named(slug: str) -> Card:
    """Raises UnknownItem."""
    if slug not in cards():
        raise UnknownItem(slug)
    return cards()[slug]


def function_name(item: Critical) -> str:
    """In the language of the page."""
    return item.name_en if get_language() == "en" else item.name


def card_title(item: Card) -> str:
    """In the language of the page."""
    return item.title_en if get_language() == "en" else item.title
