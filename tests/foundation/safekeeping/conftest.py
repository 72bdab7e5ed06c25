import secrets
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from desa.foundation.core import recovery
from desa.foundation.core.folder import REAL, DataFolder
from desa.foundation.core.keys import WorkingKey, new_key, write_key
from desa.foundation.core.recovery import RecoveryCode, write_recovery
from desa.foundation.safekeeping.engine.archive import Source, write_archive
from desa.foundation.safekeeping.engine.databases import open_sqlite, sqlite_snapshot
from desa.foundation.safekeeping.engine.entries import Manifest
from desa.foundation.safekeeping.engine.restoring import Place

NIK = "3514990101900001"
CHECKS = {"surat": "SELECT max(number) FROM letter"}


@dataclass
class Installation:
    """A small data folder without Django: three letters and two files."""

    folder: DataFolder
    key: WorkingKey
    key_file: Path
    codes: dict[str, RecoveryCode]

    @property
    def place(self) -> Place:
        return Place(self.folder, {"DESA_KEY": str(self.key_file)})

    def files(self) -> list[Path]:
        return sorted(path for path in self.folder.files.rglob("*") if path.is_file())

    def add_letter(self, number: int) -> None:
        with closing(open_sqlite(self.folder.database, self.key)) as connection:
            connection.execute("INSERT INTO letter VALUES (?, ?)", (number, NIK))

    def back_up(self, path: Path) -> Manifest:
        source = Source(self.folder, self.key, CHECKS)
        copy = self.folder.root / "snapshot.db"
        with sqlite_snapshot(self.folder.database, copy, self.key) as snapshot:
            return write_archive(path, source, snapshot, self.files(), b"")


@pytest.fixture(autouse=True)
def quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real cost of a code is paid in the tests of core.recovery."""
    monkeypatch.setitem(recovery.SCRYPT, "n", 2)


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataFolder:
    """The test run's folder is shared between test processes; these tests fill one of their own."""
    folder = DataFolder(tmp_path / "kantor")
    folder.create(REAL)
    monkeypatch.setattr(settings, "FOLDER", folder)
    monkeypatch.setattr(settings, "DATA_DIR", folder.root)
    return folder


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    folder, key = DataFolder(tmp_path / "data"), new_key()
    folder.create(REAL)
    write_key(tmp_path / "kunci", key)
    codes = write_recovery(folder.wrapped_keys, key)
    with closing(open_sqlite(folder.database, key)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE letter (number INTEGER, nik TEXT)")
    made = Installation(folder, key, tmp_path / "kunci", codes)
    for number in (1, 2, 3):
        made.add_letter(number)
    for size in (10, 700_000):
        name = secrets.token_hex(32)
        (folder.files / name[:2]).mkdir(parents=True, exist_ok=True)
        (folder.files / name[:2] / name).write_bytes(secrets.token_bytes(size))
    return made


@pytest.fixture
def empty_place(tmp_path: Path) -> Place:
    """Another machine: nothing there yet, and no key."""
    return Place(DataFolder(tmp_path / "baru"), {"DESA_KEY": str(tmp_path / "kunci-baru")})


@pytest.fixture
def backup(installation: Installation, tmp_path: Path) -> Path:
    path = tmp_path / "cadangan.desa"
    installation.back_up(path)
    return path


@pytest.fixture
def damaged(backup: Path, tmp_path: Path) -> Callable[[bytes], Path]:
    def make(content: bytes) -> Path:
        path = tmp_path / "rusak.desa"
        path.write_bytes(content)
        return path

    return make
