"""Another number on a card: the old number says yes, or the counter does and says why."""

from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.actions.common import (
    AUDIENCE,
    demand,
    demand_words,
    locked,
    settle,
)
from desa.empowerment.marketplace.actions.spending import (
    message_key,
    new_link,
    spend_links,
    withdraw_messages,
)
from desa.empowerment.marketplace.enums import (
    CardState,
    ChangeState,
    LinkUse,
    MarketplacePermission,
    Via,
)
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.messages import NewNumberMessage, NumberGoneMessage
from desa.empowerment.marketplace.models import Card, NumberChange
from desa.empowerment.marketplace.queries import open_change, public_base, seller_address
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.phone import Phone
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.rules.message import Recipient, WebAddress


@action
def request_number(*, by: User, card: Card, phone: str, reason: str) -> NumberChange | None:
    """`phone` as it was typed. None when nobody has confirmed the card yet: then it is just corrected.

    Otherwise the number on the card stays until its holder, or the counter, has said yes.
    """
    demand(by, MarketplacePermission.EDIT)
    current, number, why = locked(card), Phone.parse(phone), demand_words(reason)
    if number.e164 == current.phone:
        raise MarketplaceRefused(_("Nomor ini sama dengan yang sudah ada di kartu."))
    if current.state == CardState.ENDED:
        raise MarketplaceRefused(_("Kartu ini sudah ditarik. Buka lagi dulu, baru diubah."))
    if current.confirmed_at is None:
        _correct(by, current, number)
        return None
    if open_change(current):
        raise MarketplaceRefused(
            _("Masih ada permintaan ganti nomor yang menunggu jawaban. Putuskan itu dulu.")
        )
    change = _asked(by, current, number, why)
    if public_base():
        _ask_old_number(by, current, change)
    record("marketplace.number.asked", current, by)
    return change


def _correct(by: User, card: Card, number: Phone) -> None:
    withdraw_messages(by, card, LinkUse.CONFIRM)
    spend_links(card)
    card.phone = number.e164
    settle(card)
    record("marketplace.number.corrected", card, by)


def _asked(by: User, card: Card, number: Phone, reason: str) -> NumberChange:
    change = NumberChange(
        card=card,
        old_masked=Phone(card.phone).masked,
        new_masked=number.masked,
        new_phone=number.e164,
        reason=reason,
        asked_at=clock.now(),
        asked_by_label=by.actor_label,
    )
    change.full_clean()
    change.save(force_insert=True)
    return change


def _ask_old_number(by: User, card: Card, change: NumberChange) -> None:
    link, code = new_link(by, card, LinkUse.NUMBER)
    queue_message(
        by=by,
        message=NewNumberMessage(product=card.title, link=WebAddress(seller_address(code))),
        to=Recipient(card.title, card.phone),
        key=message_key(card, LinkUse.NUMBER, link),
        audience=AUDIENCE,
    )


@action
def decide_number(*, by: User, card: Card, accept: bool, via: Via, reason: str) -> NumberChange:
    """At the counter, with a reason that stays on record. Raises MarketplaceRefused without one."""
    demand(by, MarketplacePermission.VOUCH)
    current, why = locked(card), demand_words(reason)
    change = open_change(current)
    if change is None:
        raise MarketplaceRefused(_("Tidak ada permintaan ganti nomor yang menunggu."))
    return settle_change(by, current, change, accept=accept, via=via, reason=why)


def settle_change(
    by: Actor, card: Card, change: NumberChange, *, accept: bool, via: Via, reason: str
) -> NumberChange:
    """The card is locked. The old number hears of it afterwards, whoever decided."""
    old, new = card.phone, change.new_phone
    change.state = ChangeState.DONE if accept else ChangeState.REFUSED
    change.new_phone, change.decided_at, change.decided_via = "", clock.now(), via
    change.decided_by_label, change.decision_reason = by.actor_label, reason
    change.full_clean()
    change.save()
    withdraw_messages(by, card, LinkUse.NUMBER)
    spend_links(card)
    if accept:
        card.phone = new
        settle(card)
        _tell_old_number(by, card, change, old)
    name = "changed" if accept else "refused"
    record(f"marketplace.number.{name}", card, by, via=via.value, reason=reason)
    return change


def _tell_old_number(by: Actor, card: Card, change: NumberChange, old: str) -> None:
    queue_message(
        by=by,
        message=NumberGoneMessage(product=card.title),
        to=Recipient(card.title, old),
        key=f"marketplace.number_gone.{change.pk}",
        audience=AUDIENCE,
    )
