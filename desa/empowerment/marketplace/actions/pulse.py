"""“Masih jual?”: asked every month, and silence only puts a card to sleep."""

from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.actions.common import AUDIENCE, demand, locked, move, settle
from desa.empowerment.marketplace.actions.spending import (
    message_key,
    new_link,
    spend_links,
    withdraw_messages,
)
from desa.empowerment.marketplace.enums import CardState, LinkUse, MarketplacePermission, Via
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.messages import StillByWordMessage, StillMessage
from desa.empowerment.marketplace.models import Card
from desa.empowerment.marketplace.queries import public_base, seller_address, today
from desa.empowerment.marketplace.rules.pulse import falls_asleep, is_due, sleeps_on
from desa.empowerment.marketplace.transitions import Word
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.rules.message import Message, Recipient, WebAddress
from desa.foundation.tenancy.scope import current_village

ROUND = SystemActor("Putaran “masih jual?”")


@action
def ask_still(*, card: Card) -> Card:
    """Repeatable: one that was asked, heard or taken down meanwhile is left alone."""
    current, village = locked(card), current_village()
    asked = clock.local(current.asked_at, village).date() if current.asked_at else None
    if not current.is_shown or current.heard_at is None:
        return current
    if not is_due(clock.local(current.heard_at, village).date(), asked, today()):
        return current
    current.asked_at = clock.now()
    settle(current)
    _send_question(current)
    record("marketplace.card.asked", current, ROUND)
    return current


def _send_question(card: Card) -> None:
    link, code = new_link(ROUND, card, LinkUse.STILL)
    until, product = sleeps_on(today()), card.title
    message: Message = StillByWordMessage(product, card.price, card.unit, until)
    if public_base():
        address = WebAddress(seller_address(code))
        message = StillMessage(product, card.price, card.unit, address, until)
    queue_message(
        by=ROUND,
        message=message,
        to=Recipient(card.title, card.phone),
        key=message_key(card, LinkUse.STILL, link),
        audience=AUDIENCE,
    )


@action
def put_to_sleep(*, card: Card) -> Card:
    """Not deleted: its link and the office still wake it by one press."""
    current = locked(card)
    asked = current.asked_at and clock.local(current.asked_at, current_village()).date()
    if not current.is_shown or not falls_asleep(asked or None, today()):
        return current
    move(current, CardState.ASLEEP, Word.CLOCK)
    current.asked_at = None
    settle(current)
    record("marketplace.card.slept", current, ROUND)
    return current


@action
def hear_seller(*, by: User, card: Card, still: bool, via: Via = Via.SAID) -> Card:
    """The seller told someone of the desk: still selling, which also wakes, or not any more."""
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    heard(current, by, still=still, via=via)
    spend_links(current, LinkUse.STILL)
    return current


def heard(card: Card, by: Actor, *, still: bool, via: Via) -> None:
    """The card is locked. Raises MarketplaceRefused for one that the seller has not agreed to."""
    if card.state not in (CardState.SHOWN, CardState.ASLEEP):
        raise MarketplaceRefused(_("Kartu ini belum disetujui penjual, atau sudah ditarik."))
    after = CardState.SHOWN if still else CardState.ASLEEP
    changed = card.state != after
    if changed:
        move(card, after, Word.SELLER)
    card.heard_at, card.asked_at = clock.now(), None
    settle(card)
    withdraw_messages(by, card, LinkUse.STILL)
    name = {(True, True): "woken", (True, False): "still"}.get((still, changed), "stopped")
    record(f"marketplace.card.{name}", card, by, via=via.value)
