"""What every step of a card does: lock, ask whether it may be, move, save."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.enums import CardState, MarketplacePermission, Via
from desa.empowerment.marketplace.exceptions import MarketplaceRefused
from desa.empowerment.marketplace.models import Card, CardPrice
from desa.empowerment.marketplace.permissions import COUNTER, MAKERS
from desa.empowerment.marketplace.transitions import Word, is_possible
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor
from desa.foundation.core.values.rupiah import Rupiah

SELLER = SystemActor("Penjual", actor_kind="seller")
"""Who holds the link that was sent to the number on the card."""
PASSER_BY = SystemActor("Pengunjung", actor_kind="visitor")
AUDIENCE = (*COUNTER, *MAKERS)
"""Who sees the messages of this room in the outbox, as far as their office sends messages at all."""


def locked(card: Card) -> Card:
    """Without its relations: PostgreSQL would join them as they were before it waited for the lock."""
    return Card.objects.select_for_update().get(pk=card.pk)


def demand(by: User, permission: MarketplacePermission) -> None:
    if not has_permission(by, permission):
        raise PermissionDenied(permission)


def demand_words(text: str, longest: int = 200) -> str:
    words = text.strip()
    if not words:
        raise MarketplaceRefused(
            _("Alasan belum ditulis. Tulis singkat, agar orang lain mengerti.")
        )
    return words[:longest]


def move(card: Card, after: CardState, word: Word) -> None:
    """Into the next state on this word; the caller saves."""
    if not is_possible(card.state, after, word):
        state = card.get_state_display()
        raise MarketplaceRefused(_("Langkah ini tidak bisa: kartu sedang “%(s)s”.") % {"s": state})
    card.state, card.state_since = after, clock.now()


def settle(card: Card) -> None:
    card.full_clean()
    card.save()


def note_price(card: Card, price: Rupiah, via: Via, by: Actor) -> bool:
    """A line of the history, unless it costs the same; gives whether there is one."""
    if price.sen <= 0:
        raise MarketplaceRefused(_("Harga harus lebih dari Rp0. Tulis misalnya 3.000."))
    latest = card.prices.first()
    card.price = price
    if latest is not None and latest.price == price:
        return False
    line = CardPrice(card=card, price=price, via=via, at=clock.now(), by_label=by.actor_label)
    line.full_clean()
    line.save(force_insert=True)
    return True
