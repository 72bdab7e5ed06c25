"""A room that its village has switched off has no pages, for nobody."""

import pytest
from django.apps import apps
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import switch_room
from desa.foundation.tenancy.models import Village
from tests.factories import enter, official


@pytest.fixture(autouse=True)
def papers_is_a_feature(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apps.get_app_config("papers"), "switchable", True)


@pytest.mark.parametrize("address", ["/v/", "/v/ZZZZZZZZZZZZZZZZ"])
def test_room_switched_off_is_not_found(scope: Village, client: Client, address: str) -> None:
    switch_room(by=SystemActor("uji"), room="papers", on=False)
    assert "Alamatnya mungkin salah ketik" in client.get(address).content.decode()


def test_room_switched_on_again_answers(scope: Village, client: Client) -> None:
    switch_room(by=SystemActor("uji"), room="papers", on=False)
    switch_room(by=SystemActor("uji"), room="papers", on=True)
    assert client.get("/v/").status_code == 200


def test_other_rooms_stay_open(scope: Village, client: Client) -> None:
    switch_room(by=SystemActor("uji"), room="papers", on=False)
    assert client.get("/akun/masuk/").status_code == 200
    assert enter(official(scope, Office.OPERATOR)).get("/kantor/akun/").status_code == 200


@pytest.mark.parametrize("room", ["accounts", "tenancy", "core", "tidak_ada"])
def test_a_village_cannot_close_its_own_doors(scope: Village, room: str) -> None:
    with pytest.raises(LookupError):
        switch_room(by=SystemActor("uji"), room=room, on=False)
    assert Village.objects.get(pk=scope.pk).rooms_off == []
