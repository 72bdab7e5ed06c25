"""Which village a command is about."""

from contextlib import AbstractContextManager

from django.conf import settings
from django.core.management.base import CommandError

from desa.foundation.core.actions import Actor
from desa.foundation.tenancy.actions import village_to_fill
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope

NO_VILLAGE = "Belum ada desa di folder {folder}; pakai --data FOLDER. / There is no village there: name one with --data."


def village_to_import(code: str | None, by: Actor) -> AbstractContextManager[Village]:
    """As open_village; an empty installation gets a village that waits for its name."""
    if code is None and not Village.objects.exists():
        return village_scope(village_to_fill(by=by))
    return open_village(code)


def open_village(code: str | None) -> AbstractContextManager[Village]:
    """The village of that code; without one the only village. Raises CommandError."""
    villages = Village.objects.filter(code=code) if code else Village.objects.all()
    found = list(villages[:2])
    if not Village.objects.exists():
        raise CommandError(NO_VILLAGE.format(folder=settings.DATA_DIR))
    if len(found) != 1:
        raise CommandError(
            "Desa tidak ditemukan atau lebih dari satu. Sebutkan dengan --village 35.14.11.2009. "
            "/ Name one village with --village CODE."
        )
    return village_scope(found[0])
