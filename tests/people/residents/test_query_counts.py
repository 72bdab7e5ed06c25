"""A search asks the database as often for forty people as for one."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desa.foundation.accounts.enums import Office
from desa.foundation.core.registry import navigation, search_sources
from desa.foundation.tenancy.models import Village
from desa.people.residents.actions.importing import preview_import, run_import
from desa.people.residents.models import Person
from tests.factories import enter, official
from tests.people.residents.books import book, line
from tests.people.residents.conftest import ACTOR, Register, resident

OF_THE_PAGE = 12
BADGES = 2 * sum(bool(item.badge or item.office_badge or item.own_badge) for item in navigation)
SOURCES = len(list(search_sources))


def _searched(office: Client, path: str, shown: int) -> int:
    """Queries of one search that must show so many people."""
    with CaptureQueriesContext(connection) as asked:
        page = office.post(path, {"q": "suwarni sendi"}).content.decode()
    assert page.count("Dusun Sendi RT 003/RW 001") == shown
    return len(asked)


@pytest.mark.parametrize(("path", "most"), [("/kantor/penduduk/", 40), ("/kantor/cari/", 20)])
def test_search_costs_the_same_for_one_and_for_many(
    scope: Village, register: Register, path: str, most: int
) -> None:
    office = enter(official(scope, Office.OPERATOR))
    register(resident(1, "Suwarni"))
    one = _searched(office, path, 1)
    register(*(resident(number, "Suwarni") for number in range(2, 41)))
    assert _searched(office, path, most) == one <= OF_THE_PAGE + BADGES + SOURCES


@pytest.mark.parametrize("people", [1, 40])
def test_updating_import_reads_the_families_of_a_chunk_at_once(scope: Village, people: int) -> None:
    for name in ("SUWARNI", "KARTINI"):
        lines = [line(number, nama=name) for number in range(1, people + 1)]
        preview = preview_import(by=ACTOR, content=book(*lines), filename="penduduk.xlsx")
        with CaptureQueriesContext(connection) as ran:
            run_import(by=ACTOR, batch=preview.batch, plan=preview.plan, update=True)
    reads = [query["sql"] for query in ran if query["sql"].startswith("SELECT")]
    assert sum('FROM "residents_familymembership"' in sql for sql in reads) == 1
    assert Person.objects.filter(name="KARTINI", search_text__contains="35149901").count() == people
