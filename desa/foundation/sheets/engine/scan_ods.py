"""The true used range of an ODS: its cells and rows are written once with a repeat count."""

from desa.foundation.sheets.engine.archive import Archive
from desa.foundation.sheets.engine.scan import refuse_beyond
from desa.foundation.sheets.engine.xml import attribute, walk
from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable
from desa.foundation.sheets.rules.workbook import Limits


def check_ods(archive: Archive, limits: Limits) -> None:
    """Raises Unreadable for a password or for the first sheet that reaches too far."""
    _refuse_password(archive)
    ranges = _Ranges(limits)
    walk(archive.pieces("content.xml"), ranges.start, ranges.end)


def _refuse_password(archive: Archive) -> None:
    def look(tag: str, _found: dict[str, str]) -> None:
        if tag == "encryption-data":
            raise Unreadable(RefusalCode.ENCRYPTED)

    if "META-INF/manifest.xml" in archive.names():
        walk(archive.pieces("META-INF/manifest.xml"), look)


class _Ranges:
    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._sheet = ""
        self._row = self._column = self._row_repeat = 0
        self._rows = self._columns = 0

    def start(self, tag: str, found: dict[str, str]) -> None:
        if tag == "table":
            self._sheet = attribute(found, "name")
            self._row = self._rows = self._columns = 0
        elif tag == "table-row":
            self._column = 0
            self._row_repeat = _repeat(found, "number-rows-repeated")
        elif tag in ("table-cell", "covered-table-cell"):
            self._cell(found)

    def _cell(self, found: dict[str, str]) -> None:
        self._column += _repeat(found, "number-columns-repeated")
        if attribute(found, "value-type"):
            self._columns = max(self._columns, self._column)
            self._rows = self._row + self._row_repeat
            refuse_beyond(self._columns, self._rows, self._sheet, self._limits)

    def end(self, tag: str) -> None:
        if tag == "table-row":
            self._row += self._row_repeat


def _repeat(found: dict[str, str], name: str) -> int:
    count = attribute(found, name, "1")
    if not (count.isascii() and count.isdigit() and len(count) < 9):
        raise Unreadable(RefusalCode.DAMAGED)
    return int(count)
