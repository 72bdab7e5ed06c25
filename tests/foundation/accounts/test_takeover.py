"""One village's sekdes against the accounts of another; and what officials type wrongly."""

from collections.abc import Callable

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, Officeholder, User
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.factories import enter

pytestmark = pytest.mark.postgres
OFFICIALS = "/kantor/akun/pejabat/"
Make = Callable[[Village, Office], User]


@pytest.fixture
def sekdes(village: Village, make_official: Make) -> User:
    return make_official(village, Office.SEKDES)


@pytest.fixture
def client(sekdes: User) -> Client:
    return enter(sekdes)


def _form(**changes: str) -> dict[str, str]:
    form = {
        "office": Office.OPERATOR,
        "title": "Operator",
        "standing": "definitif",
        "name": "Dewi",
        "term_from": "1 Januari 2026",
    }
    return form | changes


def test_account_of_another_village_cannot_be_taken_over(
    client: Client, village: Village, other_village: Village, sekdes: User, make_official: Make
) -> None:
    """An office here would let our sekdes choose the password that opens the village there."""
    village.public_address = "http://testserver"
    village.save()
    victim = make_official(other_village, Office.KADES)
    answer = client.post(OFFICIALS, _form(username=victim.username.replace(".", "-")))
    assert answer.status_code == 302, "a free name is taken"
    User.objects.filter(pk=victim.pk).update(username="suparman")
    answer = client.post(OFFICIALS, _form(username="suparman"))
    assert answer.status_code == 422
    assert "sudah dipakai" in answer.content.decode()
    assert not Membership.objects.filter(user=victim, village=village).exists()


def test_account_of_this_village_takes_a_second_office(
    client: Client, village: Village, sekdes: User
) -> None:
    User.objects.filter(pk=sekdes.pk).update(username="endang")
    answer = client.post(OFFICIALS, _form(username="endang"))
    assert answer.status_code == 302
    assert Membership.objects.filter(user=sekdes, office=Office.OPERATOR).exists()


def test_term_that_ends_before_it_begins_is_said_on_the_form(client: Client, sekdes: User) -> None:
    answer = client.post(OFFICIALS, _form(username="dewi", term_to="1 Januari 2025"))
    assert answer.status_code == 422
    assert "berakhir sebelum mulai" in answer.content.decode()
    assert not User.objects.filter(username="dewi").exists()


def test_last_day_before_the_first_is_said_on_the_form(
    client: Client, village: Village, sekdes: User
) -> None:
    client.post(OFFICIALS, _form())
    with village_scope(village):
        holder = Officeholder.objects.get(name="Dewi")
    answer = client.post(f"{OFFICIALS}{holder.public_id}/berhenti/", {"last_day": "1-1-2025"})
    assert answer.status_code == 422
    assert "sebelum mulai menjabat" in answer.content.decode()
