"""Drafts and uploads as their owner finds them again."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings

from desa.foundation.core import clock
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.intake.engine.parts import Parts
from desa.foundation.intake.models import Draft, GuestDraft, Submission, Upload

OPEN_FOR = timedelta(days=1)


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


def find_guest_draft(key: str, form: str) -> GuestDraft | None:
    """None for an address that is wrong, was sent, or lay untouched for a day."""
    since = clock.now() - OPEN_FOR
    found = GuestDraft.objects.filter(key_digest=_digest(key), form=form, saved_at__gte=since)
    return found.first()


def find_upload(key: str) -> Upload | None:
    since = clock.now() - OPEN_FOR
    return Upload.objects.filter(key_digest=_digest(key), begun_at__gte=since).first()


def parts() -> Parts:
    return Parts(settings.FOLDER.uploads, settings.WORKING_KEY.derive("uploads"))


def arrived(upload: Upload) -> int:
    """How many of its bytes are here."""
    return parts().received(upload.key_digest)


def _digest(key: str) -> str:
    """Empty for what is no key; always one look-up."""
    try:
        return LinkCode.parse(key).digest
    except ValueProblem:
        return ""
