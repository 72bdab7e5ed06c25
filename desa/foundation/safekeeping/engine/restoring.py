"""Putting a backup into an empty data folder. Everything is checked before the folder gets its first byte."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desa.foundation.core.durable import sync_folder
from desa.foundation.core.folder import DataFolder
from desa.foundation.core.keys import WorkingKey, read_key, write_key
from desa.foundation.core.recovery import RecoveryCode, unwrap
from desa.foundation.safekeeping.engine import postgres
from desa.foundation.safekeeping.engine.archive import read_archive, recovery_of
from desa.foundation.safekeeping.engine.databases import Snapshot, checked_sqlite, row_counts
from desa.foundation.safekeeping.engine.entries import Manifest, Receiver
from desa.foundation.safekeeping.exceptions import BackupProblem, DamagedBackup

STAGING = ".pemulihan"
NOT_EMPTY = (
    "Folder {folder} tidak kosong. Pemulihan hanya ke folder kosong; tidak ada yang diubah. "
    "/ The folder is not empty: restore into an empty one. Nothing was changed."
)
OTHER_KEY = (
    "Berkas kunci {path} milik data lain. Isi DESA_KEY dengan tempat lain; tidak ada yang diubah. "
    "/ The key file belongs to other data: set DESA_KEY to another place. Nothing was changed."
)
WRONG_ENGINE = {
    "desa.db": "Cadangan ini dari SQLite: kosongkan DESA_DATABASE_URL. "
    "/ This backup is of SQLite: unset DESA_DATABASE_URL.",
    "desa.pgdump": "Cadangan ini dari PostgreSQL: isi DESA_DATABASE_URL dengan basis data kosong. "
    "/ This backup is of PostgreSQL: set DESA_DATABASE_URL to an empty database.",
}
DIFFERS = (
    "Isi basis data yang dipulihkan berbeda dari saat dicadangkan ({what}). "
    "/ The restored database differs from what was backed up."
)


@dataclass(frozen=True)
class Place:
    """Where this installation keeps its data, its key, and (if any) its PostgreSQL database."""

    folder: DataFolder
    environ: Mapping[str, str]
    postgres: Mapping[str, str] | None = None

    @property
    def key_file(self) -> Path:
        return self.folder.key_file(self.environ)


def restore(backup: Path, place: Place, code: RecoveryCode) -> Manifest:
    """Raises BackupProblem or RecoveryProblem before anything is changed, or undoes what it began."""
    refuse_filled(place.folder.root)
    _holder, key = unwrap(recovery_of(backup), code)
    manifest = read_archive(backup, key)
    _refuse_engine(manifest, place)
    with _staging(place.folder.root) as staged:
        read_archive(backup, key, _receiver(staged.root, place))
        key_file = staged.key_file(place.environ)
        _refuse_other_key(key_file, key)
        with _restored(staged, place, key) as snapshot:
            _compare(snapshot, manifest)
        staged.wrapped_keys.write_text(recovery_of(backup), encoding="utf-8")
        if not key_file.exists():
            write_key(key_file, key)
        _settle(staged.root, place.folder)
    return manifest


def refuse_filled(root: Path) -> None:
    if root.exists() and any(path.name != STAGING for path in root.iterdir()):
        raise BackupProblem(NOT_EMPTY.format(folder=root))


def _refuse_engine(manifest: Manifest, place: Place) -> None:
    if manifest.engine != ("desa.pgdump" if place.postgres else "desa.db"):
        raise BackupProblem(WRONG_ENGINE[manifest.engine])
    if place.postgres:
        postgres.refuse_filled(place.postgres)


def _refuse_other_key(path: Path, key: WorkingKey) -> None:
    with suppress(FileNotFoundError, ValueError):
        if read_key(path) == key:
            return
    if path.exists():
        raise BackupProblem(OTHER_KEY.format(path=path))


@contextmanager
def _staging(root: Path) -> Iterator[DataFolder]:
    """A folder inside the target, so that it also works where the target is a mounted disk."""
    made = not root.exists()
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    staging = root / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(mode=0o700)
    try:
        yield DataFolder(staging)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if made:
            with suppress(OSError):  # it holds the restored data
                root.rmdir()


def _receiver(root: Path, place: Place) -> Receiver:
    def receive(name: str, portions: Iterator[bytes]) -> None:
        if name == "desa.pgdump" and place.postgres:
            postgres.load_dump(place.postgres, portions)
            return
        _write_out(root / name, portions)

    return receive


def _write_out(path: Path, portions: Iterator[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        for portion in portions:
            file.write(portion)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _restored(staged: DataFolder, place: Place, key: WorkingKey) -> Iterator[Snapshot]:
    opened = (
        postgres.postgres_snapshot(place.postgres)
        if place.postgres
        else checked_sqlite(staged.database, key)
    )
    with opened as snapshot:
        yield snapshot


def _compare(snapshot: Snapshot, manifest: Manifest) -> None:
    if row_counts(snapshot) != manifest.rows:
        raise DamagedBackup(DIFFERS.format(what="jumlah baris / row counts"))
    for name, check in manifest.checks.items():
        # Sorted: another server may order texts differently.
        if sorted(snapshot.rows(check.sql)) != sorted(check.found):
            raise DamagedBackup(DIFFERS.format(what=name))


def _settle(staging: Path, folder: DataFolder) -> None:
    """Move everything to its place; install.json, which makes it a data folder, comes last."""
    for sub in sorted({path.parent for path in staging.rglob("*")}):
        sync_folder(sub)
    last = folder.install_file.name
    for path in sorted(staging.iterdir(), key=lambda path: path.name == last):
        path.rename(folder.root / path.name)
    sync_folder(folder.root)
