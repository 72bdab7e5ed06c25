"""The language of the office is each official's own."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from desa.foundation.accounts.actions import choose_language
from desa.foundation.accounts.enums import Language, Office
from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from tests.factories import enter, official

ME, CHOOSE = "/kantor/akun/", "/kantor/akun/bahasa/"
ORIGIN = {"Origin": "http://testserver"}


@pytest.fixture
def operator(village: Village) -> User:
    return official(village, Office.OPERATOR)


@pytest.fixture
def office(operator: User) -> Client:
    return enter(operator)


def _choose(office: Client, language: str) -> int:
    return office.post(CHOOSE, {"language": language}, headers=ORIGIN).status_code


def test_the_office_speaks_indonesian_until_asked_otherwise(office: Client) -> None:
    answer = office.get(ME)
    assert "Simpan bahasa" in answer.content.decode()
    assert answer.headers["Content-Language"] == "id"


def test_a_chosen_language_holds_on_every_next_page(office: Client, operator: User) -> None:
    assert _choose(office, "en") == 302
    answer = office.get(ME)
    page = answer.content.decode()
    assert '<html lang="en"' in page
    assert "Save the language" in page
    assert "Simpan bahasa" not in page
    assert answer.headers["Content-Language"] == "en"
    assert _choose(office, "id") == 302
    assert "Simpan bahasa" in office.get(ME).content.decode()


def test_the_page_ticks_the_language_in_use(office: Client) -> None:
    _choose(office, "en")
    boxes = office.get(ME).content.decode().split("<input")
    (english,) = [box for box in boxes if 'value="en"' in box]
    (indonesian,) = [box for box in boxes if 'value="id"' in box]
    assert "checked" in english
    assert "checked" not in indonesian


@pytest.mark.parametrize("language", ["", "nl", "english"])
def test_an_unknown_language_is_refused_with_the_page(
    office: Client, operator: User, language: str
) -> None:
    assert _choose(office, language) == 422
    operator.refresh_from_db()
    assert operator.language == Language.INDONESIAN


def test_the_choice_is_of_one_account_only(village: Village, office: Client) -> None:
    other = enter(official(village, Office.SEKDES))
    _choose(office, "en")
    assert "Simpan bahasa" in other.get(ME).content.decode()


def test_public_pages_follow_their_address_not_the_account(office: Client) -> None:
    _choose(office, "en")
    assert office.get("/akun/masuk/").headers["Content-Language"] == "id"
    assert office.get("/en/akun/masuk/").headers["Content-Language"] == "en"


def test_a_refused_page_says_so_in_the_chosen_language(office: Client) -> None:
    _choose(office, "en")
    answer = office.get("/kantor/akun/pejabat/")
    assert answer.status_code == 403
    assert "Your office does not open this page" in answer.content.decode()


def test_the_choice_stands_in_the_trail(village: Village, operator: User) -> None:
    with village_scope(village):
        choose_language(by=operator, language="en")
        event = TrailEvent.objects.get(name="accounts.language.chosen")
    assert event.actor_id == operator.pk
    assert event.facts == {"language": "en"}


def test_the_action_refuses_an_unknown_language(village: Village, operator: User) -> None:
    with village_scope(village), pytest.raises(ValidationError):
        choose_language(by=operator, language="nl")
    operator.refresh_from_db()
    assert operator.language == "id"
