"""A list page asks the database as often for many letters as for one."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desa.foundation.accounts.models import User
from desa.foundation.core.registry import navigation
from desa.people.residents.models import Person
from desa.people.residents.queries import current_places
from desa.services.letters.actions import hand_over
from tests.services.letters.conftest import SignIn, Submit, printed, register

Assert = Callable[..., CaptureQueriesContext]
OF_THE_PAGE = 9
BADGES = 2 * sum(bool(item.badge or item.office_badge or item.own_badge) for item in navigation)


def _queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def _many(submit: Submit, count: int) -> None:
    for _number in range(count):
        submit()


def test_overview_of_200_letters(
    sign_in: SignIn,
    operator: User,
    kades: User,
    submit: Submit,
    django_assert_max_num_queries: Assert,
) -> None:
    done = printed(submit(), kades)
    hand_over(by=operator, letter=done, received_by="Suwarni")
    _many(submit, 200)
    client = sign_in(operator)
    with django_assert_max_num_queries(OF_THE_PAGE + BADGES):
        page = client.get("/kantor/surat/").content.decode()
    assert page.count("<tr>") > 50


def test_approvals_of_50_letters(
    sign_in: SignIn, kades: User, submit: Submit, django_assert_max_num_queries: Assert
) -> None:
    _many(submit, 50)
    client = sign_in(kades)
    with django_assert_max_num_queries(OF_THE_PAGE + BADGES):
        page = client.get("/kantor/surat/setuju/").content.decode()
    assert page.count('name="surat"') == 50


@pytest.mark.parametrize("path", ["/kantor/surat/", "/kantor/surat/setuju/", "/kantor/"])
def test_ten_letters_cost_no_more_than_one(
    sign_in: SignIn, kades: User, submit: Submit, path: str
) -> None:
    submit()
    client = sign_in(kades)
    client.get(path)
    one = _queries(client, path)
    _many(submit, 9)
    assert _queries(client, path) == one


def test_places_of_a_list_are_those_of_each(suwarni: Person) -> None:
    slamet = register("Slamet", "3514990107740004", "3514990101100002")
    found = current_places([suwarni.pk, slamet.pk, 7])
    assert {pk: place.dusun for pk, place in found.items()} == {
        suwarni.pk: "Sendi",
        slamet.pk: "Sendi",
    }
