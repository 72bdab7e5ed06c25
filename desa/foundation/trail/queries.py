"""Reading the chain back."""

from django.conf import settings

from desa.foundation.trail.models import TrailEvent, TrailHead
from desa.foundation.trail.rules import GENESIS, link


def chain_key() -> bytes:
    return bytes(settings.WORKING_KEY.derive("trail"))


def linked_fields(event: TrailEvent) -> dict[str, object]:
    """The fields one link authenticates, in a form that reads back the same from any database."""
    return {
        "village": event.village_id,
        "sequence": event.sequence,
        "at": event.at.isoformat(timespec="microseconds"),
        "name": event.name,
        "actor": [event.actor_kind, event.actor_id, event.actor_label],
        "target": [event.target_type, event.target_id],
        "facts": event.facts,
    }


def first_broken() -> int | None:
    """Sequence number of the first missing or changed row of the open village's chain; None when whole."""
    key, previous, expected = chain_key(), GENESIS, 1
    for event in TrailEvent.objects.order_by("sequence").iterator(chunk_size=2000):
        if event.sequence != expected or event.mac != link(key, previous, linked_fields(event)):
            return expected
        previous, expected = event.mac, expected + 1
    head = TrailHead.objects.first()
    if head is None:
        return None if expected == 1 else expected
    return None if (head.sequence, head.mac) == (expected - 1, previous) else expected
