"""Inviting sellers by what they sell, and keeping who was asked."""

from datetime import date

from desa.empowerment.marketplace.actions.common import AUDIENCE, demand, locked
from desa.empowerment.marketplace.enums import Answer, MarketplacePermission
from desa.empowerment.marketplace.messages import InviteMessage
from desa.empowerment.marketplace.models import Bazaar, Card, Invitation
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.rules.message import Recipient


@action
def plan_bazaar(*, by: User, title: str, day: date, where: str) -> Bazaar:
    demand(by, MarketplacePermission.EDIT)
    bazaar = Bazaar(title=title.strip(), day=day, where=where.strip())
    bazaar.created_at, bazaar.created_by_label = clock.now(), by.actor_label
    bazaar.full_clean()
    bazaar.save(force_insert=True)
    record("marketplace.bazaar.planned", bazaar, by)
    return bazaar


@action
def invite(*, by: User, bazaar: Bazaar, card: Card) -> Notice:
    """The message to this seller; asked twice it is the same one."""
    demand(by, MarketplacePermission.EDIT)
    current = locked(card)
    values = {"asked_at": clock.now(), "asked_by_label": by.actor_label}
    _row, new = Invitation.objects.get_or_create(bazaar=bazaar, card=current, defaults=values)
    if new:
        record("marketplace.bazaar.invited", bazaar, by)
    message = InviteMessage(
        product=current.title, event=bazaar.title, day=bazaar.day, place=bazaar.where
    )
    return queue_message(
        by=by,
        message=message,
        to=Recipient(current.title, current.phone),
        key=f"marketplace.invite.{bazaar.pk}.{current.pk}",
        audience=AUDIENCE,
    )


@action
def answer_invitation(*, by: User, invitation: Invitation, answer: Answer) -> Invitation:
    demand(by, MarketplacePermission.EDIT)
    current = Invitation.objects.select_for_update().get(pk=invitation.pk)
    current.answer, current.answered_at = answer, clock.now() if answer else None
    current.full_clean()
    current.save()
    record("marketplace.bazaar.answered", current, by, answer=answer.value)
    return current
