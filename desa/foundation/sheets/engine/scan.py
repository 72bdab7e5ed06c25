"""The true used range of each sheet, before calamine sees the file.

calamine reserves height times width of a sheet at once: 1.4 kB with values in A1 and XFD1048576
abort its process, which nobody can catch. So the XML is streamed first: a fast look for far cells,
and only where it finds one, a slow and exact look that forgives cells holding a format and no value.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from desa.foundation.sheets.engine.archive import Archive
from desa.foundation.sheets.engine.xml import attribute, walk
from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable
from desa.foundation.sheets.rules.workbook import Limits, address, column_index, column_letters

Found = TypeVar("Found")

USUAL = (re.compile(rb' r="([A-Z]+)'), re.compile(rb' r="(\d+)'))  # columns, rows: twice as fast
UNUSUAL = (re.compile(rb"\sr\s*=\s*[\"']([A-Za-z]+)"), re.compile(rb"\sr\s*=\s*[\"'](\d+)"))
UNUSUAL_MARKS = (b" r='", b" r =", b" r= ", b"\tr=", b"\nr=", b"\rr=")
CELL = re.compile(r"([A-Za-z]{1,7})(\d{1,12})$")
HIDDEN_COLUMNS = re.compile(rb"<col\b(?=[^>]*\shidden=\"(?:1|true)\")[^>]*>")
HIDDEN_ROW = re.compile(rb"<row\b(?=[^>]*\shidden=\"(?:1|true)\")[^>]*\sr=\"(\d+)\"")
COLUMN_ENDS = re.compile(rb"\s(min|max)=\"(\d+)\"")
ERROR_CELL = re.compile(rb"<c r=\"([A-Z]+\d+)\"[^>]*? t=\"e\"")
OVERLAP = 256  # an attribute cut in two by a piece's end is seen whole in the next
MAX_ERRORS = 50


@dataclass(frozen=True)
class Seen:
    """What calamine does not tell: addresses of error cells, letters and numbers of what is hidden."""

    errors: tuple[str, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()


def look_xlsx(archive: Archive, limits: Limits) -> dict[str, Seen]:
    """Raises Unreadable for the first sheet that reaches too far."""
    seen = {}
    for part, name in sheet_parts(archive).items():
        glance = _Glance(archive, part)
        seen[name] = glance.seen
        if _beyond(glance.columns, glance.rows, limits):
            _measure(archive, part, name, limits)
    return seen


def sheet_parts(archive: Archive) -> dict[str, str]:
    """Part of the zip -> the name on its tab."""
    targets: dict[str, str] = {}
    names: dict[str, str] = {}

    def relation(tag: str, found: dict[str, str]) -> None:
        if tag == "Relationship" and found.get("Type", "").endswith("/worksheet"):
            target = found.get("Target", "")
            targets[found.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", target))[1:]

    def sheet(tag: str, found: dict[str, str]) -> None:
        if tag == "sheet":
            names[attribute(found, "id")] = found.get("name", "")

    if "xl/_rels/workbook.xml.rels" in archive.names():
        walk(archive.pieces("xl/_rels/workbook.xml.rels"), relation)
    walk(archive.pieces("xl/workbook.xml"), sheet)
    present = set(archive.names())
    known = {part: names.get(key, part) for key, part in targets.items() if part in present}
    loose = [part for part in present if part.startswith("xl/worksheets/") and part[-4:] == ".xml"]
    return {part: part for part in loose} | known


class _Glance:
    """One fast pass with regular expressions; may see too much (a far address in a text)."""

    def __init__(self, archive: Archive, part: str) -> None:
        self.columns = 0
        self.rows = 0
        self.seen = Seen()
        self._letters: set[bytes] = set()
        tail = b""
        for piece in archive.pieces(part):
            self._look(tail + piece)
            tail = piece[-OVERLAP:]
        self.columns = max((_column(letters) + 1 for letters in self._letters), default=0)

    def _look(self, text: bytes) -> None:
        odd = any(mark in text for mark in UNUSUAL_MARKS)
        letters, rows = UNUSUAL if odd else USUAL
        self._letters.update(letters.findall(text))
        self.rows = max(self.rows, *map(_row, rows.findall(text)), 0)
        if b't="e"' in text and len(self.seen.errors) < MAX_ERRORS:
            found = [match.decode() for match in ERROR_CELL.findall(text)]
            self.seen = replace(self.seen, errors=_more(self.seen.errors, found))
        if b" hidden=" in text and len(self.seen.hidden_rows) < MAX_ERRORS:
            columns = [letters for tag in HIDDEN_COLUMNS.findall(text) for letters in _span(tag)]
            numbers = [_row(digits) for digits in HIDDEN_ROW.findall(text)]
            self.seen = replace(
                self.seen,
                hidden_columns=_more(self.seen.hidden_columns, columns),
                hidden_rows=_more(self.seen.hidden_rows, numbers),
            )


def _more(known: tuple[Found, ...], found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(dict.fromkeys((*known, *found)))[:MAX_ERRORS]


def _span(tag: bytes) -> list[str]:
    """<col min="3" max="4"> -> C, D; a span to the sheet's end is what nobody filled."""
    ends = {name: int(digits[:6]) for name, digits in COLUMN_ENDS.findall(tag)}
    first, last = ends.get(b"min", 1), ends.get(b"max", 0)
    return [column_letters(place - 1) for place in range(first, min(last, first + MAX_ERRORS) + 1)]


def _column(letters: bytes) -> int:
    return column_index(letters[:8].decode("ascii"))


def _row(digits: bytes) -> int:
    return int(digits[:12])


class _Extent:
    """Farthest column and row that hold a value, counted from 1."""

    def __init__(self) -> None:
        self.columns = 0
        self.rows = 0
        self._here: tuple[int, int] | None = None

    def start(self, tag: str, found: dict[str, str]) -> None:
        if tag == "c":
            match = CELL.match(found.get("r", ""))
            self._here = (column_index(match[1]) + 1, int(match[2])) if match else None
        elif tag in ("v", "is") and self._here is not None:
            self.columns = max(self.columns, self._here[0])
            self.rows = max(self.rows, self._here[1])


def _measure(archive: Archive, part: str, name: str, limits: Limits) -> None:
    extent = _Extent()
    walk(archive.pieces(part), extent.start)
    refuse_beyond(extent.columns, extent.rows, name, limits)


def _beyond(columns: int, rows: int, limits: Limits) -> bool:
    return (
        columns > limits.max_columns or rows > limits.max_rows or columns * rows > limits.max_cells
    )


def refuse_beyond(columns: int, rows: int, sheet: str, limits: Limits) -> None:
    if _beyond(columns, rows, limits):
        allowed_columns = min(max(columns, 1), limits.max_columns)
        allowed_rows = min(limits.max_rows, limits.max_cells // allowed_columns)
        raise Unreadable(
            RefusalCode.USED_RANGE,
            sheet=sheet,
            cell=address(columns - 1, rows),
            limit=address(allowed_columns - 1, allowed_rows),
        )
