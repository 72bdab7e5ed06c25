"""Backup and restore of the real installation, on SQLite and on PostgreSQL."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.folder import DataFolder
from desa.foundation.core.recovery import RecoveryCode, unwrap, write_recovery
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.engine.vault import Vault
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import vault
from desa.foundation.safekeeping.actions import make_backup, make_nightly_backup
from desa.foundation.safekeeping.engine.databases import SqliteCopy, open_sqlite
from desa.foundation.safekeeping.engine.journal import read_journal
from desa.foundation.safekeeping.engine.postgres import connect
from desa.foundation.safekeeping.engine.restoring import Place, restore
from desa.foundation.safekeeping.exceptions import BackupProblem
from desa.foundation.safekeeping.tasks import run_backup_now, run_nightly_backup
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("own_folder"),
]
CLERK = SystemActor("uji")
CONTENT = b"isi surat 3514990101900001"


@pytest.fixture
def codes(own_folder: DataFolder) -> dict[str, RecoveryCode]:
    return write_recovery(settings.FOLDER.wrapped_keys, settings.WORKING_KEY)


@pytest.fixture
def digest(own_folder: DataFolder, village: Village) -> str:
    with village_scope(village):
        digest = put_content(CONTENT)
        register_file(digest=digest, size=len(CONTENT), media_type="text/plain")
    return digest


@dataclass
class Elsewhere:
    """Another machine with an empty folder and, on PostgreSQL, an empty database."""

    place: Place

    @contextmanager
    def rows(self) -> Iterator[Callable[[str], list[list[Any]]]]:
        if self.place.postgres:
            with connect(self.place.postgres) as opened:
                yield lambda sql: [list(row) for row in opened.execute(sql.encode())]
            return
        with closing(open_sqlite(self.place.folder.database, settings.WORKING_KEY)) as opened:
            yield SqliteCopy(self.place.folder.database, opened).rows


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Elsewhere]:
    folder, environ = DataFolder(tmp_path / "data"), {"DESA_KEY": str(tmp_path / "kunci")}
    if connection.vendor != "postgresql":
        yield Elsewhere(Place(folder, environ))
        return
    address = {name: str(value) for name, value in connection.settings_dict.items()}
    name = f"{address['NAME']}_pulih"
    with psycopg.connect(**_maintenance(address), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}".encode())
        yield Elsewhere(Place(folder, environ, {**address, "NAME": name}))
        server.execute(f"DROP DATABASE {name}".encode())


def _maintenance(address: dict[str, str]) -> Any:
    return {"host": address["HOST"], "user": address["USER"], "dbname": "postgres"}


def test_restore_on_an_empty_machine_gives_equal_counts_and_last_numbers(
    codes: dict[str, RecoveryCode], digest: str, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    for number in range(2):
        make_backup(by=CLERK, target=tmp_path / f"{number}.desa")
    path, manifest = make_backup(by=CLERK, target=tmp_path)
    restore(path, elsewhere.place, codes["sekdes"])
    with elsewhere.rows() as rows:
        for table, count in manifest.rows.items():
            assert rows(f"SELECT count(*) FROM {table}") == [[count]]
        assert rows("SELECT code, name FROM tenancy_village") == [["35.14.11.2009", "Sumbergedang"]]
    assert manifest.rows["tenancy_village"] == 1
    assert manifest.checks["trail"].found == [["35.14.11.2009", 2]]
    restored = Vault(elsewhere.place.folder.files, settings.WORKING_KEY.derive("files"))
    assert restored.get(digest) == CONTENT
    assert (path.stat().st_mode & 0o077, manifest.missing_files) == (0, 0)


def test_backup_while_another_process_writes_is_one_moment(
    codes: dict[str, RecoveryCode], village: Village, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tests.foundation.safekeeping.writer"]
    environment = {
        **os.environ,
        "DESA_DATA": str(settings.FOLDER.root),
        "WRITER_DATABASE": str(connection.settings_dict["NAME"]),
    }
    writer = subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert writer.stdout is not None
        for _line in range(20):
            before = int(writer.stdout.readline())
        path, manifest = make_backup(by=CLERK, target=tmp_path)
        after = int(writer.stdout.readline())
        written = max(after, *(int(writer.stdout.readline()) for _line in range(5)))
    finally:
        writer.kill()
        writer.communicate()
    assert written > before
    events = manifest.rows["trail_trailevent"]
    assert events > before
    assert manifest.rows["files_storedfile"] == events
    assert manifest.checks["trail"].found == [["35.14.11.2009", events]]
    assert manifest.missing_files == 0
    assert manifest.file_count == events
    restore(path, elsewhere.place, codes["kades"])
    with elsewhere.rows() as rows:
        assert rows("SELECT max(sequence) FROM trail_trailevent") == [[events]]


def test_backup_is_told_to_the_trail_and_the_journal(
    codes: dict[str, RecoveryCode], village: Village, tmp_path: Path
) -> None:
    path, _manifest = make_backup(by=CLERK, target=tmp_path)
    with village_scope(village):
        event = TrailEvent.objects.get()
    assert (event.name, event.facts) == ("safekeeping.backup.made", {"name": path.name})
    journal = read_journal(settings.FOLDER)
    assert (journal.name, journal.size) == (path.name, path.stat().st_size)
    assert not (settings.FOLDER.root / "snapshot.db").exists()


def test_refused_backup_is_journalled_and_keeps_the_last_success(
    codes: dict[str, RecoveryCode], village: Village, tmp_path: Path
) -> None:
    path, _manifest = make_backup(by=CLERK, target=tmp_path)
    with pytest.raises(BackupProblem, match="flash disk"):
        make_backup(by=CLERK, target=tmp_path / "lepas" / "a.desa")
    with pytest.raises(BackupProblem, match="sudah ada"):
        make_backup(by=CLERK, target=path)
    journal = read_journal(settings.FOLDER)
    assert (journal.name, bool(journal.failed_at)) == (path.name, True)
    assert "sudah ada" in journal.reason


def test_backup_command_prints_the_file_and_fails_with_a_sentence(
    codes: dict[str, RecoveryCode],
    village: Village,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    call_command("backup", str(tmp_path / "a.desa"))
    told = capsys.readouterr()
    assert told.out == f"{tmp_path / 'a.desa'}\n"
    assert f"Desa Sumbergedang, 0 warga, dari folder {settings.DATA_DIR}" in told.err
    with pytest.raises(CommandError, match="sudah ada"):
        call_command("backup", str(tmp_path / "a.desa"))


def test_installation_without_a_village_is_not_backed_up(
    codes: dict[str, RecoveryCode], tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="Belum ada desa di folder"):
        call_command("backup", str(tmp_path / "a.desa"))
    assert not (tmp_path / "a.desa").exists()
    assert not read_journal(settings.FOLDER).failed_at


def test_lost_file_is_said_and_the_rest_is_kept(
    codes: dict[str, RecoveryCode], digest: str, tmp_path: Path
) -> None:
    vault().path(digest).unlink()
    with pytest.raises(CommandError, match="1 berkas hilang"):
        call_command("backup", str(tmp_path / "a.desa"))
    assert (tmp_path / "a.desa").exists()
    assert read_journal(settings.FOLDER).missing_files == 1


def test_nightly_backup_keeps_the_newest_fourteen(
    codes: dict[str, RecoveryCode],
    village: Village,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "BACKUP_DIR", tmp_path, raising=False)
    (tmp_path / "foto.jpg").touch()
    night = datetime(2026, 3, 1, 19, tzinfo=UTC)
    made = []
    for day in range(16):
        with clock.frozen(night + timedelta(days=day)):
            made.append(make_nightly_backup())
            assert make_nightly_backup() is None
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert kept == [*(path.name for path in made[2:] if path), "foto.jpg", "kantor"]


def test_nightly_backup_without_its_disk_waits_for_the_next_hour(
    codes: dict[str, RecoveryCode],
    village: Village,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "BACKUP_DIR", tmp_path / "lepas", raising=False)
    run_nightly_backup({})
    assert read_journal(settings.FOLDER).failed_at
    (tmp_path / "lepas").mkdir()
    run_nightly_backup({})
    assert not read_journal(settings.FOLDER).failed_at
    assert len(list((tmp_path / "lepas").iterdir())) == 1


def test_no_target_means_no_nightly_backup(village: Village) -> None:
    assert make_nightly_backup() is None


def test_codes_are_made_once_unless_replaced(
    village: Village, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("make_recovery_codes")
    told = capsys.readouterr()
    shown = dict(line.split(": ", 1) for line in told.err.splitlines()[:2])
    document = settings.FOLDER.wrapped_keys.read_text()
    for holder in ("kades", "sekdes"):
        code = RecoveryCode.parse(shown[holder])
        assert unwrap(document, code) == (holder, settings.WORKING_KEY)
    assert told.out == ""
    with pytest.raises(CommandError, match="--replace"):
        call_command("make_recovery_codes")
    call_command("make_recovery_codes", "--replace")
    assert settings.FOLDER.wrapped_keys.read_text() != document
    with village_scope(village):
        assert not StoredFile.objects.exists()
        assert TrailEvent.objects.filter(name="safekeeping.codes.made").count() == 2


def test_backup_that_was_asked_for_is_made_at_once(
    village: Village, other_village: Village, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "BACKUP_DIR", tmp_path / "cadangan")
    (tmp_path / "cadangan").mkdir()
    write_recovery(settings.FOLDER.wrapped_keys, settings.WORKING_KEY)
    for _press in range(2):
        with clock.frozen(datetime(2026, 11, 24, 10, _press, tzinfo=UTC)):
            run_backup_now({})
    assert len(list((tmp_path / "cadangan").glob("*.desa"))) == 2
    for each in (village, other_village):
        with village_scope(each):
            assert TrailEvent.objects.filter(name="safekeeping.backup.made").count() == 2
