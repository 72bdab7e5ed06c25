from desa.foundation.intake.actions.drafts import discard_draft, forget_drafts, save_draft
from desa.foundation.intake.actions.once import forget_submissions, once

__all__ = ["discard_draft", "forget_drafts", "forget_submissions", "once", "save_draft"]
