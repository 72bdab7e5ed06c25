import struct
from collections.abc import Iterator
from io import BytesIO

import pytest

from desa.foundation.safekeeping.engine.entries import (
    MANIFEST,
    Check,
    EntryWriter,
    Manifest,
    read_entries,
)
from desa.foundation.safekeeping.exceptions import DamagedBackup

FILE = "files/ab/" + "ab" * 32


def written(
    entries: dict[str, list[bytes]], digests: dict[str, str] | None = None, after: bytes = b""
) -> bytes:
    sink = BytesIO()
    writer = EntryWriter(sink)
    for name, portions in entries.items():
        writer.add(name, portions)
    found = writer.digests if digests is None else digests
    checks = {"surat": Check("SELECT 1", [[1]])}
    manifest = Manifest("2026-01-01", "desa.db", {"a": 2}, checks, 0, found)
    writer.add(MANIFEST, [manifest.to_json()])
    return sink.getvalue() + after


def read_in_crumbs(content: bytes, crumb: int = 3) -> tuple[dict[str, bytes], Manifest]:
    got: dict[str, bytes] = {}

    def receive(name: str, portions: Iterator[bytes]) -> None:
        got[name] = b"".join(portions)

    crumbs = (content[start : start + crumb] for start in range(0, len(content), crumb))
    return got, read_entries(crumbs, receive)


@pytest.mark.parametrize("crumb", [1, 3, 10_000])
def test_entries_come_back_in_pieces_of_any_size(crumb: int) -> None:
    got, manifest = read_in_crumbs(written({"desa.db": [b"ab", b"", b"c"], FILE: []}), crumb)
    assert got == {"desa.db": b"abc", FILE: b""}
    assert manifest.checks["surat"].found == [[1]]
    assert manifest.file_count == 1


def test_entry_that_nobody_reads_is_checked_all_the_same() -> None:
    content = written({"desa.db": [b"abc"]})
    assert read_entries(iter([content])).rows == {"a": 2}
    with pytest.raises(DamagedBackup):
        read_entries(iter([content.replace(b"abc", b"abd")]))


@pytest.mark.parametrize(
    "name", ["../desa.db", "/etc/passwd", "files/../x", "files/ab/x", "desa.db/", "kunci", "files/"]
)
def test_entry_that_would_land_elsewhere_is_refused(name: str) -> None:
    with pytest.raises(DamagedBackup):
        read_in_crumbs(written({name: [b"x"]}))


def test_list_that_names_more_than_there_is_is_refused() -> None:
    with pytest.raises(DamagedBackup):
        read_in_crumbs(written({"desa.db": [b"x"]}, digests={}))
    with pytest.raises(DamagedBackup):
        read_in_crumbs(written({}, digests={"desa.db": "00"}))


def test_anything_after_the_list_is_refused() -> None:
    with pytest.raises(DamagedBackup):
        read_in_crumbs(written({}, after=b"x"))


def test_same_entry_twice_is_refused() -> None:
    once = written({"desa.db": [b"x"]})
    entry = once[: once.index(struct.pack(">H", len(MANIFEST)) + MANIFEST.encode())]
    with pytest.raises(DamagedBackup):
        read_in_crumbs(entry + once)


def test_stream_without_a_list_is_refused() -> None:
    with pytest.raises(DamagedBackup):
        read_entries(iter([]))
