import os
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.files.engine.vault import Vault, digest_of
from desa.foundation.files.exceptions import ContentDamaged, ContentMissing

LETTER = b"Surat keterangan usaha, NIK 3514990101010001"
KEY = bytes(range(32))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "files", KEY)


def _files(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


@given(content=st.binary(max_size=2000))
def test_any_content_comes_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    vault = Vault(tmp_path_factory.getbasetemp() / "any", KEY)
    assert vault.get(vault.put(content)) == content


def test_put_gives_the_digest_of_the_content(vault: Vault) -> None:
    assert vault.put(LETTER) == digest_of(LETTER)


def test_same_content_twice_is_one_file(vault: Vault, tmp_path: Path) -> None:
    assert vault.put(LETTER) == vault.put(LETTER)
    assert len(_files(tmp_path)) == 1


def test_disk_shows_neither_content_nor_digest(vault: Vault, tmp_path: Path) -> None:
    digest = vault.put(LETTER)
    [path] = _files(tmp_path)
    raw = path.read_bytes()
    assert b"3514990101010001" not in raw
    assert digest not in str(path)
    assert bytes.fromhex(digest) not in raw


def test_file_lies_in_a_folder_of_two_hex_and_is_private(vault: Vault, tmp_path: Path) -> None:
    vault.put(LETTER)
    [path] = _files(tmp_path)
    assert path.parent.name == path.name[:2]
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o077 == 0


def test_same_content_is_sealed_differently_in_another_folder(tmp_path: Path) -> None:
    first, second = Vault(tmp_path / "a", KEY), Vault(tmp_path / "b", KEY)
    digest = first.put(LETTER)
    second.put(LETTER)
    assert first.path(digest).read_bytes() != second.path(digest).read_bytes()


def test_another_key_finds_nothing(vault: Vault, tmp_path: Path) -> None:
    digest = vault.put(LETTER)
    stranger = Vault(tmp_path / "files", bytes(32))
    with pytest.raises(ContentMissing):
        stranger.get(digest)
    assert not stranger.holds(digest)
    assert vault.holds(digest)


def test_another_key_cannot_open_a_renamed_file(vault: Vault, tmp_path: Path) -> None:
    digest = vault.put(LETTER)
    stranger = Vault(tmp_path / "files", bytes(32))
    stranger.path(digest).parent.mkdir(exist_ok=True)
    vault.path(digest).rename(stranger.path(digest))
    with pytest.raises(ContentDamaged):
        stranger.get(digest)


@pytest.mark.parametrize("place", [0, 12, -1])
def test_one_changed_bit_is_damage(vault: Vault, place: int) -> None:
    digest = vault.put(LETTER)
    raw = bytearray(vault.path(digest).read_bytes())
    raw[place] ^= 1
    vault.path(digest).write_bytes(raw)
    with pytest.raises(ContentDamaged):
        vault.get(digest)


@pytest.mark.parametrize("length", [0, 5, 12, 30])
def test_cut_off_file_is_damage(vault: Vault, length: int) -> None:
    digest = vault.put(LETTER)
    path = vault.path(digest)
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(ContentDamaged):
        vault.get(digest)


def test_file_moved_to_the_place_of_another_is_damage(vault: Vault) -> None:
    one, two = vault.put(LETTER), vault.put(b"lain")
    vault.path(one).replace(vault.path(two))
    with pytest.raises(ContentDamaged):
        vault.get(two)


def test_putting_again_heals_a_damaged_file(vault: Vault) -> None:
    digest = vault.put(LETTER)
    vault.path(digest).write_bytes(b"rusak")
    vault.put(LETTER)
    assert vault.get(digest) == LETTER


def test_failed_write_leaves_no_file_and_no_rest(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(handle: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="no space"):
        vault.put(LETTER)
    assert _files(tmp_path) == []


def test_bytes_are_on_disk_before_the_name_and_the_name_before_return(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def watched_fsync(handle: int) -> None:
        steps.append(Path(f"/proc/self/fd/{handle}").readlink().suffix or "folder")
        fsync(handle)

    def watched_replace(self: Path, target: Any) -> Path:
        steps.append("rename")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", watched_fsync)
    monkeypatch.setattr(Path, "replace", watched_replace)
    vault.put(LETTER)
    assert steps[:3] == [".part", "rename", "folder"]
    assert set(steps[3:]) == {"folder"}


def test_many_writers_of_one_content_end_in_one_good_file(vault: Vault, tmp_path: Path) -> None:
    threads = [threading.Thread(target=vault.put, args=(LETTER,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(_files(tmp_path)) == 1
    assert vault.get(digest_of(LETTER)) == LETTER
