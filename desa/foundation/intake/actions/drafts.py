"""A form not yet sent is not lost."""

from datetime import timedelta

from django.db import transaction

from desa.foundation.core import clock
from desa.foundation.intake.exceptions import DraftRefused
from desa.foundation.intake.models import Draft
from desa.foundation.intake.rules import DraftData, fits

MOST_DRAFTS = 50
KEPT = timedelta(days=30)


@transaction.atomic
def save_draft(*, owner_id: int, form: str, subject_id: int = 0, data: DraftData) -> Draft:
    """Keep the form as typed so far. A private working copy: the trail begins when it is sent.

    Raises DraftRefused for what no person types, and for a 51st form left open.
    """
    if not fits(data):
        raise DraftRefused("too large")
    values = {"data": dict(data), "saved_at": clock.now()}
    mine = Draft.objects.filter(owner_id=owner_id)
    others = mine.exclude(form=form, subject_id=subject_id)
    if others.count() >= MOST_DRAFTS:
        raise DraftRefused("too many")
    draft, _ = Draft.objects.update_or_create(
        owner_id=owner_id, form=form, subject_id=subject_id, defaults=values
    )
    return draft


def discard_draft(*, owner_id: int, form: str, subject_id: int = 0) -> None:
    Draft.objects.filter(owner_id=owner_id, form=form, subject_id=subject_id).delete()


def forget_drafts() -> int:
    """Delete drafts that nobody touched for 30 days; gives how many."""
    return Draft.objects.filter(saved_at__lt=clock.now() - KEPT).delete()[0]
