"""The seller's own word, by the button behind a link that was sent to the number on the card."""

from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.actions.common import (
    AUDIENCE,
    SELLER,
    demand,
    locked,
    move,
    note_price,
    settle,
)
from desa.empowerment.marketplace.actions.numbers import settle_change
from desa.empowerment.marketplace.actions.pulse import heard
from desa.empowerment.marketplace.actions.spending import message_key, new_link, spend_links
from desa.empowerment.marketplace.enums import CardState, LinkUse, MarketplacePermission, Via
from desa.empowerment.marketplace.exceptions import LinkSpent, MarketplaceRefused
from desa.empowerment.marketplace.messages import ConfirmMessage
from desa.empowerment.marketplace.models import Card, SellerLink
from desa.empowerment.marketplace.queries import (
    link_behind,
    open_change,
    public_base,
    seller_address,
)
from desa.empowerment.marketplace.transitions import Word
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.rules.message import Recipient, WebAddress


@action
def send_confirm_link(*, by: User, card: Card) -> Notice:
    """A message to the seller, with a new link; an earlier one no longer opens anything."""
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    if current.state != CardState.WAITING:
        raise MarketplaceRefused(_("Kartu ini tidak menunggu persetujuan penjual."))
    if not public_base():
        raise MarketplaceRefused(
            _("Alamat situs desa belum diisi, jadi tautan belum bisa dibuat. Catat di loket saja.")
        )
    link, code = new_link(by, current, LinkUse.CONFIRM)
    message = ConfirmMessage(
        product=current.title,
        price=current.price,
        unit=current.unit,
        link=WebAddress(seller_address(code)),
    )
    record("marketplace.card.link_sent", current, by)
    return queue_message(
        by=by,
        message=message,
        to=Recipient(current.title, current.phone),
        key=message_key(current, LinkUse.CONFIRM, link),
        audience=AUDIENCE,
    )


@action
def answer_link(*, code: str, yes: bool, price: Rupiah | None = None) -> Card:
    """One press of one button. Raises LinkSpent, also for the second of two presses at one moment."""
    link = link_behind(code)
    if link is None:
        raise LinkSpent
    card = locked(link.card)
    _spend(link)
    match LinkUse(link.use):
        case LinkUse.CONFIRM:
            _confirm(card, yes)
        case LinkUse.NUMBER:
            _number(card, yes)
        case LinkUse.STILL:
            if yes and price is not None and note_price(card, price, Via.LINK, SELLER):
                record("marketplace.card.priced", card, SELLER, price=str(price))
            heard(card, SELLER, still=yes, via=Via.LINK)
    return card


def _spend(link: SellerLink) -> None:
    """After the lock: who waited for it finds the link used."""
    rows = SellerLink.objects.filter(pk=link.pk, used_at__isnull=True)
    if not rows.update(used_at=clock.now()):
        raise LinkSpent


def _confirm(card: Card, yes: bool) -> None:
    move(card, CardState.SHOWN if yes else CardState.ENDED, Word.SELLER)
    if yes:
        card.confirmed_at = card.heard_at = clock.now()
        card.confirmed_via = Via.LINK
    else:
        card.end_reason = str(_("Penjual tidak setuju kartunya ditampilkan."))
    settle(card)
    spend_links(card)
    record(f"marketplace.card.{'confirmed' if yes else 'declined'}", card, SELLER)


def _number(card: Card, yes: bool) -> None:
    change = open_change(card)
    if change is None:
        raise LinkSpent
    settle_change(SELLER, card, change, accept=yes, via=Via.LINK, reason="")
