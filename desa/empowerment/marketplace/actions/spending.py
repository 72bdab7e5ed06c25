"""Links of sellers are made and made worthless in one place."""

from datetime import timedelta

from desa.empowerment.marketplace.enums import LinkUse
from desa.empowerment.marketplace.models import Card, SellerLink
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.notifications.actions import cancel
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.queries import WAITING

LASTS = {
    LinkUse.CONFIRM: timedelta(days=14),
    LinkUse.NUMBER: timedelta(days=14),
    LinkUse.STILL: timedelta(days=90),
}
"""A card that fell asleep is woken by the very message that asked; the others are asked again at once."""


def new_link(by: Actor, card: Card, use: LinkUse) -> tuple[SellerLink, LinkCode]:
    """The one open link of this use: an earlier one and its unsent message are worthless now."""
    withdraw_messages(by, card, use)
    spend_links(card, use)
    code = LinkCode.new()
    link = SellerLink(card=card, use=use, digest=code.digest, created_at=clock.now())
    link.expires_at = link.created_at + LASTS[use]
    link.full_clean()
    link.save(force_insert=True)
    return link, code


def spend_links(card: Card, *uses: LinkUse) -> None:
    """Those of these uses, or all of the card."""
    links = SellerLink.objects.filter(card=card, used_at__isnull=True)
    if uses:
        links = links.filter(use__in=uses)
    links.update(used_at=clock.now())


def message_key(card: Card, use: LinkUse, link: SellerLink | None = None) -> str:
    return f"marketplace.{use}.{card.pk}.{link.pk if link else ''}"


def withdraw_messages(by: Actor, card: Card, use: LinkUse) -> None:
    """Those that still wait to be sent."""
    waiting = Notice.objects.filter(key__startswith=message_key(card, use), state__in=WAITING)
    for notice in waiting:
        cancel(by=by, notice=notice)
