import io
import json
from pathlib import Path

import pytest

from desa.foundation.core.keys import new_key, read_key
from desa.foundation.core.recovery import RecoveryCode, write_recovery
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
