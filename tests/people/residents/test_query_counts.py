"""A search asks the database as often for forty people as for one."""

from collections.abc import Callable

import pytest
from django.test.utils import CaptureQueriesContext

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from tests.factories import enter, official
from tests.people.residents.conftest import Register, resident

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
