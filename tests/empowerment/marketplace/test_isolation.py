"""Nothing of one village's market is seen, named or changed from another's."""

import pytest
from django.test import Client, override_settings

from desa.empowerment.marketplace import actions, published
from desa.empowerment.marketplace.models import Card, NumberChange, ProductGroup, SellerLink
from desa.empowerment.marketplace.queries import link_behind
from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.empowerment.marketplace.samples import (
    OTHER_PHONE,
    link_for,
    made,
    shown,
    someone,
    with_site,
)


def test_cards_groups_links_and_numbers_stay_in_their_village(
    village: Village, other_village: Village
) -> None:
    with village_scope(other_village):
        with_site(other_village)
        theirs, code = shown(), link_for(made(title="Madu"))
        actions.request_number(
            by=someone(Office.KADER), card=theirs, phone=OTHER_PHONE, reason="HP hilang"
        )
    with village_scope(village):
        assert published.card(theirs.pk) is None
        assert published.order(theirs.pk, "1") is None
        assert published.market().count == 0
        assert link_behind(code) is None
        for model in (Card, ProductGroup, SellerLink, NumberChange):
            assert not model.objects.exists()
        with pytest.raises(Card.DoesNotExist):
            actions.withdraw_card(by=someone(Office.SEKDES), card=theirs, reason="Bukan kami")


@override_settings(ALLOWED_HOSTS=["sumbergedang.example"])
def test_address_of_another_village_opens_none_of_its_cards(
    village: Village, other_village: Village, client: Client
) -> None:
    with village_scope(other_village):
        theirs = shown()
    with village_scope(village):
        with_site(village)
    host = {"HTTP_HOST": "sumbergedang.example"}
    assert client.get(f"/lapak/{theirs.public_id}/", **host).status_code == 404  # type: ignore[arg-type]
    answer = client.post(
        f"/lapak/{theirs.public_id}/pesan/",
        HTTP_ORIGIN="http://sumbergedang.example",
        **host,  # type: ignore[arg-type]
    )
    assert answer.status_code == 404
