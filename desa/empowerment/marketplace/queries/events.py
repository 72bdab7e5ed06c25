"""Who could come to a bazaar, and who has been asked."""

from dataclasses import dataclass

from desa.empowerment.marketplace.models import Bazaar, Card, Invitation
from desa.empowerment.marketplace.queries.cards import public_cards


@dataclass(frozen=True)
class InvitationLine:
    card: Card
    invitation: Invitation | None


def invitation_lines(bazaar: Bazaar, group: str = "") -> list[InvitationLine]:
    """By product group; a card that fell asleep after its invitation stays on the list."""
    asked = {row.card_id: row for row in bazaar.invitations.all()}
    shown = public_cards() | Card.objects.filter(pk__in=asked)
    rows = (
        shown.distinct().select_related("group", "hamlet").order_by("group__place", "title", "id")
    )
    rows = rows.filter(group__code=group) if group else rows
    return [InvitationLine(card, asked.get(card.pk)) for card in rows]
