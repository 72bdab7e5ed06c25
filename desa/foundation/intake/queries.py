"""Drafts as their owner finds them again."""

from uuid import UUID

from desa.foundation.intake.models import Draft, Submission


def draft_for(*, owner_id: int, form: str, subject_id: int = 0) -> Draft | None:
    """This official's draft of this form in the open village."""
    return Draft.objects.filter(owner_id=owner_id, form=form, subject_id=subject_id).first()


def was_sent(key: str) -> bool:
    """Whether the form with this key arrived already: an autosave that comes late must not revive it."""
    try:
        return Submission.objects.filter(key=UUID(key)).exists()
    except ValueError:
        return False
