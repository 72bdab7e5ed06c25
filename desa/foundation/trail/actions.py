"""Appending to the trail: events as an HMAC chain under the village's head lock, looks one by one."""

from datetime import timedelta

from django.db.models import Max

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, Event, action, record
from desa.foundation.core.http.readonly import append_allowed
from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.engine.heads import SealedHead, append_head
from desa.foundation.trail.models import Look, TrailEvent, TrailHead
from desa.foundation.trail.queries import (
    CHAINED,
    PURGED,
    chain_key,
    heads_key,
    heads_log,
    linked_fields,
    looked_fields,
)
from desa.foundation.trail.rules import GENESIS, digest_of, link, looks_end_before

ONE_LOOK = timedelta(minutes=15)
LOOKS_IN_BATCH, BATCHES_AT_ONCE = 1000, 200


def append_events(events: list[Event]) -> None:
    """The trail writer of core.actions: called once, as the last statement of an action."""
    if not events:
        return
    head = _locked_head()
    key, rows = chain_key(), []
    for event in events:
        head.sequence += 1
        row = _row(event, head.sequence, head.village_id)
        head.mac = row.mac = link(key, head.mac, linked_fields(row))
        rows.append(row)
    TrailEvent.objects.bulk_create(rows)
    head.save(update_fields=["sequence", "mac"])


def _locked_head() -> TrailHead:
    return TrailHead.objects.select_for_update().first() or TrailHead.objects.create(mac=GENESIS)


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


@action
def chain_looks(*, by: Actor) -> int:
    """Put up to 1,000 unchained looks under one event; gives how many. Never inside another action:
    the head is locked here, so that the event this action writes is the one the looks name."""
    head = _locked_head()
    looks = list(Look.objects.filter(chained_in__isnull=True).order_by("pk")[:LOOKS_IN_BATCH])
    if not looks:
        return 0
    numbers = [look.pk for look in looks]
    Look.objects.filter(pk__in=numbers).update(chained_in=head.sequence + 1)
    digest = digest_of(map(looked_fields, looks))
    record(CHAINED, current_village(), by, count=len(looks), digest=digest)
    return len(looks)


@action
def purge_looks(*, by: Actor) -> int:
    """Delete whole batches that are past their retention, leaving an event that names them."""
    end = looks_end_before(clock.now())
    chained = Look.objects.filter(chained_in__isnull=False).values_list("chained_in", flat=True)
    old = chained.annotate(last=Max("at")).filter(last__lt=end).order_by("chained_in")
    batches = list(old[:BATCHES_AT_ONCE])
    if not batches:
        return 0
    count, _kinds = Look.objects.filter(chained_in__in=batches).delete()
    record(PURGED, current_village(), by, batches=batches, count=count)
    return count


def seal_head() -> None:
    """Append the open village's head to the log outside the database. Raises BrokenLog."""
    if head := TrailHead.objects.first():
        at = clock.now().isoformat(timespec="seconds")
        sealed = SealedHead(at, current_village().code, head.sequence, head.mac)
        append_head(heads_log(), heads_key(), sealed)
