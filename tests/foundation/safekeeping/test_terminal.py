import io
import json
from pathlib import Path

import pytest

from desa.foundation.core.folder import REAL, DataFolder
from desa.foundation.core.keys import new_key, read_key, write_key
from desa.foundation.core.recovery import RecoveryCode, write_recovery
from desa.foundation.safekeeping.engine.archive import Source, write_archive
from desa.foundation.safekeeping.engine.databases import sqlite_snapshot
from desa.foundation.safekeeping.engine.restoring import Place
from desa.foundation.safekeeping.engine.terminal import run_early
from tests.foundation.safekeeping.conftest import Installation


def typed(monkeypatch: pytest.MonkeyPatch, code: object) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{code}\n"))


def test_other_commands_are_left_to_django(installation: Installation) -> None:
    assert run_early(["migrate"], installation.place) is None
    assert run_early([], installation.place) is None


def test_restore_prints_counts_and_last_numbers(
    installation: Installation,
    backup: Path,
    empty_place: Place,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed(monkeypatch, installation.codes["sekdes"])
    assert run_early(["restore", str(backup), "--code-stdin", "--json"], empty_place) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["rows"] == {"letter": 3}
    assert answer["files"] == 2
    assert answer["last_numbers"] == {"surat": [[3]]}
    assert empty_place.folder.exists()


@pytest.mark.parametrize(
    ("code", "words"), [("ABCD", "salah ketik"), (RecoveryCode.new(), "bukan kode pemulihan")]
)
def test_restore_with_a_code_that_does_not_fit_says_so(
    backup: Path,
    empty_place: Place,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    code: object,
    words: str,
) -> None:
    typed(monkeypatch, code)
    assert run_early(["restore", str(backup), "--code-stdin"], empty_place) == 1
    told = capsys.readouterr()
    assert words in told.err
    assert "Tidak ada yang diubah" in told.err
    assert told.out == ""
    assert not empty_place.folder.root.exists()


def test_restore_into_a_filled_folder_asks_for_no_code(
    installation: Installation, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_early(["restore", str(backup)], installation.place) == 1
    assert "tidak kosong" in capsys.readouterr().err


def test_restore_of_a_missing_file_says_so(
    tmp_path: Path, empty_place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_early(["restore", str(tmp_path / "tidak-ada.desa")], empty_place) == 1
    assert "tidak-ada.desa" in capsys.readouterr().err


def test_check_backup_needs_no_code_where_the_key_is(
    installation: Installation, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_early(["check_backup", str(backup)], installation.place) == 0
    assert "baris / rows: 3 (1 tabel)" in capsys.readouterr().out


def test_check_backup_elsewhere_asks_for_a_code(
    installation: Installation,
    backup: Path,
    empty_place: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed(monkeypatch, installation.codes["kades"])
    assert run_early(["check_backup", str(backup)], empty_place) == 0


def test_check_backup_of_a_cut_off_copy_fails(
    installation: Installation, backup: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup.write_bytes(backup.read_bytes()[:-1])
    assert run_early(["check_backup", str(backup)], installation.place) == 1
    assert "terpotong" in capsys.readouterr().err


def test_check_recovery_says_whose_code_it_is(
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    typed(monkeypatch, installation.codes["sekdes"])
    assert run_early(["check_recovery", "--code-stdin"], installation.place) == 0
    assert "Sekretaris Desa" in capsys.readouterr().out


def test_check_recovery_notices_codes_of_another_key(
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    foreign = write_recovery(installation.folder.wrapped_keys, new_key())
    typed(monkeypatch, foreign["kades"])
    assert run_early(["check_recovery", "--code-stdin"], installation.place) == 1
    assert "rusak" in capsys.readouterr().err


def test_lost_key_comes_back_from_a_code(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation.key_file.unlink()
    typed(monkeypatch, installation.codes["kades"])
    assert run_early(["recover_key", "--code-stdin"], installation.place) == 0
    assert read_key(installation.key_file) == installation.key


def test_wrong_code_writes_no_key(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    installation.key_file.unlink()
    typed(monkeypatch, RecoveryCode.new())
    assert run_early(["recover_key", "--code-stdin"], installation.place) == 1
    assert not installation.key_file.exists()


def test_key_that_is_there_is_not_written_over(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_early(["recover_key"], installation.place) == 1
    assert "sudah ada" in capsys.readouterr().err
    assert read_key(installation.key_file) == installation.key


@pytest.mark.parametrize("command", ["recover_key", "check_recovery"])
def test_no_folder_and_no_wrapped_keys_are_said(
    installation: Installation,
    empty_place: Place,
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    assert run_early([command], empty_place) == 1
    assert "Tidak ada data desa" in capsys.readouterr().err
    installation.folder.wrapped_keys.unlink()
    assert run_early([command], installation.place) == 1
    assert "tidak ada atau rusak" in capsys.readouterr().err


def test_check_backup_of_another_installation_is_not_called_broken(
    installation: Installation,
    backup: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = DataFolder(tmp_path / "lain")
    other.create(REAL)
    write_key(tmp_path / "kunci-lain", new_key())
    place = Place(other, {"DESA_KEY": str(tmp_path / "kunci-lain")})
    typed(monkeypatch, installation.codes["sekdes"])
    assert run_early(["check_backup", str(backup)], place) == 0
    told = capsys.readouterr()
    assert f"dari pemasangan lain ({installation.folder.install()['id']})" in told.err
    assert "baris / rows: 3" in told.out


@pytest.mark.parametrize("command", ["check_recovery", "check_backup"])
def test_end_of_input_at_the_question_is_said(
    installation: Installation,
    backup: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    files = [str(backup)] if command == "check_backup" else []
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run_early([command, *files, "--code-stdin"], installation.place) == 1
    assert "Tidak ada kode pemulihan yang diketik" in capsys.readouterr().err


@pytest.mark.parametrize(("problem", "code"), [(EOFError, 1), (KeyboardInterrupt, 130)])
def test_question_at_the_terminal_can_be_left(
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
    problem: type[BaseException],
    code: int,
) -> None:
    def leave(prompt: str) -> str:
        raise problem

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", leave)
    assert run_early(["check_recovery"], installation.place) == code


def test_last_numbers_are_told_in_words(
    installation: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = Source(installation.folder, installation.key, {"trail": "SELECT 'desa', 13"})
    copy = installation.folder.root / "snapshot.db"
    with sqlite_snapshot(installation.folder.database, copy, installation.key) as snapshot:
        write_archive(tmp_path / "b.desa", source, snapshot, [], b"")
    assert run_early(["check_backup", str(tmp_path / "b.desa")], installation.place) == 0
    assert "jejak terakhir / last events: desa 13\n" in capsys.readouterr().out
