"""Taking a whole import back, chunk by chunk from the last to the first."""

from itertools import islice
from typing import Any

from django.apps import apps
from django.db import models

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action
from desa.foundation.sheets.actions.batches import move
from desa.foundation.sheets.enums import BatchState, Operation
from desa.foundation.sheets.exceptions import UndoRefused, UndoTooLate
from desa.foundation.sheets.models import ImportBatch, JournalEntry
from desa.foundation.sheets.queries.conflicts import entry_conflicts, slices, undo_conflicts
from desa.foundation.sheets.queries.snapshots import restored


def undo_batch(*, by: Actor, batch: ImportBatch) -> ImportBatch:
    """Not one transaction but one per chunk, so that the counter can go on writing.

    Raises UndoRefused before anything is touched when rows were changed or are in use since,
    UndoTooLate when the journal is forgotten, and BatchBusy when the batch is neither done nor
    failed. A killed undo goes on when called again.
    """
    batch.refresh_from_db()
    if batch.state != BatchState.UNDOING:
        begin_undo(by=by, batch=batch)
    while undo_last_chunk(batch=batch):
        pass
    return end_undo(by=by, batch=batch)


@action
def begin_undo(*, by: Actor, batch: ImportBatch) -> ImportBatch:
    if batch.journal_forgotten_at is not None:
        raise UndoTooLate
    if conflicts := undo_conflicts(batch):
        raise UndoRefused(conflicts)
    return move(batch, BatchState.UNDOING, by)


@action
def undo_last_chunk(*, batch: ImportBatch) -> bool:
    """Revert the last chunk that is left; False when there is none."""
    last = batch.journal.order_by("-chunk").values_list("chunk", flat=True).first()
    if last is None:
        return False
    entries = list(batch.journal.filter(chunk=last).order_by("id"))
    if conflicts := list(islice(entry_conflicts(entries), 50)):
        raise UndoRefused(conflicts)
    for entry in reversed(entries):
        _revert(entry)
    batch.journal.filter(chunk=last).delete()
    return True


@action
def end_undo(*, by: Actor, batch: ImportBatch) -> ImportBatch:
    values = {"undone_at": clock.now(), "undone_by_label": by.actor_label}
    return move(batch, BatchState.UNDONE, by, **values)


def _revert(entry: JournalEntry) -> None:
    model: type[models.Model] = apps.get_model(entry.model_label)
    if entry.operation == Operation.CREATED:
        _delete(model, [row_id for row_id, *_rest in entry.rows])
    elif entry.operation == Operation.UPDATED:
        for row_id, _after, before in entry.rows:
            model._base_manager.filter(pk=row_id).update(**restored(model, before))
    else:
        model._base_manager.bulk_create(
            _again(model, row_id, before) for row_id, _after, before in entry.rows
        )


def _again(model: type[models.Model], row_id: int, before: dict[str, Any]) -> models.Model:
    return model(pk=row_id, **restored(model, before))


def _delete(model: type[models.Model], row_ids: list[int]) -> None:
    """Without cascades: rows of one chunk may point to each other, and keys are checked at commit."""
    for some in slices(row_ids):
        rows = model._base_manager.filter(pk__in=some)
        rows._raw_delete(rows.db)
