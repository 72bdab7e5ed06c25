"""Publishing is one act: asked for, its files made outside any transaction, then all of it at once.

A worker that dies in between leaves a version that is being published; its job is taken up again and
makes the same files. Nothing is shown before the last step.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.jobs.actions import enqueue
from desa.foundation.jobs.exceptions import WorkInterrupted
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.engine.media import MEDIA_TYPES, make_media
from desa.transparency.budgets.enums import PUBLISH_TASK, Medium, Stage, VersionState
from desa.transparency.budgets.exceptions import BudgetRefused
from desa.transparency.budgets.models import BudgetMedium, BudgetVersion
from desa.transparency.budgets.queries import figures, gaps_of, lines_of, names_of
from desa.transparency.budgets.rules.figures import Figures
from desa.transparency.budgets.rules.keeping import to_json
from desa.transparency.budgets.rules.package import LINES_CSV, files_of, packed

DATA_TYPES = {Medium.CSV: "text/csv", Medium.PACKAGE: "application/zip"}
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """A medium whose bytes are stored already."""

    medium: Medium
    digest: str
    size: int
    media_type: str


@action
def start_publishing(*, by: Actor, version: BudgetVersion) -> BudgetVersion:
    """Raises BudgetRefused when somebody pressed first, or when something is missing."""
    found = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    if found.state != VersionState.PREPARED:
        raise BudgetRefused(
            _("%(name)s sudah lebih dulu menerbitkan versi ini.")
            % {"name": found.published_by_label}
        )
    if gaps_of(found):
        raise BudgetRefused(_("Masih ada yang kurang. Lengkapi dulu daftar di halaman ini."))
    found.state, found.failure = VersionState.PUBLISHING, ""
    found.published_by_label = by.actor_label
    found.save(update_fields=["state", "failure", "published_by_label"])
    record("budgets.version.publishing_started", found, by, version=found.version_id)
    _queue(by, found)
    return found


@action
def repeat_publishing(*, by: Actor, version: BudgetVersion) -> None:
    """For a version whose job lies dead; one that still runs stays the only one."""
    found = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    if found.state != VersionState.PUBLISHING:
        raise BudgetRefused(_("Versi ini tidak sedang diterbitkan."))
    record("budgets.version.publishing_repeated", found, by, version=found.version_id)
    _queue(by, found)


def _queue(by: Actor, version: BudgetVersion) -> None:
    args = {"version": version.pk, "user": by.actor_id or 0}
    enqueue(task=PUBLISH_TASK, key=str(version.pk), args=args)


def publish_now(*, by: Actor, version: BudgetVersion) -> BudgetVersion:
    """The work of the job. May be repeated; what is published already stays as it is."""
    if version.state != VersionState.PUBLISHING:
        return version
    moment = clock.now()
    try:
        shown = figures(version, published_on=clock.local(moment, current_village()).date())
        made = store_media(version, shown)
    except (DatabaseError, WorkInterrupted):
        raise
    except Exception as problem:
        # Without the traceback: its text may quote what a paper says.
        logger.error("version %s was not published: %s", version.pk, type(problem).__name__)
        return give_back(by=by, version=version, reason=type(problem).__name__)
    return finish_publishing(by=by, version=version, shown=shown, made=made, at=moment)


def store_media(version: BudgetVersion, shown: Figures) -> list[Made]:
    """Every file durably on disk; touches no row."""
    contents = make_contents(version, shown)
    types = {**DATA_TYPES, **MEDIA_TYPES}
    return [
        Made(medium, put_content(content), len(content), types[medium])
        for medium, content in contents.items()
    ]


def make_contents(version: BudgetVersion, shown: Figures) -> dict[Medium, bytes]:
    tables = files_of(shown, Stage(version.stage), lines_of(version), names_of(version))
    data = {Medium.CSV: tables[LINES_CSV], Medium.PACKAGE: packed(tables)}
    return {**data, **make_media(shown, mark="CONTOH" if settings.DEMO else "")}


@action
def finish_publishing(
    *, by: Actor, version: BudgetVersion, shown: Figures, made: Sequence[Made], at: datetime
) -> BudgetVersion:
    found = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    if found.state != VersionState.PUBLISHING:
        return found
    for medium in made:
        file = register_file(digest=medium.digest, size=medium.size, media_type=medium.media_type)
        BudgetMedium.objects.create(version=found, medium=medium.medium, file=file)
    found.figures, found.published_at = to_json(shown), at
    found.state = VersionState.PUBLISHED
    found.full_clean()
    found.save()
    record("budgets.version.published", found, by, version=found.version_id, media=len(made))
    return found


@action
def give_back(*, by: Actor, version: BudgetVersion, reason: str) -> BudgetVersion:
    """Nothing was published; the officers read why and may try again."""
    found = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    if found.state != VersionState.PUBLISHING:
        return found
    found.state, found.published_by_label = VersionState.PREPARED, ""
    found.failure = _("Berkas untuk warga tidak bisa dibuat (%(reason)s).") % {"reason": reason}
    found.save(update_fields=["state", "published_by_label", "failure"])
    record("budgets.version.publishing_failed", found, by, version=found.version_id, reason=reason)
    return found
