"""Which village a command is about."""

from contextlib import AbstractContextManager

from django.core.management.base import CommandError

from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope


def open_village(code: str | None) -> AbstractContextManager[Village]:
    """The village of that code; without one the only village. Raises CommandError."""
    villages = Village.objects.filter(code=code) if code else Village.objects.all()
    found = list(villages[:2])
    if len(found) != 1:
        raise CommandError(
            "Desa tidak ditemukan atau lebih dari satu. Sebutkan dengan --village 35.14.11.2009. "
            "/ Name one village with --village CODE."
        )
    return village_scope(found[0])
