"""A search asks the database as often for forty people as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from desa.people.residents.actions.importing import preview_import, run_import
from desa.people.residents.models import Person
from tests.factories import enter, official
from tests.people.residents.books import book, line
from tests.people.residents.conftest import ACTOR, Register, resident

Assert = Callable[..., CaptureQueriesContext]


@pytest.mark.parametrize("people", [1, 40])
@pytest.mark.parametrize(
    ("path", "queries", "shown"), [("/kantor/penduduk/", 10, 40), ("/kantor/cari/", 13, 20)]
)
def test_search_costs_the_same_for_one_and_for_many(
    scope: Village,
    register: Register,
    django_assert_num_queries: Assert,
    people: int,
    path: str,
    queries: int,
    shown: int,
) -> None:
    register(*(resident(number, "Suwarni") for number in range(1, people + 1)))
    office = enter(official(scope, Office.OPERATOR))
    with django_assert_num_queries(queries):
        page = office.post(path, {"q": "suwarni sendi"}).content.decode()
    assert page.count("Dusun Sendi RT 003/RW 001") == min(people, shown)


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
