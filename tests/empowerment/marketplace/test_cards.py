"""Making, changing and ending a card; prices; what the office may and may not do in a seller's place."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.enums import CardState, Stock, Via
from desa.empowerment.marketplace.exceptions import ClaimFound, MarketplaceRefused
from desa.empowerment.marketplace.models import Card, CardPrice
from desa.empowerment.marketplace.queries import public_cards
from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.marketplace.samples import PHONE, made, shown, someone, text

pytestmark = pytest.mark.usefixtures("scope")
CLAIM: dict[str, Any] = {"about": "Menyembuhkan asam urat"}


def test_new_card_waits_for_its_seller() -> None:
    card = made()
    assert card.state == CardState.WAITING
    assert card.phone == "+6281234567890"
    assert not public_cards().exists()


def test_form_sent_twice_makes_one_card() -> None:
    key, parts = uuid4(), {"text": text(), "phone": PHONE, "price": Rupiah.of(3000)}
    first = actions.make_card(by=someone(Office.KADER), key=key, **parts)  # type: ignore[arg-type]
    again = actions.make_card(by=someone(Office.KADER), key=key, **parts)  # type: ignore[arg-type]
    assert first == again
    assert Card.objects.count() == CardPrice.objects.count() == 1


@pytest.mark.parametrize("office", [Office.KADES, Office.BPD, Office.RT_RW, Office.AUDITOR])
def test_office_without_the_right_makes_no_card(office: Office) -> None:
    with pytest.raises(PermissionDenied):
        made(by=someone(office))
    assert not Card.objects.exists()


def test_unreadable_number_makes_no_card() -> None:
    with pytest.raises(ValueProblem):
        made(phone="12")
    assert not Card.objects.exists()


def test_price_must_be_something() -> None:
    with pytest.raises(MarketplaceRefused, match="lebih dari Rp0"):
        made(price=0)
    assert not Card.objects.exists()


def test_maker_cannot_agree_in_the_place_of_the_seller() -> None:
    with pytest.raises(PermissionDenied):
        actions.vouch_for_seller(
            by=someone(Office.KADER), card=made(), via=Via.COUNTER, words="Katanya boleh"
        )


def test_counter_says_how_the_seller_agreed() -> None:
    with pytest.raises(MarketplaceRefused):
        actions.vouch_for_seller(
            by=someone(Office.OPERATOR), card=made(), via=Via.COUNTER, words="  "
        )
    card = shown()
    assert card.state == CardState.SHOWN
    assert card.confirmed_via == Via.COUNTER
    event = TrailEvent.objects.get(name="marketplace.card.vouched")
    assert event.facts["words"] == "Datang sendiri"


def test_price_history_keeps_what_it_cost_before() -> None:
    card = shown()
    actions.set_price(by=someone(Office.KADER), card=card, price=Rupiah.of(3500), via=Via.CHAT)
    again = actions.set_price(
        by=someone(Office.KADER), card=card, price=Rupiah.of(3500), via=Via.CHAT
    )
    assert again.price == Rupiah.of(3500)
    lines = [(str(line.price), line.via) for line in card.prices.all()]
    assert sorted(lines) == [("Rp3.000", Via.FIRST), ("Rp3.500", Via.CHAT)]


def test_changed_words_are_public_at_once_and_noted() -> None:
    card = shown()
    changed = actions.change_card(
        by=someone(Office.POKMAS), card=card, text=text(title="  Jamu  kunyit ", stock=Stock.OUT)
    )
    assert (changed.title, changed.stock) == ("Jamu kunyit", Stock.OUT)
    assert TrailEvent.objects.filter(name="marketplace.card.changed").exists()


@pytest.mark.parametrize("field", ["title", "about"])
def test_promise_of_health_is_refused_with_kind_words(field: str) -> None:
    with pytest.raises(ClaimFound) as found:
        made(**dict[str, Any]({field: "Menyembuhkan asam urat"}))
    words = found.value.found[field]
    assert "“Menyembuhkan”" in words
    assert "Tulis rasa" in words
    assert not Card.objects.exists()


def test_maker_cannot_keep_a_promise_but_the_counter_can() -> None:
    with pytest.raises(ClaimFound):
        made(**CLAIM, keep_claims=True)
    card = made(by=someone(Office.OPERATOR), about="Toko obat pertanian", keep_claims=True)
    assert card.claims_kept
    assert TrailEvent.objects.filter(name="marketplace.card.claims_kept").exists()


def test_later_edit_is_looked_through_too() -> None:
    card = shown()
    with pytest.raises(ClaimFound):
        actions.change_card(by=someone(Office.KADER), card=card, text=text(**CLAIM))
    card.refresh_from_db()
    assert "Menyembuhkan" not in card.about


def test_withdrawn_card_keeps_its_history_and_starts_anew() -> None:
    card = shown()
    with pytest.raises(PermissionDenied):
        actions.withdraw_card(by=someone(Office.KADER), card=card, reason="Tutup")
    ended = actions.withdraw_card(by=someone(Office.SEKDES), card=card, reason="Tutup")
    assert ended.state == CardState.ENDED
    assert ended.prices.exists()
    with pytest.raises(MarketplaceRefused):
        actions.change_card(by=someone(Office.KADER), card=ended, text=text())
    back = actions.reopen_card(by=someone(Office.KADER), card=ended)
    assert back.state == CardState.WAITING
    assert not public_cards().exists()
