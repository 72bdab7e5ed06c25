"""A public form that is half filled, kept for the one who has its address."""

from datetime import timedelta

from desa.foundation.core import clock
from desa.foundation.core.values.codes import LinkCode
from desa.foundation.intake.exceptions import DraftRefused
from desa.foundation.intake.models import GuestDraft
from desa.foundation.intake.queries import find_guest_draft
from desa.foundation.intake.rules import MOST_GUEST_DRAFTS, DraftData, fits

KEPT = timedelta(days=1)


def open_guest_draft(*, form: str, data: DraftData) -> LinkCode:
    """The secret part of its address. Raises DraftRefused for what no person types, or in a flood."""
    _check(data)
    if GuestDraft.objects.count() >= MOST_GUEST_DRAFTS:
        raise DraftRefused("too many")
    key = LinkCode.new()
    draft = GuestDraft(key_digest=key.digest, form=form, data=dict(data))
    draft.full_clean()
    draft.save(force_insert=True)
    return key


def save_guest_draft(draft: GuestDraft, *, data: DraftData) -> None:
    """Add to what is kept; fields of the same name are replaced. Raises DraftRefused when too large."""
    both = {**draft.data, **data}
    _check(both)
    draft.data, draft.saved_at = both, clock.now()
    draft.save(update_fields=["data", "saved_at"])


def discard_guest_draft(*, key: str, form: str) -> None:
    if draft := find_guest_draft(key, form):
        draft.delete()


def forget_guest_drafts() -> int:
    """Delete those that nobody touched for a day; gives how many."""
    return GuestDraft.objects.filter(saved_at__lt=clock.now() - KEPT).delete()[0]


def _check(data: DraftData) -> None:
    if not fits(data):
        raise DraftRefused("too large")
