import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desa.foundation.core.folder import REAL, DataFolder
from desa.foundation.core.keys import new_key, read_key, write_key
from desa.foundation.core.recovery import RecoveryCode, WrongCode
from desa.foundation.safekeeping.engine.archive import read_archive
from desa.foundation.safekeeping.engine.databases import open_sqlite
from desa.foundation.safekeeping.engine.restoring import Place, restore
from desa.foundation.safekeeping.exceptions import BackupProblem, DamagedBackup
from tests.foundation.safekeeping.conftest import NIK, Installation


def everything_under(root: Path) -> dict[str, bytes]:
    paths = sorted(path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in paths}


@pytest.mark.parametrize("holder", ["kades", "sekdes"])
def test_empty_machine_needs_only_the_file_and_either_code(
    installation: Installation, backup: Path, empty_place: Place, holder: str
) -> None:
    manifest = restore(backup, empty_place, installation.codes[holder])
    assert manifest.rows == {"letter": 3}
    assert manifest.checks["surat"].found == [[3]]
    assert read_key(empty_place.key_file) == installation.key
    restored = empty_place.folder
    assert everything_under(restored.files) == everything_under(installation.folder.files)
    assert restored.install() == installation.folder.install()
    assert restored.wrapped_keys.read_text() == installation.folder.wrapped_keys.read_text()
    with closing(open_sqlite(restored.database, installation.key)) as connection:
        assert connection.execute("SELECT * FROM letter ORDER BY 1").fetchall() == [
            (1, NIK),
            (2, NIK),
            (3, NIK),
        ]
    assert sorted(path.name for path in restored.root.iterdir()) == [
        "desa.db",
        "files",
        "install.json",
        "recovery.json",
        "trail-heads.log",
    ]


def test_restored_folder_can_be_backed_up_and_restored_again(
    installation: Installation, backup: Path, empty_place: Place, tmp_path: Path
) -> None:
    restore(backup, empty_place, installation.codes["kades"])
    second = Installation(
        empty_place.folder, installation.key, empty_place.key_file, installation.codes
    )
    second.add_letter(4)
    manifest = second.back_up(tmp_path / "kedua.desa")
    assert (manifest.rows, manifest.checks["surat"].found) == ({"letter": 4}, [[4]])


def test_wrong_code_leaves_nothing_behind(backup: Path, empty_place: Place) -> None:
    with pytest.raises(WrongCode):
        restore(backup, empty_place, RecoveryCode.new())
    assert not empty_place.folder.root.exists()
    assert not empty_place.key_file.exists()


def test_filled_folder_is_refused_and_unchanged(installation: Installation, backup: Path) -> None:
    before = everything_under(installation.folder.root)
    with pytest.raises(BackupProblem, match="tidak kosong"):
        restore(backup, installation.place, installation.codes["kades"])
    assert everything_under(installation.folder.root) == before


def test_one_foreign_file_makes_a_folder_filled(
    installation: Installation, backup: Path, empty_place: Place
) -> None:
    empty_place.folder.root.mkdir()
    (empty_place.folder.root / "catatan.txt").write_text("x")
    with pytest.raises(BackupProblem, match="tidak kosong"):
        restore(backup, empty_place, installation.codes["kades"])


def test_leftover_of_a_killed_restore_is_no_hindrance(
    installation: Installation, backup: Path, empty_place: Place
) -> None:
    (empty_place.folder.root / ".pemulihan" / "files").mkdir(parents=True)
    (empty_place.folder.root / ".pemulihan" / "desa.db").write_bytes(b"half")
    assert restore(backup, empty_place, installation.codes["kades"]).rows == {"letter": 3}
    assert not (empty_place.folder.root / ".pemulihan").exists()


def test_key_of_other_data_is_never_replaced(
    installation: Installation, backup: Path, empty_place: Place
) -> None:
    other = new_key()
    write_key(empty_place.key_file, other)
    with pytest.raises(BackupProblem, match="milik data lain"):
        restore(backup, empty_place, installation.codes["kades"])
    assert read_key(empty_place.key_file) == other
    assert not empty_place.folder.root.exists()


def test_same_key_that_is_there_already_is_kept(installation: Installation, backup: Path) -> None:
    place = Place(DataFolder(installation.folder.root.parent / "lagi"), installation.place.environ)
    restore(backup, place, installation.codes["sekdes"])
    assert place.folder.exists()


@pytest.mark.parametrize("seed", range(12))
def test_copy_cut_off_anywhere_restores_nothing(
    installation: Installation,
    backup: Path,
    empty_place: Place,
    damaged: Callable[[bytes], Path],
    seed: int,
) -> None:
    whole = backup.read_bytes()
    cut = damaged(whole[: random.Random(seed).randrange(len(whole))])
    with pytest.raises((BackupProblem, ValueError)):
        restore(cut, empty_place, installation.codes["kades"])
    assert not empty_place.folder.root.exists()


@pytest.mark.parametrize("seed", range(12))
def test_flipped_byte_restores_nothing(
    installation: Installation,
    backup: Path,
    empty_place: Place,
    damaged: Callable[[bytes], Path],
    seed: int,
) -> None:
    content = bytearray(backup.read_bytes())
    content[random.Random(seed).randrange(2000, len(content))] ^= 0x40
    with pytest.raises(DamagedBackup):
        restore(damaged(bytes(content)), empty_place, installation.codes["kades"])
    assert not empty_place.folder.root.exists()


def test_backup_shows_neither_numbers_nor_key(installation: Installation, backup: Path) -> None:
    content = backup.read_bytes()
    assert NIK.encode() not in content
    assert installation.key.material not in content
    assert installation.key.material.hex().encode() not in content


def test_copied_folder_opens_nothing_without_key_or_code(installation: Installation) -> None:
    stranger = open_sqlite(installation.folder.database, new_key())
    with closing(stranger), pytest.raises(Exception, match="not a database"):
        stranger.execute("SELECT count(*) FROM letter").fetchone()
    for content in everything_under(installation.folder.root).values():
        assert NIK.encode() not in content


def test_file_that_the_database_knows_but_the_folder_lost_is_counted(
    installation: Installation, tmp_path: Path
) -> None:
    lost = tmp_path / "data/files/ab" / ("ab" * 32)
    files = [*installation.files(), lost]
    installation.files = lambda: files  # type: ignore[method-assign]
    manifest = installation.back_up(tmp_path / "hilang.desa")
    assert (manifest.missing_files, manifest.file_count) == (1, 2)
    assert read_archive(tmp_path / "hilang.desa", installation.key).missing_files == 1


def test_sqlite_backup_is_refused_for_postgresql(
    installation: Installation, backup: Path, empty_place: Place
) -> None:
    place = Place(empty_place.folder, empty_place.environ, {"NAME": "desa"})
    with pytest.raises(BackupProblem, match="dari SQLite"):
        restore(backup, place, installation.codes["kades"])


def test_backup_without_recovery_codes_is_refused(
    installation: Installation, tmp_path: Path
) -> None:
    installation.folder.wrapped_keys.unlink()
    with pytest.raises(BackupProblem, match="make_recovery_codes"):
        installation.back_up(tmp_path / "tanpa.desa")
    assert not list(tmp_path.glob("*.desa*"))


def test_failed_backup_leaves_no_half_file(
    installation: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desa.foundation.safekeeping.engine.archive._add_files", stop)
    with pytest.raises(OSError, match="No space"):
        installation.back_up(tmp_path / "penuh.desa")
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"data", "kunci"}
    assert not (installation.folder.root / "snapshot.db").exists()


def test_demo_or_real_is_kept_by_a_restore(
    installation: Installation, backup: Path, empty_place: Place
) -> None:
    restore(backup, empty_place, installation.codes["kades"])
    assert empty_place.folder.install()["mode"] == REAL
