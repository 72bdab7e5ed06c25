"""The frame of every page: only rooms that are built and switched on, in the order of the design."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from desa.foundation.accounts.models import User
from desa.foundation.accounts.permissions import offices_with
from desa.foundation.core import registry
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village_or_none
from desa.gateway.portal.presenters import office_line

RAIL, TABS = 16, 4


def navigation(request: HttpRequest) -> dict[str, Any]:
    village = current_village_or_none()
    if village is None:
        return {}
    frame = {
        "brand": _brand(village),
        "notice": _("Desa contoh. Semua nama dan angka fiktif.") if settings.DEMO else "",
    }
    if getattr(request, "offices", None):
        return {**frame, **_office(request, village)}
    return {**frame, **_public(request, village)}


def _brand(village: Village) -> dict[str, str]:
    place = f"{village.kecamatan}, {village.kabupaten}"
    footer = _("Kantor Desa %(name)s, %(place)s.") % {"name": village.name, "place": place}
    return {
        "kind": _("Desa"),
        "name": village.name,
        "home_url": reverse("portal:home"),
        "footer": footer,
    }


def _public(request: HttpRequest, village: Village) -> dict[str, Any]:
    shown = [tile for tile in registry.tiles if village.has_room(tile.room)]
    links = [{"url": reverse(tile.url_name), "label": tile.label} for tile in shown]
    return {
        "public_tiles": [_tile(tile, request) for tile in shown if not tile.footer],
        "footer_links": [
            *links,
            {"url": reverse("accounts:sign_in"), "label": _("Masuk kantor desa")},
        ],
        # Only a page that shows it asks the database for the hours.
        "office_line": SimpleLazyObject(lambda: office_line(village)),
    }


def _tile(tile: registry.Tile, request: HttpRequest) -> dict[str, Any]:
    url = reverse(tile.url_name)
    return {
        "url": url,
        "label": tile.label,
        "hint": tile.hint,
        "icon": tile.icon,
        "current": request.path.startswith(url),
    }


def _office(request: HttpRequest, village: Village) -> dict[str, Any]:
    offices = request.offices  # type: ignore[attr-defined]
    shown = [
        item
        for item in registry.navigation
        if village.has_room(item.room) and not offices_with(item.permission).isdisjoint(offices)
    ]
    here = _nearest([reverse(item.url_name) for item in shown], request.path)
    items = [_rail_item(item, here, request) for item in shown]
    return {
        "office_rail": items if len(items) <= RAIL else [*items[: RAIL - 1], _others()],
        "office_tabs": items[:TABS],
        "office_more": items[TABS:],
        "search_url": reverse("portal:search"),
        "office_user": {"name": request.user.name, "url": reverse("accounts:me")},  # type: ignore[union-attr]
    }


def _others() -> dict[str, Any]:
    """The rail has nine places; the last leads to all the others by name."""
    url = f"{reverse('portal:office')}#lainnya"
    return {"url": url, "label": _("Lainnya"), "icon": "ellipsis", "badge": 0, "current": False}


def _nearest(urls: list[str], path: str) -> str:
    """The most exact of the places that this page lies in; the office's home holds only itself."""
    home = reverse("portal:office")
    around = [url for url in urls if path == url or (url != home and path.startswith(url))]
    return max(around, key=len, default="")


def _rail_item(item: registry.NavItem, here: str, request: HttpRequest) -> dict[str, Any]:
    url = reverse(item.url_name)
    return {
        "url": url,
        "label": item.label,
        "icon": item.icon,
        "badge": _badge(item, request),
        "current": url == here,
    }


def _badge(item: registry.NavItem, request: HttpRequest) -> int:
    if item.own_badge:
        return item.own_badge(cast(User, request.user))
    if item.office_badge:
        return item.office_badge(request.offices)  # type: ignore[attr-defined]
    return item.badge() if item.badge else 0
