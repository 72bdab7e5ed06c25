"""A form sent twice counts once."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor
from desa.foundation.core.models import Row
from desa.foundation.intake.models import Submission

KEPT = timedelta(days=90)


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


def forget_submissions() -> int:
    """Delete the keys of forms sent more than 90 days ago; gives how many."""
    return Submission.objects.filter(at__lt=clock.now() - KEPT).delete()[0]
