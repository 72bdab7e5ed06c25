"""What rooms register and decorate must lead somewhere."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse

from desa.foundation.core.http.access import PUBLIC, SIGNED_IN, requirement_of


def views(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[Callable[..., Any]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from views(pattern.url_patterns)
        else:
            yield pattern.callback


def unguarded(found: Iterable[Callable[..., Any]], granted: Collection[str]) -> list[str]:
    """Views that say nothing, or name a permission that no office has."""
    wrong = []
    for view in found:
        wanted = requirement_of(view)
        if wanted is None:
            wrong.append(f"{view.__module__}.{view.__name__} says for nobody")
        elif wanted not in {PUBLIC, SIGNED_IN} and wanted not in granted:
            wrong.append(f"{view.__module__}.{view.__name__} wants {wanted}, which nobody has")
    return wrong


def dead_entries(
    items: Iterable[Any], icons: Collection[str], rooms: Collection[str], granted: Collection[str]
) -> list[str]:
    """Tiles and menu entries whose address, drawing, room or permission does not exist."""
    wrong = []
    for item in items:
        try:
            reverse(item.url_name)
        except NoReverseMatch:
            wrong.append(f"{item.url_name} is no address")
        if item.icon not in icons:
            wrong.append(f"{item.url_name} wants the drawing {item.icon}")
        if item.room not in rooms or item.url_name.split(":")[0] != item.room:
            wrong.append(f"{item.url_name} belongs to {item.room}")
        if getattr(item, "permission", SIGNED_IN) not in {*granted, SIGNED_IN, ""}:
            wrong.append(f"{item.url_name} wants {item.permission}, which nobody has")
    return wrong
