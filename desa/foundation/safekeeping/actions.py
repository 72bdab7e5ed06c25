"""Making a backup of this installation, and telling every village's trail that a copy exists."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.db import connection
from sqlcipher3 import dbapi2 as sqlcipher

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.foundation.core.recovery import RecoveryCode, write_recovery
from desa.foundation.core.registry import last_numbers
from desa.foundation.files.queries import vault
from desa.foundation.jobs.actions import enqueue
from desa.foundation.safekeeping.engine import archive
from desa.foundation.safekeeping.engine.databases import Snapshot, sqlite_snapshot
from desa.foundation.safekeeping.engine.entries import Manifest
from desa.foundation.safekeeping.engine.journal import BackupJournal, read_journal, write_journal
from desa.foundation.safekeeping.engine.postgres import postgres_snapshot
from desa.foundation.safekeeping.enums import BACKUP_TASK
from desa.foundation.safekeeping.exceptions import BackupProblem
from desa.foundation.safekeeping.rules import backup_is_due, superfluous
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village, village_scope

FILES_SQL = "SELECT DISTINCT digest FROM files_storedfile ORDER BY 1"
NO_VILLAGE = (
    "Belum ada desa di folder {folder}; pakai --data FOLDER. Tidak ada yang dicadangkan. "
    "/ There is no village there: name one with --data. Nothing was backed up."
)
NIGHTLY = SystemActor("cadangan malam")
ASKED = SystemActor("cadangan atas permintaan")


def make_backup(*, by: Actor, target: Path) -> tuple[Path, Manifest]:
    """One encrypted file at `target` (a folder or a new file). Raises BackupProblem, leaving no half file."""
    if not Village.objects.exists():
        raise BackupProblem(NO_VILLAGE.format(folder=settings.DATA_DIR))
    try:
        path, manifest = _archive(target)
    except BackupProblem as problem:
        failed = replace(
            read_journal(settings.FOLDER), failed_at=clock.now().isoformat(), reason=str(problem)
        )
        write_journal(settings.FOLDER, failed)
        raise
    journal = BackupJournal(
        manifest.made_at, path.name, path.stat().st_size, manifest.missing_files
    )
    write_journal(settings.FOLDER, journal)
    for village in Village.objects.all():
        with village_scope(village):
            _note_copy(by=by, village=village, name=path.name)
    return path, manifest


def _archive(target: Path) -> tuple[Path, Manifest]:
    folder = settings.FOLDER
    checks = {name: last_numbers.get(name) for name in last_numbers.names()}
    source = archive.Source(folder, settings.WORKING_KEY, checks)
    heads = folder.root / archive.HEADS
    try:
        with archive.plain_disk_errors(), archive.one_at_a_time(folder):
            path = archive.place_for(target, folder)
            archive.header_facts(folder)
            # Before the snapshot: a head sealed meanwhile would be newer than the copied chain.
            sealed = heads.read_bytes() if heads.exists() else b""
            with _snapshot() as snapshot:
                files = _referenced(snapshot)
                return path, archive.write_archive(path, source, snapshot, files, sealed)
    except sqlcipher.Error as problem:
        raise BackupProblem(archive.NOT_WRITTEN.format(reason=problem)) from problem


def _snapshot() -> AbstractContextManager[Snapshot]:
    if connection.vendor == "postgresql":
        return postgres_snapshot(
            {name: str(value) for name, value in connection.settings_dict.items()}
        )
    copy = settings.FOLDER.root / "snapshot.db"
    return sqlite_snapshot(Path(connection.settings_dict["NAME"]), copy, settings.WORKING_KEY)


def _referenced(snapshot: Snapshot) -> Iterator[Path]:
    """Content is durable before its row exists, so everything the snapshot names lies there already."""
    contents = vault()
    return (contents.path(row[0]) for row in snapshot.rows(FILES_SQL))


@action
def _note_copy(*, by: Actor, village: Village, name: str) -> None:
    record("safekeeping.backup.made", village, by, name=name)


def make_nightly_backup() -> Path | None:
    """Into DESA_BACKUP_DIR when that is set and a copy is due; the newest 14 stay."""
    target = settings.BACKUP_DIR
    last = read_journal(settings.FOLDER).last
    village = Village.objects.first()
    if target is None or village is None:
        return None
    if not backup_is_due(clock.local(clock.now(), village), last):
        return None
    path = _into_folder(target, NIGHTLY)
    names = [other.name for other in target.iterdir()]
    for name in superfluous(names, archive.name_prefix(settings.FOLDER)):
        (target / name).unlink(missing_ok=True)
    return path


def _into_folder(target: Path, by: Actor) -> Path:
    """With its name: a folder that is not mounted must not become a file of that name."""
    path, _manifest = make_backup(by=by, target=target / archive.new_name(settings.FOLDER))
    return path


@action
def ask_for_backup(*, by: Actor) -> bool:
    """Have the worker make one now; False while no folder for backups is set."""
    if settings.BACKUP_DIR is None:
        return False
    enqueue(task=BACKUP_TASK, key="now", args={})
    record("safekeeping.backup.asked", current_village(), by)
    return True


def make_asked_backup() -> Path | None:
    """Into DESA_BACKUP_DIR at once, whether one is due or not."""
    return _into_folder(settings.BACKUP_DIR, ASKED) if settings.BACKUP_DIR else None


def make_recovery_codes(
    *, by: Actor, shown: dict[str, RecoveryCode] | None = None
) -> dict[str, RecoveryCode]:
    """New codes for both holders, or those `shown` and typed back; the codes of before open nothing any more."""
    codes = write_recovery(settings.FOLDER.wrapped_keys, settings.WORKING_KEY, shown)
    for village in Village.objects.all():
        with village_scope(village):
            _note_codes(by=by, village=village)
    return codes


@action
def _note_codes(*, by: Actor, village: Village) -> None:
    record("safekeeping.codes.made", village, by)
