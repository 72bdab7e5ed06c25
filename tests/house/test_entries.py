from collections.abc import Iterator
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from inspect import getmembers, isclass
from types import ModuleType

from django.urls import get_resolver

from desa.foundation.accounts.permissions import granted
from desa.foundation.core.http.access import public, requires
from desa.foundation.core.icons import icon_paths
from desa.foundation.core.registry import NavItem, Tile, navigation, tiles
from tests.house.entries import dead_entries, unguarded, views
from tests.house.tree import rooms


def test_every_view_says_who_may_open_it() -> None:
    found = list(views(get_resolver().url_patterns))
    assert found
    assert unguarded(found, granted()) == []


def test_every_entry_leads_somewhere() -> None:
    known = (icon_paths(), rooms(), granted())
    assert dead_entries(tiles, *known) == []
    assert dead_entries(navigation, *known) == []


def test_every_permission_is_granted_to_an_office() -> None:
    wanted = {
        member.value
        for module in _permission_modules()
        for _name, kind in getmembers(module, isclass)
        if issubclass(kind, StrEnum) and kind.__name__.endswith("Permission")
        for member in kind
    }
    assert wanted == set(granted())
    assert all(granted().values())


def _permission_modules() -> Iterator[ModuleType]:
    for room, wing in rooms().items():
        name = f"desa.{wing}.{room}.permissions"
        if find_spec(name):
            yield import_module(name)


def test_guard_notices_a_view_without_a_door() -> None:
    def silent() -> None: ...

    @requires("letters.no_such")
    def locked() -> None: ...

    @public
    def open_to_all() -> None: ...

    wrong = unguarded([silent, locked, open_to_all], {"letters.make"})
    assert [line.split(".")[-1] for line in wrong] == [
        "silent says for nobody",
        "no_such, which nobody has",
    ]


def test_guard_notices_dead_entries() -> None:
    tile = Tile(label="Peta", hint="", icon="map", url_name="maps:all", room="letters", weight=1)
    item = NavItem("Peta", "house", "accounts:me", "maps.see", "accounts", 1)
    known = ({"house"}, {"accounts"}, {"letters.make"})
    assert dead_entries([tile], *known) == [
        "maps:all is no address",
        "maps:all wants the drawing map",
        "maps:all belongs to letters",
    ]
    assert dead_entries([item], *known) == ["accounts:me wants maps.see, which nobody has"]
