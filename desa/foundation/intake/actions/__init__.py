from desa.foundation.intake.actions.drafts import discard_draft, forget_drafts, save_draft
from desa.foundation.intake.actions.guests import (
    discard_guest_draft,
    forget_guest_drafts,
    open_guest_draft,
    save_guest_draft,
)
from desa.foundation.intake.actions.once import forget_submissions, once
from desa.foundation.intake.actions.uploads import (
    append_part,
    begin_upload,
    forget_upload,
    forget_uploads,
    sweep_parts,
    take_upload,
)

__all__ = [
    "append_part",
    "begin_upload",
    "discard_draft",
    "discard_guest_draft",
    "forget_drafts",
    "forget_guest_drafts",
    "forget_submissions",
    "forget_upload",
    "forget_uploads",
    "once",
    "open_guest_draft",
    "save_draft",
    "save_guest_draft",
    "sweep_parts",
    "take_upload",
]
