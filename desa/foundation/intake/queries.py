"""Drafts as their owner finds them again."""

from uuid import UUID

from desa.foundation.intake.models import Draft, Submission


def draft_for(*, owner_id: int, form: str, subject_id: int = 0) -> Draft | None:
    """This official's draft of this form in the open village."""
    return Draft.objects.filter(owner_id=owner_id, form=form, subject_id=subject_id).first()


def first_result(key: str, purpose: str) -> int | None:
    """The row that this form made when it was sent before; None for a form not sent yet."""
    try:
        sent = Submission.objects.filter(key=UUID(key), purpose=purpose)
    except ValueError:
        return None
    return sent.values_list("result_id", flat=True).first()


def was_sent(key: str) -> bool:
    """Whether the form with this key arrived already: an autosave that comes late must not revive it."""
    try:
        return Submission.objects.filter(key=UUID(key)).exists()
    except ValueError:
        return False
