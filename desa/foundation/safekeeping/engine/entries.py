"""Named entries inside the encrypted stream, in order, without knowing their sizes beforehand.

Entry: name (u16 length, UTF-8), portions (u32 length, bytes), a zero length. The last entry is the
manifest; it tells the SHA-256 of every entry before it and what the copied database held.
"""

import hashlib
import json
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from desa.foundation.safekeeping.exceptions import DamagedBackup

MANIFEST = "manifest.json"
NAMES = re.compile(
    r"desa\.db|desa\.pgdump|install\.json|trail-heads\.log|manifest\.json"
    r"|files/[0-9a-f]{2}/[0-9a-f]{64}"
)
INCOMPLETE = (
    "Isi cadangan ini tidak cocok dengan daftarnya. Pakai salinan lain. "
    "/ The contents of this backup do not match its list: use another copy."
)


@dataclass(frozen=True)
class Manifest:
    """What a whole backup holds; `checks` are read again from the restored database and must agree."""

    made_at: str
    engine: str
    rows: dict[str, int]
    checks: dict[str, "Check"]
    missing_files: int
    digests: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> bytes:
        return json.dumps(asdict(self)).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Manifest":
        content = json.loads(text)
        checks = {name: Check(**check) for name, check in content.pop("checks").items()}
        return cls(checks=checks, **content)

    @property
    def file_count(self) -> int:
        return sum(name.startswith("files/") for name in self.digests)


@dataclass(frozen=True)
class Check:
    """A reading of the database ("last numbers") and what it said when the backup was made."""

    sql: str
    found: list[list[Any]]


class Sink(Protocol):
    def write(self, portion: bytes, /) -> object: ...


class EntryWriter:
    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.digests: dict[str, str] = {}

    def add(self, name: str, portions: Iterable[bytes]) -> None:
        digest = hashlib.sha256()
        encoded = name.encode()
        self._sink.write(struct.pack(">H", len(encoded)) + encoded)
        for portion in filter(None, portions):
            digest.update(portion)
            self._sink.write(struct.pack(">I", len(portion)))
            self._sink.write(portion)
        self._sink.write(struct.pack(">I", 0))
        self.digests[name] = digest.hexdigest()


class _Stream:
    """Exact reads over pieces of any size."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._held = pieces, b""

    def take(self, count: int) -> bytes:
        while len(self._held) < count:
            piece = next(self._pieces, None)
            if piece is None:
                raise DamagedBackup(INCOMPLETE)
            self._held += piece
        taken, self._held = self._held[:count], self._held[count:]
        return taken

    def at_end(self) -> bool:
        while not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return True
            self._held = piece
        return False


def _portions(stream: _Stream) -> Iterator[bytes]:
    while length := struct.unpack(">I", stream.take(4))[0]:
        yield stream.take(length)


Receiver = Callable[[str, Iterator[bytes]], None]


def read_entries(pieces: Iterator[bytes], receive: Receiver | None = None) -> Manifest:
    """Hand every entry to `receive`, and give the manifest once all of them agree with it."""
    stream = _Stream(pieces)
    digests: dict[str, str] = {}
    while not stream.at_end():
        name = stream.take(struct.unpack(">H", stream.take(2))[0]).decode()
        if not NAMES.fullmatch(name) or name in digests:
            raise DamagedBackup(INCOMPLETE)
        if name == MANIFEST:
            return _agreed(b"".join(_portions(stream)), digests, stream)
        digests[name] = _received(name, _portions(stream), receive)
    raise DamagedBackup(INCOMPLETE)


def _received(name: str, portions: Iterator[bytes], receive: Receiver | None) -> str:
    digest = hashlib.sha256()

    def counted() -> Iterator[bytes]:
        for portion in portions:
            digest.update(portion)
            yield portion

    reading = counted()
    if receive is not None:
        receive(name, reading)
    for _rest in reading:
        pass
    return digest.hexdigest()


def _agreed(text: bytes, digests: dict[str, str], stream: _Stream) -> Manifest:
    manifest = Manifest.from_json(text)
    if manifest.digests != digests or not stream.at_end():
        raise DamagedBackup(INCOMPLETE)
    return manifest
