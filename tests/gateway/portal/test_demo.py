"""Desa contoh: a whole village that walks, made once, and only where no real one lives."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from desa.foundation.accounts.models import Membership
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.gateway.portal.actions import load_demo
from desa.people.residents.models import Person
from desa.services.letters.enums import LetterState
from desa.services.letters.models import Letter
from tests.trailing import first_broken

HEADERS = {"Origin": "http://testserver"}


@pytest.fixture
def demo(db: None, settings: Any) -> Village:
    settings.DEMO = True
    return load_demo()


@pytest.mark.slow
def test_demo_village_is_whole_and_made_once(demo: Village) -> None:
    assert load_demo().pk == demo.pk
    with village_scope(demo):
        assert Person.objects.count() >= 5000
        states = set(Letter.objects.values_list("state", flat=True))
        assert states == {LetterState.SUBMITTED, LetterState.APPROVED, LetterState.HANDED_OVER}
        assert first_broken() is None


@pytest.mark.slow
def test_each_demo_link_leads_its_official_into_the_office(demo: Village) -> None:
    printed = StringIO()
    call_command("demo_links", address="http://testserver/", stdout=printed)
    lines = printed.getvalue().splitlines()
    assert [line.split(" (")[0] for line in lines] == ["Operator", "Sekretaris Desa", "Kepala Desa"]
    for line in lines:
        path = line.split("http://testserver")[1]
        assert path.startswith("/akun/")
        client = Client()
        assert client.post(path, headers=HEADERS)["Location"] == "/kantor/"
        assert client.get("/kantor/").status_code == 200


def test_demo_is_refused_in_a_real_village(db: None, settings: Any) -> None:
    settings.DEMO = False
    for command in ("load_demo", "demo_links"):
        options = {"address": "http://testserver"} if command == "demo_links" else {}
        with pytest.raises(CommandError):
            call_command(command, **options)
    assert not Membership.objects.exists()
