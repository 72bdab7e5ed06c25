from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from desa.foundation.core.actions import Actor, SystemActor, action
from desa.foundation.core.models import Row
from desa.foundation.intake.actions import once
from desa.foundation.tenancy.models import VillageOwned

R = TypeVar("R", bound=VillageOwned)
LINK = SystemActor("Mitra lewat tautan", actor_kind="resident")
"""Whoever holds the link of a partner; who it is, is not asked."""

VISITOR = SystemActor("Peserta lewat QR", actor_kind="resident")


@action
def take_once(*, by: Actor, key: UUID, purpose: str, make: Callable[[], Row]) -> int:
    """One row for each form, however often it is sent."""
    made, _new = once(key=key, purpose=purpose, by=by, make=make)
    return made


def save_new(row: R) -> R:
    """Two may send the same at once: the second reads why in words. Raises ValidationError."""
    row.full_clean()
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        row.full_clean()
        raise
    return row
