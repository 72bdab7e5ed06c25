from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import get_resolver, path, reverse

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.views.doors import sign_in
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.factories import enter, official, officials
from tests.house.permission_table import (
    POST_ONLY,
    Arguments,
    Everyone,
    Row,
    SignedIn,
    address_names,
    allowed,
    differences,
    expected,
    only,
    rows_of,
)
from tests.house.tree import rooms

HERE, THERE = "sumbergedang.example", "contohrejo.example"
ROWS = rows_of(rooms())
Visitors = dict[str, tuple[Office | None, bool, Client]]


@pytest.fixture
def villages(
    village: Village, other_village: Village, settings: LazySettings
) -> tuple[Village, Village]:
    settings.ALLOWED_HOSTS = [HERE, THERE]
    for place, host in ((village, HERE), (other_village, THERE)):
        place.public_address = f"https://{host}"
        place.save()
    return village, other_village


@pytest.fixture
def visitors(villages: tuple[Village, Village]) -> Visitors:
    here, there = villages
    found: Visitors = {"a stranger": (None, True, Client())}
    for office, user in officials(here, list(Office)).items():
        found[str(office)] = (office, True, enter(user))
    guest = official(there, Office.KADES)
    return found | {"kades of another village": (Office.KADES, False, enter(guest))}


def _arguments(row: Row, place: Village) -> Arguments:
    with village_scope(place):
        return row.make(place) if row.make else row.arguments


def _ask(client: Client, number: int, address: str, method: str = "GET") -> int:
    """From an address of its own, so that no limit of one visitor meets another."""
    where: dict[str, Any] = {"HTTP_HOST": HERE, "REMOTE_ADDR": f"10.0.0.{number}"}
    headers = {"Origin": f"http://{HERE}"}
    return int(client.generic(method, address, headers=headers, **where).status_code)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_address_opens_to_those_it_is_for(
    row: Row, villages: tuple[Village, Village], visitors: Visitors
) -> None:
    address = reverse(row.name, kwargs=dict(_arguments(row, villages[0])))
    asked = enumerate(visitors.items(), start=1)
    answers = {name: _ask(client, number, address) for number, (name, (_, _, client)) in asked}
    assert answers == {
        name: expected(row, office, of_this_village=ours)
        for name, (office, ours, _client) in visitors.items()
    }


@pytest.mark.parametrize("row", [row for row in ROWS if row.make], ids=lambda row: row.name)
def test_objects_of_another_village_do_not_exist(
    row: Row, villages: tuple[Village, Village]
) -> None:
    address = reverse(row.name, kwargs=dict(_arguments(row, villages[1])))
    office = allowed(row)
    client = enter(official(villages[0], office)) if office else Client()
    method = "POST" if row.status == POST_ONLY else "GET"
    assert _ask(client, 1, address, method) == 404


def test_every_address_has_one_row() -> None:
    assert differences(address_names(get_resolver().url_patterns), ROWS) == []


def test_guard_notices_an_address_without_a_row() -> None:
    patterns = [path("baru/", sign_in, name="new"), path("tanpa-nama/", sign_in)]
    assert differences(address_names(patterns), [Row("old", Everyone())]) == [
        "new has no row",
        "old is no address",
        "tanpa-nama/ has no row",
    ]
    assert differences(["a"], [Row("a", Everyone()), Row("a", SignedIn())]) == ["a has two rows"]


def test_the_table_says_what_each_visitor_gets() -> None:
    row = Row("x", only(Office.SEKDES))
    assert expected(row, None) == 302
    assert expected(row, Office.SEKDES) == 200
    assert expected(row, Office.KADES) == 403
    assert expected(row, Office.SEKDES, of_this_village=False) == 403
    assert expected(Row("x", SignedIn()), Office.KADER) == 200
    assert expected(Row("x", Everyone(), POST_ONLY), None) == 405


def test_guard_notices_a_door_that_is_open_to_the_wrong_office(
    villages: tuple[Village, Village], visitors: Visitors
) -> None:
    """The page of the officials, told as if it were for the operator too."""
    wrong = Row("accounts:officials", only(Office.SEKDES, Office.OPERATOR))
    answer = _ask(visitors["operator"][2], 1, reverse(wrong.name))
    assert answer != expected(wrong, Office.OPERATOR)
