"""The contracts of .importlinter hold here too, and are shown to notice a wrong import."""

import grimp
import pytest
from importlinter.application.use_cases import read_user_options
from importlinter.configuration import configure
from importlinter.contracts.layers import LayersContract
from importlinter.domain.contract import Contract, registry

from tests.house.tree import ROOT, floors, may_know, rooms
from tools.checks.contracts import FloorsContract

Graph = grimp.ImportGraph


@pytest.fixture(scope="module", autouse=True)
def _configured() -> None:
    configure()
    registry.register(FloorsContract, name="floors")
    registry.register(LayersContract, name="layers")


@pytest.fixture
def graph() -> Graph:
    return grimp.build_graph("desa", "config", cache_dir=None)


def _contract(name: str) -> Contract:
    options = read_user_options(config_filename=str(ROOT / ".importlinter"))
    (chosen,) = [o for o in options.contracts_options if o["id"] == name]
    kind = registry.get_contract_class(chosen["type"])
    return kind(
        name=chosen["name"], session_options=options.session_options, contract_options=chosen
    )


def _kept(name: str, graph: Graph) -> bool:
    return bool(_contract(name).check(graph, verbose=False).kept)


CONTRACTS = ("settings", "wings", "foundation", "people", "services", "slots")


@pytest.mark.parametrize("name", CONTRACTS)
def test_contract_is_kept(name: str, graph: Graph) -> None:
    assert _kept(name, graph)


@pytest.mark.parametrize(
    ("name", "importer", "imported"),
    [
        ("settings", "desa.foundation.core.clock", "config.settings"),
        ("wings", "desa.foundation.core.clock", "desa.people.residents.models"),
        ("wings", "desa.services.letters.models", "desa.transparency.budgets.models"),
        ("foundation", "desa.foundation.core.clock", "desa.foundation.trail.models"),
        ("foundation", "desa.foundation.jobs.models", "desa.foundation.files.models"),
        ("people", "desa.people.residents.models", "desa.people.questions.models"),
        ("services", "desa.services.letters.models", "desa.services.aid.models"),
        ("slots", "desa.foundation.accounts.models", "desa.foundation.accounts.views"),
        ("slots", "desa.foundation.trail.rules", "desa.foundation.trail.models"),
    ],
)
def test_guard_notices_an_import_upwards_or_sideways(
    name: str, importer: str, imported: str, graph: Graph
) -> None:
    for module in (importer, imported):
        _plant(graph, module)
    graph.add_import(importer=importer, imported=imported, line_number=1, line_contents="import")
    assert not _kept(name, graph)


def _plant(graph: Graph, module: str) -> None:
    parts = module.split(".")
    for end in range(1, len(parts) + 1):
        graph.add_module(".".join(parts[:end]))


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("slots", "desa.foundation.trail.utils"),
        ("foundation", "desa.foundation.helpers"),
        ("wings", "desa.shared"),
    ],
)
def test_guard_notices_a_place_that_is_not_in_the_plan(
    name: str, module: str, graph: Graph
) -> None:
    graph.add_module(module)
    assert not _kept(name, graph)


def test_core_is_free_of_slots(graph: Graph) -> None:
    graph.add_module("desa.foundation.core.anything")
    assert _kept("slots", graph)


def test_every_room_has_a_floor() -> None:
    assert set(rooms()) <= set(floors())


def test_floors_say_who_may_know_whom() -> None:
    order = floors()
    assert may_know("portal", "letters", order)
    assert may_know("letters", "residents", order)
    assert may_know("papers", "accounts", order)
    assert not may_know("core", "tenancy", order)
    assert not may_know("letters", "complaints", order)
    assert not may_know("residents", "letters", order)
