"""What is refused before anything starts; after each refusal the folder is as it was."""

import shutil
from pathlib import Path

import pytest

from desa.foundation.core.folder import DEMO, REAL, DataFolder
from desa.foundation.core.keys import read_key
from tools.launch.folders import MEGABYTE, ensure_key, open_folder
from tools.launch.refusal import Refusal
from tools.launch.state import State


def _open(path: Path, mode: str) -> DataFolder:
    return open_folder(path, mode, any_mode=False)


@pytest.mark.parametrize("mode", [DEMO, REAL])
def test_new_folder_takes_the_mode_and_keeps_it(tmp_path: Path, mode: str) -> None:
    install = _open(tmp_path / "data", mode).install()
    assert install["mode"] == mode
    assert _open(tmp_path / "data", mode).install() == install


@pytest.mark.parametrize(("made", "wanted"), [(DEMO, REAL), (REAL, DEMO)])
def test_other_mode_is_refused(tmp_path: Path, made: str, wanted: str) -> None:
    folder = _open(tmp_path, made)
    with pytest.raises(Refusal) as refused:
        _open(tmp_path, wanted)
    assert "--kosong" in refused.value.indonesian
    assert "--data FOLDER" in refused.value.english
    assert folder.install()["mode"] == made


def test_manage_works_on_either_mode(tmp_path: Path) -> None:
    _open(tmp_path, DEMO)
    assert open_folder(tmp_path, REAL, any_mode=True).is_demo


def test_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").touch()
    with pytest.raises(Refusal, match=r"foto|berkas lain"):
        _open(tmp_path, REAL)
    assert not (tmp_path / "install.json").exists()


def test_fresh_disk_with_its_own_lost_and_found_is_empty(tmp_path: Path) -> None:
    (tmp_path / "lost+found").mkdir()
    assert _open(tmp_path, REAL).exists()


def test_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").touch()
    with pytest.raises(Refusal) as refused:
        _open(tmp_path / "berkas" / "data", REAL)
    assert "tidak dapat ditulisi" in refused.value.indonesian
    assert "--data" in refused.value.english


def test_folder_that_is_read_only_is_refused() -> None:
    """/proc/self refuses new files to root as well, which permission bits do not."""
    with pytest.raises(Refusal, match="tidak dapat ditulisi"):
        _open(Path("/proc/self"), REAL)


def test_nearly_full_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=17 * MEGABYTE)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    with pytest.raises(Refusal, match="17 MB < 300 MB"):
        _open(tmp_path, REAL)
    assert not (tmp_path / "install.json").exists()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return _open(tmp_path / "data", REAL)


def test_new_folder_gets_a_private_key_outside_itself(folder: DataFolder, tmp_path: Path) -> None:
    environ = {"XDG_STATE_HOME": str(tmp_path / "state")}
    ensure_key(folder, environ)
    path = folder.key_file(environ)
    assert path.stat().st_mode & 0o777 == 0o600
    assert folder.root not in path.parents
    first = read_key(path)
    ensure_key(folder, environ)
    assert read_key(path) == first


def test_data_without_its_key_never_get_a_second_one(folder: DataFolder, tmp_path: Path) -> None:
    folder.database.touch()
    with pytest.raises(Refusal, match="DESA_KEY"):
        ensure_key(folder, {"DESA_KEY": str(tmp_path / "key")})
    assert not (tmp_path / "key").exists()


def test_prepared_database_elsewhere_counts_as_data(folder: DataFolder, tmp_path: Path) -> None:
    State(folder.root).note(database="x")
    with pytest.raises(Refusal, match="DESA_KEY"):
        ensure_key(folder, {"DESA_KEY": str(tmp_path / "key")})


def test_damaged_key_is_named_and_left_alone(folder: DataFolder, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("bukan kunci", encoding="ascii")
    with pytest.raises(Refusal, match="rusak"):
        ensure_key(folder, {"DESA_KEY": str(tmp_path / "key")})
    assert (tmp_path / "key").read_text() == "bukan kunci"


def test_key_that_cannot_be_written_is_refused(folder: DataFolder, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="DESA_KEY"):
        ensure_key(folder, {"DESA_KEY": "/proc/self/key"})
