"""Appending to the trail: events as an HMAC chain under the village's head lock, looks one by one."""

from datetime import timedelta

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, Event
from desa.foundation.core.http.readonly import append_allowed
from desa.foundation.trail.models import Look, TrailEvent, TrailHead
from desa.foundation.trail.queries import chain_key, linked_fields
from desa.foundation.trail.rules import GENESIS, link

ONE_LOOK = timedelta(minutes=15)


def append_events(events: list[Event]) -> None:
    """The trail writer of core.actions: called once, as the last statement of an action."""
    if not events:
        return
    head = TrailHead.objects.select_for_update().first() or TrailHead.objects.create(mac=GENESIS)
    key, rows = chain_key(), []
    for event in events:
        head.sequence += 1
        row = _row(event, head.sequence, head.village_id)
        head.mac = row.mac = link(key, head.mac, linked_fields(row))
        rows.append(row)
    TrailEvent.objects.bulk_create(rows)
    head.save(update_fields=["sequence", "mac"])


def _row(event: Event, sequence: int, village_id: int) -> TrailEvent:
    return TrailEvent(
        village_id=village_id,
        sequence=sequence,
        at=clock.now(),
        name=event.name,
        actor_kind=event.actor.actor_kind,
        actor_id=event.actor.actor_id,
        actor_label=event.actor.actor_label,
        target_type=event.target_type,
        target_id=event.target_id,
        facts=event.facts,
    )


def look(*, by: Actor, person_id: int, purpose: str) -> None:
    """Append that `by` saw this person's data; once per person and purpose in 15 minutes.

    The one write a GET may do; when it fails the page must fail too, so errors are not caught.
    """
    since = clock.now() - ONE_LOOK
    seen = Look.objects.filter(
        actor_kind=by.actor_kind, actor_id=by.actor_id, person_id=person_id, purpose=purpose
    )
    if seen.filter(at__gte=since).exists():
        return
    with append_allowed():
        Look.objects.create(
            actor_kind=by.actor_kind,
            actor_id=by.actor_id,
            actor_label=by.actor_label,
            person_id=person_id,
            purpose=purpose,
        )
