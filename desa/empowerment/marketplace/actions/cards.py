"""Making a card, changing it, taking it down; only the seller's word makes it public."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.actions.common import (
    demand,
    demand_words,
    locked,
    move,
    note_price,
    settle,
)
from desa.empowerment.marketplace.actions.spending import spend_links
from desa.empowerment.marketplace.enums import CardState, MarketplacePermission, Stock, Via
from desa.empowerment.marketplace.exceptions import ClaimFound, MarketplaceRefused
from desa.empowerment.marketplace.models import Card, ProductGroup
from desa.empowerment.marketplace.rules.claims import claims_in
from desa.empowerment.marketplace.transitions import Word
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.foundation.core.values.phone import Phone
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.models import Area

MADE = "marketplace.card"
KEEP = _("Petugas loket bisa mempertahankannya bila ini bukan janji kesehatan.")


@dataclass(frozen=True)
class CardText:
    """What a card says about the product. `keep_claims`: the counter has looked, it is no promise."""

    title: str
    unit: str
    group: ProductGroup
    seller_name: str
    hamlet: Area | None = None
    hours: str = ""
    about: str = ""
    stock: Stock = Stock.READY
    keep_claims: bool = False


@action
def make_card(*, by: User, text: CardText, phone: str, price: Rupiah, key: UUID) -> Card:
    """One card for each form, however often it is sent; it waits for its seller.

    `phone` as it was typed. Raises ClaimFound, MarketplaceRefused, ValueProblem.
    """
    demand(by, MarketplacePermission.EDIT)
    card_id, _new = once(key=key, purpose=MADE, by=by, make=lambda: _made(by, text, phone, price))
    return Card.objects.get(pk=card_id)


def _made(by: User, text: CardText, phone: str, price: Rupiah) -> Card:
    now, number = clock.now(), Phone.parse(phone).e164
    card = Card(phone=number, price=price, created_at=now, created_by_label=by.actor_label)
    card.state_since = now
    _write(card, text, by)
    card.full_clean()
    card.save(force_insert=True)
    note_price(card, price, Via.FIRST, by)
    record("marketplace.card.made", card, by)
    if card.claims_kept:
        record("marketplace.card.claims_kept", card, by)
    return card


@action
def change_card(*, by: User, card: Card, text: CardText) -> Card:
    """Everything but price and number, which have steps of their own. Raises ClaimFound."""
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    if current.state == CardState.ENDED:
        raise MarketplaceRefused(_("Kartu ini sudah ditarik. Buka lagi dulu, baru diubah."))
    kept_before = current.claims_kept
    _write(current, text, by)
    settle(current)
    record("marketplace.card.changed", current, by)
    if current.claims_kept and not kept_before:
        record("marketplace.card.claims_kept", current, by)
    return current


def _write(card: Card, text: CardText, by: User) -> None:
    card.title, card.unit = " ".join(text.title.split()), " ".join(text.unit.split())
    card.about, card.hours = text.about.strip(), text.hours.strip()
    card.seller_name, card.stock = " ".join(text.seller_name.split()), text.stock
    card.group, card.hamlet = text.group, text.hamlet
    card.claims_kept = _keeps_claims(card, text, by)


def _keeps_claims(card: Card, text: CardText, by: User) -> bool:
    """Whether words about health stay on the word of the counter. Raises ClaimFound for any other."""
    found = {
        name: _advice(value)
        for name, value in (("title", card.title), ("about", card.about), ("unit", card.unit))
        if claims_in(value)
    }
    if not found:
        return False
    if text.keep_claims and has_permission(by, MarketplacePermission.VOUCH):
        return True
    raise ClaimFound(found)


def _advice(value: str) -> str:
    """Which words, and what may stand there instead."""
    claims = claims_in(value)
    words = ", ".join(f"“{claim.word}”" for claim in claims)
    text = _t("%(words)s terdengar seperti janji kesehatan, dan itu tidak boleh dipasang.")
    return f"{text % {'words': words}} {_t(claims[0].instead)} {KEEP}"


@action
def set_price(*, by: User, card: Card, price: Rupiah, via: Via) -> Card:
    """As the seller says it; the earlier prices stay readable."""
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    if note_price(current, price, via, by):
        settle(current)
        record("marketplace.card.priced", current, by, price=str(price))
    return current


@action
def vouch_for_seller(*, by: User, card: Card, via: Via, words: str) -> Card:
    """The counter writes down that the seller agrees, and how they said so."""
    demand(by, MarketplacePermission.VOUCH)
    current, said = locked(card), demand_words(words)
    move(current, CardState.SHOWN, Word.SELLER)
    current.confirmed_at = current.heard_at = clock.now()
    current.confirmed_via = via
    settle(current)
    spend_links(current)
    record("marketplace.card.vouched", current, by, via=via.value, words=said)
    return current


@action
def withdraw_card(*, by: User, card: Card, reason: str) -> Card:
    """Off the public page; the card and its history stay."""
    demand(by, MarketplacePermission.VOUCH)
    current, why = locked(card), demand_words(reason)
    move(current, CardState.ENDED, Word.OFFICE)
    current.end_reason, current.asked_at = why, None
    settle(current)
    spend_links(current)
    record("marketplace.card.withdrawn", current, by)
    return current


@action
def reopen_card(*, by: User, card: Card) -> Card:
    """Back to the start: the seller agrees anew before anyone sees it."""
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    move(current, CardState.WAITING, Word.EDITOR)
    current.end_reason = ""
    settle(current)
    record("marketplace.card.reopened", current, by)
    return current
