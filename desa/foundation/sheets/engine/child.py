"""The child that reads one foreign file from stdin, answers on stdout and exits.

It knows no Django, no settings and no key, may write no file, and has hard limits of memory and time.
"""

import gc
import io
import json
import os
import resource
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desa.foundation.sheets.engine.archive import Archive
from desa.foundation.sheets.engine.csvtext import csv_rows
from desa.foundation.sheets.engine.detect import detect
from desa.foundation.sheets.engine.scan import Seen, look_xlsx, refuse_beyond
from desa.foundation.sheets.engine.scan_ods import check_ods
from desa.foundation.sheets.engine.wire import Wire, dump, encode
from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable
from desa.foundation.sheets.rules.workbook import Limits

BATCH = 1_000
TextRow = tuple[int, list[Wire]]


def main() -> None:
    limits = Limits(**json.loads(sys.argv[1]))
    confine(limits)
    gc.disable()  # a child lives for one file; collecting among a million cells doubles its time
    try:
        read(sys.stdin.buffer.read(limits.max_bytes + 1), limits)
        say({"done": True})
    except Unreadable as refusal:
        say({"refused": refusal.code, "details": refusal.details})
    except MemoryError:
        say({"refused": RefusalCode.TOO_HEAVY, "details": {}})
    sys.stdout.buffer.flush()
    os._exit(0)  # freeing a million cells one by one would cost more than reading them


def confine(limits: Limits) -> None:
    """No core dump: it would hold names and numbers in clear text. No file of any size."""
    for kind, value in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def say(message: object) -> None:
    sys.stdout.buffer.write(dump(message))


def read(data: bytes, limits: Limits) -> None:
    if len(data) > limits.max_bytes:
        raise Unreadable(RefusalCode.TOO_LARGE, size="?", limit=str(limits.max_bytes >> 20))
    kind = detect(data)
    if kind == "csv":
        _begin(kind, macros=False)
        _sheet("CSV", hidden=False, seen=Seen())
        _rows((number, list(cells)) for number, cells in csv_rows(data, limits))
        return
    seen: dict[str, Seen] = {}
    macros = False
    if kind != "xls":
        archive = Archive(data, limits)
        macros = "xl/vbaProject.bin" in archive.names()
        seen = look_xlsx(archive, limits) if kind == "xlsx" else {}
        if kind == "ods":
            check_ods(archive, limits)
    _begin(kind, macros=macros)
    _read_calamine(data, seen, limits)


def _begin(kind: str, *, macros: bool) -> None:
    say({"kind": kind, "macros": macros})


def _sheet(name: str, *, hidden: bool, seen: Seen) -> None:
    say({"sheet": name, "hidden": hidden, **asdict(seen)})


def _read_calamine(data: bytes, seen: dict[str, Seen], limits: Limits) -> None:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for index, found in enumerate(book.sheets_metadata):
            if found.typ is SheetTypeEnum.WorkSheet:
                hidden = found.visible is not SheetVisibleEnum.Visible
                _sheet(found.name, hidden=hidden, seen=seen.get(found.name, Seen()))
                _calamine_rows(book, index, limits)
    except PasswordError as error:
        raise Unreadable(RefusalCode.ENCRYPTED) from error
    except (CalamineError, ValueError, OverflowError, OSError) as error:
        raise Unreadable(RefusalCode.DAMAGED) from error


def _calamine_rows(book: CalamineWorkbook, index: int, limits: Limits) -> None:
    sheet = book.get_sheet_by_index(index)
    if sheet.start is None or sheet.end is None:
        return
    refuse_beyond(sheet.end[1] + 1, sheet.end[0] + 1, sheet.name, limits)
    before: list[Wire] = [None] * sheet.start[1]
    _rows(
        (
            number,
            before
            + [(value or None) if value.__class__ is str else encode(value) for value in row],
        )
        for number, row in enumerate(sheet.iter_rows(), start=1)
    )


def _rows(rows: Iterable[TextRow]) -> None:
    for batch in _batches(row for row in rows if any(cell is not None for cell in row[1])):
        say(batch)


def _batches(rows: Iterator[TextRow]) -> Iterator[list[TextRow]]:
    batch: list[TextRow] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


if __name__ == "__main__":
    main()
