import sys

import grimp
import pytest

from tests.house.doors import Imports, closed_doors, leaking_public_views

TRUSTED = frozenset({"django", *sys.stdlib_module_names})


@pytest.fixture(scope="module")
def imports() -> Imports:
    graph = grimp.build_graph("desa", "config", include_external_packages=True, cache_dir=None)
    return {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}


def test_rooms_use_each_other_through_open_slots(imports: Imports) -> None:
    assert closed_doors(imports) == []


def test_public_views_see_published_rows_only(imports: Imports) -> None:
    assert leaking_public_views(imports, TRUSTED) == []


@pytest.mark.parametrize("slot", ["forms", "views.office", "engine.vault", "policies", "tasks"])
def test_guard_notices_a_closed_door(slot: str) -> None:
    planted = {"desa.services.letters.actions": {f"desa.people.residents.{slot}"}}
    assert closed_doors(planted) == [
        f"desa.services.letters.actions reaches into desa.people.residents.{slot}"
    ]


def test_guard_notices_a_room_used_as_a_whole() -> None:
    assert closed_doors({"desa.services.letters.rules": {"desa.people.residents"}})


def test_guard_lets_open_doors_be_used() -> None:
    used = {"desa.people.residents.models", "desa.foundation.core.clock", "django.db"}
    assert closed_doors({"desa.services.letters.actions": used}) == []


@pytest.mark.parametrize(
    "target", ["desa.services.letters.models", "desa.services.letters.queries", "psycopg"]
)
def test_guard_notices_a_public_view_that_sees_more(target: str) -> None:
    assert leaking_public_views({"desa.services.letters.views.public": {target}}, TRUSTED)


def test_guard_lets_a_public_view_read_published_rows() -> None:
    seen = {"desa.services.letters.published", "desa.foundation.core.clock", "django.http"}
    assert leaking_public_views({"desa.services.letters.views.public": seen}, TRUSTED) == []
