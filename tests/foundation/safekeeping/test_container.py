import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desa.foundation.core.keys import WorkingKey, new_key
from desa.foundation.safekeeping.engine.container import (
    PIECE,
    TAG,
    SealingWriter,
    opened_pieces,
    read_header,
)
from desa.foundation.safekeeping.exceptions import BackupProblem, DamagedBackup, NotABackup

KEY = WorkingKey(bytes(range(32)))


def sealed(*portions: bytes, key: WorkingKey = KEY) -> bytes:
    file = io.BytesIO()
    writer = SealingWriter(file, key, {"recovery": "x"})
    for portion in portions:
        writer.write(portion)
    writer.close()
    return file.getvalue()


def opened(content: bytes, key: WorkingKey = KEY) -> bytes:
    return b"".join(opened_pieces(io.BytesIO(content), key))


def start_of_pieces(content: bytes) -> int:
    file = io.BytesIO(content)
    read_header(file)
    return file.tell()


@given(st.lists(st.binary(max_size=400), max_size=6))
@settings(max_examples=40)
def test_bytes_come_back_however_they_were_portioned(portions: list[bytes]) -> None:
    assert opened(sealed(*portions)) == b"".join(portions)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 5])
def test_sizes_around_a_piece_come_back(size: int) -> None:
    clear = bytes(size)
    assert opened(sealed(clear)) == clear


def test_nothing_clear_is_written_and_no_two_files_are_alike() -> None:
    clear = b"3514990101900001" * 100
    assert b"35149901" not in sealed(clear)
    assert sealed(clear) != sealed(clear)


@given(st.data())
@settings(max_examples=80)
def test_cut_at_any_place_is_noticed(data: st.DataObject) -> None:
    content = sealed(bytes(2 * PIECE + 100))
    end = data.draw(st.integers(0, len(content) - 1))
    with pytest.raises(BackupProblem):
        opened(content[:end])


@pytest.mark.parametrize("pieces", [1, 2])
def test_cut_exactly_between_two_pieces_is_noticed(pieces: int) -> None:
    content = sealed(bytes(3 * PIECE))
    with pytest.raises(DamagedBackup):
        opened(content[: start_of_pieces(content) + pieces * (PIECE + TAG)])


@given(st.data())
@settings(max_examples=80)
def test_one_flipped_bit_anywhere_is_noticed(data: st.DataObject) -> None:
    content = bytearray(sealed(bytes(PIECE + 100)))
    place = data.draw(st.one_of(st.integers(0, 200), st.integers(0, len(content) - 1)))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(BackupProblem):
        opened(bytes(content))


def test_swapped_pieces_are_noticed() -> None:
    content = sealed(bytes(3 * PIECE))
    start, step = start_of_pieces(content), PIECE + TAG
    first, second = content[start : start + step], content[start + step : start + 2 * step]
    with pytest.raises(DamagedBackup):
        opened(content[:start] + second + first + content[start + 2 * step :])


def test_piece_of_another_backup_is_noticed() -> None:
    one, other = sealed(bytes(2 * PIECE)), sealed(bytes(2 * PIECE))
    start = start_of_pieces(one)
    with pytest.raises(DamagedBackup):
        opened(one[:start] + other[start_of_pieces(other) :])


def test_bytes_after_the_end_are_noticed() -> None:
    with pytest.raises(DamagedBackup):
        opened(sealed(b"desa") + b"x")


def test_other_key_opens_nothing() -> None:
    with pytest.raises(DamagedBackup):
        opened(sealed(b"desa"), new_key())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"DESACAD9" + bytes(90)])
def test_foreign_file_is_called_no_backup(content: bytes) -> None:
    with pytest.raises(NotABackup):
        opened(content)
