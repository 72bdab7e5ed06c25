"""Parts on the disk: no gap, no clear byte, nothing lost when one is sent twice."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.intake.engine.parts import Parts
from desa.foundation.intake.exceptions import UploadIncomplete, WrongOffset

NAME, OTHER, KEY = "a" * 64, "b" * 64, b"k" * 32
WORDS = b"NIK 3514995203550001 milik Suwarni"


@pytest.fixture
def parts(tmp_path: Path) -> Parts:
    return Parts(tmp_path / "uploads", KEY)


def test_parts_come_together_in_order(parts: Parts) -> None:
    assert parts.received(NAME) == 0
    assert parts.append(NAME, 0, WORDS[:10]) == 10
    assert parts.append(NAME, 10, WORDS[10:]) == len(WORDS)
    assert parts.read(NAME, len(WORDS)) == WORDS
    assert parts.received(OTHER) == 0


def test_part_sent_again_changes_nothing(parts: Parts) -> None:
    parts.append(NAME, 0, WORDS)
    assert parts.append(NAME, 0, b"x" * len(WORDS)) == len(WORDS)
    assert parts.append(NAME, 5, b"x") == len(WORDS)
    assert parts.read(NAME, len(WORDS)) == WORDS


def test_part_after_a_gap_is_refused_with_the_place_to_go_on(parts: Parts) -> None:
    parts.append(NAME, 0, b"abc")
    with pytest.raises(WrongOffset) as wrong:
        parts.append(NAME, 4, b"e")
    assert wrong.value.expected == 3


def test_empty_part_makes_no_file(parts: Parts, tmp_path: Path) -> None:
    assert parts.append(NAME, 0, b"") == 0
    assert not (tmp_path / "uploads").exists()


def test_file_with_a_missing_part_is_incomplete(parts: Parts) -> None:
    parts.append(NAME, 0, b"abc")
    with pytest.raises(UploadIncomplete):
        parts.read(NAME, 4)
    with pytest.raises(UploadIncomplete):
        parts.read(OTHER, 1)


def test_nothing_lies_on_the_disk_in_clear(parts: Parts, tmp_path: Path) -> None:
    parts.append(NAME, 0, WORDS)
    parts.append(NAME, len(WORDS), WORDS)
    stored = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(stored) == 2
    assert not any(b"3514995203550001" in content or b"Suwarni" in content for content in stored)
    assert len(set(stored)) == 2


def test_parts_cannot_change_places(parts: Parts, tmp_path: Path) -> None:
    parts.append(NAME, 0, b"abc")
    parts.append(NAME, 3, b"def")
    folder = tmp_path / "uploads" / NAME
    (folder / f"{0:012d}").write_bytes((folder / f"{3:012d}").read_bytes())
    with pytest.raises(UploadIncomplete):
        parts.read(NAME, 6)


def test_other_key_reads_nothing(parts: Parts, tmp_path: Path) -> None:
    parts.append(NAME, 0, WORDS)
    with pytest.raises(UploadIncomplete):
        Parts(tmp_path / "uploads", b"x" * 32).read(NAME, len(WORDS))


@pytest.mark.parametrize("name", ["../../etc", "A" * 64, "a" * 63, ""])
def test_name_leads_nowhere_else(parts: Parts, name: str) -> None:
    with pytest.raises(ValueError, match="64 hex digits"):
        parts.received(name)


def test_sweep_forgets_what_nobody_continued(parts: Parts, tmp_path: Path) -> None:
    parts.append(NAME, 0, b"abc")
    parts.append(OTHER, 0, b"abc")
    os.utime(tmp_path / "uploads" / NAME, (1_000, 1_000))
    assert parts.sweep(2_000) == 1
    assert (parts.received(NAME), parts.received(OTHER)) == (0, 3)


def test_sweep_without_a_folder_finds_nothing(parts: Parts) -> None:
    assert parts.sweep(2_000) == 0


@given(st.data())
def test_any_cuts_and_repeats_give_the_same_file(data: st.DataObject) -> None:
    """A client that asks where to go on, and now and then sends a part twice or too far."""
    from tempfile import TemporaryDirectory

    content = data.draw(st.binary(min_size=1, max_size=60))
    with TemporaryDirectory() as folder:
        parts = Parts(Path(folder), KEY)
        while (here := parts.received(NAME)) < len(content):
            step = data.draw(st.integers(1, 20))
            parts.append(NAME, here, content[here : here + step])
            again = data.draw(st.integers(0, here))
            parts.append(NAME, again, content[again : again + 3])
        assert parts.read(NAME, len(content)) == content
