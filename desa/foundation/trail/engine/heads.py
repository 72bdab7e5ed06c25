"""Sealed heads: a line a day outside the database, so that a database put back to yesterday shows.

Each line is JSON of a head and `seal`, an HMAC over it and the seal before; lines are only appended.
"""

import fcntl
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from desa.foundation.trail.rules import GENESIS, link


@dataclass(frozen=True)
class SealedHead:
    """`village` by its Kemendagri code; `at` as ISO text."""

    at: str
    village: str
    sequence: int
    mac: str


class BrokenLog(ValueError):
    """A line of the log is changed, missing or unreadable; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


def append_head(path: Path, key: bytes, head: SealedHead) -> None:
    """Durably; nothing when this village's last line says the same. Raises BrokenLog."""
    with path.open("a+", encoding="utf-8") as log:
        fcntl.flock(log, fcntl.LOCK_EX)
        log.seek(0)
        heads, seal = _read(log.read(), key)
        last = next((old for old in reversed(heads) if old.village == head.village), None)
        if last and (last.sequence, last.mac) == (head.sequence, head.mac):
            return
        fields = asdict(head)
        log.write(json.dumps({**fields, "seal": link(key, seal, fields)}) + "\n")
        log.flush()
        os.fsync(log.fileno())


def sealed_heads(path: Path, key: bytes) -> list[SealedHead]:
    """All lines, oldest first; none when nothing was sealed yet. Raises BrokenLog."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return _read(text, key)[0]


def _read(text: str, key: bytes) -> tuple[list[SealedHead], str]:
    heads, seal = [], GENESIS
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            fields = json.loads(line)
            written = fields.pop("seal")
            heads.append(SealedHead(**fields))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise BrokenLog(number) from None
        seal = link(key, seal, fields)
        if written != seal:
            raise BrokenLog(number)
    return heads, seal
