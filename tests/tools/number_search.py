"""Finds NIK and KK numbers that lie somewhere in clear: raw bytes, and the insides of zip, gzip and
zlib streams (PDF streams and PostgreSQL dumps are zlib), also nested and also in UTF-16."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LENGTH = 16
DIGITS = re.compile(rb"\d{%d,}" % LENGTH)
WIDE_DIGITS = re.compile(rb"(?:\d\x00){%d,}" % LENGTH)
# Deflate with the usual window sizes, and gzip members, wherever they begin.
STREAMS = re.compile(rb"\x1f\x8b\x08|[\x18\x28\x38\x48\x58\x68\x78][\x01\x5e\x9c\xda]")
DEEPEST, LARGEST = 4, 256 * 1024 * 1024


@dataclass(frozen=True)
class Hit:
    """`where` names the way in: "zip:xl/sharedStrings.xml", "stream@512", empty for raw bytes."""

    path: Path
    where: str
    number: str


def search(roots: Iterable[Path], numbers: Iterable[str]) -> list[Hit]:
    """Every number of `numbers` that lies in clear in a file under (or at) one of `roots`."""
    wanted = {number.encode() for number in numbers}
    if any(len(number) != LENGTH or not number.isdigit() for number in wanted):
        raise ValueError(f"numbers of {LENGTH} digits only")
    hits: list[Hit] = []
    for path in files_under(roots):
        for where, number in sorted(set(_in_bytes(path.read_bytes(), wanted, ()))):
            hits.append(Hit(path, where, number))
    return hits


def files_under(roots: Iterable[Path]) -> Iterator[Path]:
    """Regular files only; one that vanishes meanwhile was temporary and is read by no one."""
    for root in roots:
        paths = sorted(root.rglob("*")) if root.is_dir() else [root]
        yield from (path for path in paths if path.is_file() and not path.is_symlink())


def _in_bytes(
    content: bytes, wanted: set[bytes], way: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for run in _digit_runs(content):
        for start in range(len(run) - LENGTH + 1):
            if (number := run[start : start + LENGTH]) in wanted:
                yield "/".join(way), number.decode()
    if len(way) < DEEPEST:
        for step, inner in (*_zip_members(content), *_streams(content)):
            yield from _in_bytes(inner, wanted, (*way, step))


def _digit_runs(content: bytes) -> Iterator[bytes]:
    for match in DIGITS.finditer(content):
        yield match.group()
    for match in WIDE_DIGITS.finditer(content):
        yield match.group().replace(b"\x00", b"")


def _zip_members(content: bytes) -> Iterator[tuple[str, bytes]]:
    if b"PK\x03\x04" not in content:
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield f"zip:{name}", archive.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
        return


def _streams(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Whatever inflates to at least one number's length, also when the stream's end is cut off."""
    for match in STREAMS.finditer(content):
        window = zlib.MAX_WBITS | (16 if match.group().startswith(b"\x1f") else 0)
        inner = _inflated(memoryview(content)[match.start() :], window)
        if len(inner) >= LENGTH:
            yield f"stream@{match.start()}", inner


def _inflated(content: memoryview, window: int) -> bytes:
    reader, parts = zlib.decompressobj(window), []
    size = 0
    for start in range(0, len(content), 65536):
        try:
            parts.append(reader.decompress(content[start : start + 65536]))
        except zlib.error:
            break
        size += len(parts[-1])
        if reader.eof or size > LARGEST:
            break
    return b"".join(parts)
