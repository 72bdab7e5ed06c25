"""The life of a batch. Each step is a conditional UPDATE: of two taps at once, one gets through."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.sheets.enums import BatchState
from desa.foundation.sheets.exceptions import BatchBusy
from desa.foundation.sheets.models import ImportBatch, JournalEntry
from desa.foundation.sheets.transitions import sources

RETENTION = timedelta(days=90)


@action
def preview_batch(
    *, by: Actor, kind: str, filename: str, sha256: str, counts: Mapping[str, int]
) -> ImportBatch:
    """A dry run that somebody may confirm; the rows themselves are not kept."""
    batch = ImportBatch(
        kind=kind,
        filename=filename[-200:],
        sha256=sha256,
        counts=dict(counts),
        by_label=by.actor_label,
    )
    batch.full_clean()
    batch.save(force_insert=True)
    record("sheets.batch.previewed", batch, by, kind=kind, counts=batch.counts)
    return batch


@action
def start_batch(*, by: Actor, batch: ImportBatch) -> ImportBatch:
    """Begin a previewed batch or resume a failed one behind `chunks_done`. Raises BatchBusy."""
    return move(batch, BatchState.RUNNING, by)


@action
def finish_batch(*, by: Actor, batch: ImportBatch, counts: Mapping[str, int]) -> ImportBatch:
    return move(batch, BatchState.DONE, by, counts=dict(counts), finished_at=clock.now())


@action
def fail_batch(*, by: Actor, batch: ImportBatch) -> ImportBatch:
    """The import stopped between two chunks; what is written stays until resumed or undone."""
    return move(batch, BatchState.FAILED, by)


def move(batch: ImportBatch, state: BatchState, by: Actor, **values: Any) -> ImportBatch:
    """One step of the transition table, inside a running action. Raises BatchBusy."""
    waiting = ImportBatch.objects.filter(pk=batch.pk, state__in=sources(state))
    try:
        with transaction.atomic():
            moved = waiting.update(state=state, **values)
    except IntegrityError as error:  # another batch of this kind is running
        raise BatchBusy from error
    if not moved:
        raise BatchBusy
    batch.refresh_from_db()
    record(f"sheets.batch.{state}", batch, by, kind=batch.kind, counts=batch.counts)
    return batch


@action
def forget_journals(*, by: Actor, older_than: timedelta = RETENTION) -> int:
    """Drop the copies of replaced values whose time is over; gives the number of batches."""
    ended = ImportBatch.objects.filter(
        state__in=(BatchState.DONE, BatchState.FAILED),
        created_at__lt=clock.now() - older_than,
        journal_forgotten_at__isnull=True,
    )
    batches = list(ended)
    JournalEntry.objects.filter(batch__in=batches).delete()
    for batch in batches:
        record("sheets.batch.journal_forgotten", batch, by, kind=batch.kind)
    return ended.update(journal_forgotten_at=clock.now())
