"""A form sent twice counts once; a form not yet sent is not lost."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor
from desa.foundation.core.models import Row
from desa.foundation.intake.exceptions import DraftRefused
from desa.foundation.intake.models import Draft, Submission
from desa.foundation.intake.rules import DraftData, fits

MOST_DRAFTS = 50
DRAFT_KEPT = timedelta(days=30)
SUBMISSION_KEPT = timedelta(days=90)


@transaction.atomic
def once(*, key: UUID, purpose: str, by: Actor, make: Callable[[], Row]) -> tuple[int, bool]:
    """Run `make` unless this form was sent before; gives the key of its row and whether it is new.

    The key is taken before the row is made: of two taps at the same moment the second waits for the
    first to commit and gets its result; when the first fails the second does the work.
    """
    submission = Submission(key=key, purpose=purpose, by_label=by.actor_label)
    try:
        with transaction.atomic():
            submission.save(force_insert=True)
    except IntegrityError:
        return _first_result(key, purpose), False
    row = make()
    submission.result_type, submission.result_id = row._meta.label_lower, row.pk
    submission.save(update_fields=["result_type", "result_id"])
    return row.pk, True


def _first_result(key: UUID, purpose: str) -> int:
    first = Submission.objects.get(key=key, purpose=purpose)
    assert first.result_id is not None, "committed together with its result"
    return first.result_id


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


def forget_old() -> int:
    """Delete drafts after 30 days and submission keys after 90; gives how many rows."""
    now = clock.now()
    drafts = Draft.objects.filter(saved_at__lt=now - DRAFT_KEPT).delete()[0]
    return drafts + Submission.objects.filter(at__lt=now - SUBMISSION_KEPT).delete()[0]
