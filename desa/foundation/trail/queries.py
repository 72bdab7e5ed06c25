"""Reading the chain back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.engine.heads import BrokenLog, sealed_heads
from desa.foundation.trail.enums import Break
from desa.foundation.trail.models import Look, TrailEvent, TrailHead
from desa.foundation.trail.rules import GENESIS, digest_of, link

CHAINED, PURGED = "trail.looks.chained", "trail.looks.purged"


@dataclass(frozen=True)
class Finding:
    """The first broken place: a row's sequence number (or, for Break.LOG, a line) and what is wrong."""

    sequence: int
    reason: Break


def chain_key() -> bytes:
    return bytes(settings.WORKING_KEY.derive("trail"))


def heads_key() -> bytes:
    return bytes(settings.WORKING_KEY.derive("trail heads"))


def heads_log() -> Path:
    return Path(settings.DATA_DIR) / "trail-heads.log"


def linked_fields(event: TrailEvent) -> dict[str, object]:
    """The fields one link authenticates, in a form that reads back the same from any database."""
    return {
        "village": event.village_id,
        "sequence": event.sequence,
        "at": event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "name": event.name,
        "actor": [event.actor_kind, event.actor_id, event.actor_label],
        "target": [event.target_type, event.target_id],
        "facts": event.facts,
    }


def looked_fields(look: Look) -> list[object]:
    """The fields of a look that its batch's digest covers."""
    at = look.at.isoformat(timespec="microseconds")
    actor = [look.actor_kind, look.actor_id, look.actor_label]
    return [look.pk, at, *actor, look.person_id, look.purpose]


def find_break() -> Finding | None:
    """Everything that can be checked of the open village: chain, looks in it, heads sealed outside."""
    return broken_link() or broken_looks() or broken_seal()


def broken_link() -> Finding | None:
    key, previous, expected = chain_key(), GENESIS, 1
    for event in TrailEvent.objects.order_by("sequence").iterator(chunk_size=2000):
        if event.sequence != expected:
            return Finding(expected, Break.MISSING)
        if event.mac != link(key, previous, linked_fields(event)):
            return Finding(expected, Break.CHANGED)
        previous, expected = event.mac, expected + 1
    return _broken_head(TrailHead.objects.first(), expected, previous)


def _broken_head(head: TrailHead | None, expected: int, previous: str) -> Finding | None:
    if head is None:
        return None if expected == 1 else Finding(expected, Break.HEAD)
    if head.sequence >= expected:
        return Finding(expected, Break.MISSING)
    if (head.sequence, head.mac) != (expected - 1, previous):
        return Finding(expected, Break.HEAD)
    return None


def broken_looks() -> Finding | None:
    """The first batch whose looks are not the ones that were chained; purged batches are gone by rule."""
    purged = {
        batch
        for facts in TrailEvent.objects.filter(name=PURGED).values_list("facts", flat=True)
        for batch in facts["batches"]
    }
    for event in TrailEvent.objects.filter(name=CHAINED).order_by("sequence"):
        looks = Look.objects.filter(chained_in=event.sequence).order_by("pk")
        digest = digest_of(map(looked_fields, looks))
        if event.sequence not in purged and digest != event.facts["digest"]:
            return Finding(event.sequence, Break.LOOKS)
    return None


def broken_seal() -> Finding | None:
    try:
        heads = sealed_heads(heads_log(), heads_key())
    except BrokenLog as problem:
        return Finding(problem.line, Break.LOG)
    code = current_village().code
    macs = dict(TrailEvent.objects.values_list("sequence", "mac"))
    for head in heads:
        if head.village == code and macs.get(head.sequence) != head.mac:
            return Finding(head.sequence, Break.SEALED)
    return None


def acts_of_officials(
    since: datetime, before: datetime, *, but: Iterable[str] = ()
) -> list[tuple[int, datetime]]:
    """(account, moment) of everything officials finished in this time, without the events named so at the start.

    An event is written by an action only, so opening a page is none.
    """
    rows = TrailEvent.objects.filter(
        actor_kind="official", actor_id__isnull=False, at__gte=since, at__lt=before
    )
    for start in but:
        rows = rows.exclude(name__startswith=start)
    return [(actor, at) for actor, at in rows.values_list("actor_id", "at") if actor is not None]
