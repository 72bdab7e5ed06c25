from desa.foundation.sheets.actions.batches import (
    RETENTION,
    fail_batch,
    finish_batch,
    forget_journals,
    preview_batch,
    start_batch,
)
from desa.foundation.sheets.actions.chunks import Change, journal
from desa.foundation.sheets.actions.undo import undo_batch

__all__ = [
    "RETENTION",
    "Change",
    "fail_batch",
    "finish_batch",
    "forget_journals",
    "journal",
    "preview_batch",
    "start_batch",
    "undo_batch",
]
