"""Which village a host name means; two villages never share one."""

import pytest
from django.core.exceptions import ValidationError

from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import Identity, change_identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.queries import village_for_host
from desa.foundation.tenancy.scope import village_scope

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")
NEW = Identity("35.14.98.2002", "Contohsari", "Contoh", "Pasuruan", "Jawa Timur")


def _move(village: Village, address: str) -> None:
    with village_scope(village):
        change_identity(by=CLERK, changes={"public_address": address})
    village.refresh_from_db()


@pytest.mark.parametrize(
    "address",
    [
        "https://contohrejo.desa.id",
        "http://contohrejo.desa.id:8443/",
        "https://CONTOHREJO.desa.id/kantor",
        "https://lama.contohrejo.desa.id",
    ],
)
def test_door_of_another_village_cannot_be_taken(
    village: Village, other_village: Village, address: str
) -> None:
    """Its officials would type their passwords here; its papers would be checked here."""
    _move(other_village, "https://lama.contohrejo.desa.id")
    _move(other_village, "https://contohrejo.desa.id")
    with pytest.raises(ValidationError, match="milik desa lain"):
        _move(village, address)
    with pytest.raises(ValidationError, match="milik desa lain"):
        found_village(by=CLERK, identity=Identity(**{**vars(NEW), "public_address": address}))
    found = village_for_host(address.split("/")[2])
    assert found == other_village


def test_village_returns_to_an_address_of_its_own(village: Village, other_village: Village) -> None:
    for address in ("https://a.desa.id", "https://b.desa.id", "https://a.desa.id"):
        _move(village, address)
    _move(other_village, "")
    assert village_for_host("b.desa.id:443") == village


def test_village_without_a_public_address_keeps_its_old_one(
    village: Village, other_village: Village
) -> None:
    _move(village, "https://a.desa.id")
    _move(village, "")
    assert village_for_host("a.desa.id") == village
    assert village_for_host("c.desa.id") is None
