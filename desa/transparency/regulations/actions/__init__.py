from desa.transparency.regulations.actions.ending import (
    remind_expiring,
    remove_regulation,
    revoke_regulation,
    undo_removal,
    undo_revocation,
)
from desa.transparency.regulations.actions.filing import NewFile, take_file
from desa.transparency.regulations.actions.recording import (
    Entry,
    Facts,
    correct_regulation,
    record_regulation,
    take_entry,
)

__all__ = [
    "Entry",
    "Facts",
    "NewFile",
    "correct_regulation",
    "record_regulation",
    "remind_expiring",
    "remove_regulation",
    "revoke_regulation",
    "take_entry",
    "take_file",
    "undo_removal",
    "undo_revocation",
]
