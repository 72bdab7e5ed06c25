"""Cards as the public, the desk and the monthly round look for them."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Q, QuerySet

from desa.empowerment.marketplace.enums import CardState, ChangeState
from desa.empowerment.marketplace.models import Card, CardReport, NumberChange, ProductGroup
from desa.empowerment.marketplace.rules.pulse import ASK_AFTER, PATIENCE
from desa.foundation.core import clock
from desa.foundation.core.registry import SearchHit
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village


def today() -> date:
    return clock.today(current_village())


def _end_of(day: date) -> datetime:
    """The first moment after this day, on the village's clock."""
    zone = ZoneInfo(current_village().timezone)
    return datetime.combine(day + timedelta(days=1), time(0), zone)


def public_cards() -> QuerySet[Card]:
    return Card.objects.filter(state=CardState.SHOWN)


def hamlets() -> QuerySet[Area]:
    return Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True).order_by("name")


def editable_groups(card: Card | None = None) -> QuerySet[ProductGroup]:
    """Those on offer, and the one that this card already has."""
    return ProductGroup.objects.filter(Q(offered=True) | Q(pk=card.group_id if card else None))


def office_cards(state: str = "", group: str = "") -> QuerySet[Card]:
    """With how many open reports each has; what waits longest comes first."""
    rows = Card.objects.select_related("group", "hamlet").annotate(
        open_reports=Count("reports", filter=Q(reports__closed_at__isnull=True))
    )
    rows = rows.filter(state=state) if state in CardState.values else rows
    rows = rows.filter(group__code=group) if group else rows
    return rows.order_by("state_since", "id")


def find_cards(words: str, limit: int) -> list[SearchHit]:
    """For the office's search box: what is sold and who sells it."""
    rows = Card.objects.filter(Q(title__icontains=words) | Q(seller_name__icontains=words))
    return [
        SearchHit(
            title=card.title,
            detail=f"{card.seller_name} · {card.get_state_display()}",
            url=f"/kantor/lapak/{card.public_id}/",
            kind="lapak",
        )
        for card in rows[:limit]
    ]


def open_reports() -> QuerySet[CardReport]:
    return CardReport.objects.filter(closed_at__isnull=True).select_related("card")


def open_change(card: Card) -> NumberChange | None:
    return card.number_changes.filter(state=ChangeState.ASKED).first()


def count_waiting() -> int:
    """What only the office can bring on: reports and requests for another number."""
    changes = NumberChange.objects.filter(state=ChangeState.ASKED).count()
    return open_reports().count() + changes


def due_cards() -> QuerySet[Card]:
    """Nothing heard for thirty days, and not yet asked."""
    last = _end_of(today() - ASK_AFTER)
    return public_cards().filter(asked_at__isnull=True, heard_at__lt=last).order_by("heard_at")


def silent_cards() -> QuerySet[Card]:
    """Asked fourteen days ago or longer, without an answer."""
    return public_cards().filter(asked_at__lt=_end_of(today() - PATIENCE)).order_by("asked_at")
