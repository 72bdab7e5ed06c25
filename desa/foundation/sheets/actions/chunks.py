"""Writing down what a chunk did, in the chunk's own transaction."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.db.models import F

from desa.foundation.core.actions import action
from desa.foundation.sheets.enums import BatchState, Operation
from desa.foundation.sheets.exceptions import ChunkOutOfOrder
from desa.foundation.sheets.models import ImportBatch, JournalEntry
from desa.foundation.sheets.queries.snapshots import Values, fingerprint, snapshot

Lines = dict[tuple[str, Operation], list[tuple[int, str, Values | None]]]


@dataclass(frozen=True)
class Change:
    """A row after its change, and `snapshot(row)` taken before it."""

    row: models.Model
    before: Values


@action
def journal(
    *,
    batch: ImportBatch,
    chunk: int,
    created: Iterable[models.Model] = (),
    updated: Iterable[Change] = (),
    deleted: Iterable[models.Model] = (),
) -> None:
    """Call it last in the chunk's action; chunks count from 1, one without rows is called too.

    Raises ChunkOutOfOrder when the batch is not running or this is not its next chunk.
    """
    running = ImportBatch.objects.filter(
        pk=batch.pk, state=BatchState.RUNNING, chunks_done=chunk - 1
    )
    if not running.update(chunks_done=F("chunks_done") + 1):
        raise ChunkOutOfOrder(f"chunk {chunk} of batch {batch.pk}")
    lines: Lines = defaultdict(list)
    for row in created:
        lines[_label(row), Operation.CREATED].append((row.pk, fingerprint(row), None))
    for change in updated:
        line = (change.row.pk, fingerprint(change.row), change.before)
        lines[_label(change.row), Operation.UPDATED].append(line)
    for row in deleted:
        lines[_label(row), Operation.DELETED].append((row.pk, "", snapshot(row)))
    JournalEntry.objects.bulk_create(
        JournalEntry(batch=batch, chunk=chunk, model_label=label, operation=operation, rows=rows)
        for (label, operation), rows in lines.items()
    )


def _label(row: models.Model) -> str:
    return row._meta.label_lower
