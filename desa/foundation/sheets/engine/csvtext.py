"""CSV as Excel and LibreOffice save it in Indonesia: semicolon or comma, UTF-8 or cp1252."""

import codecs
import csv
import io
from collections.abc import Iterator

from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable
from desa.foundation.sheets.rules.workbook import Limits, address

SEPARATORS = ";,\t|"
MAX_FIELD = 32_767  # what an Excel cell can hold


def csv_rows(data: bytes, limits: Limits) -> Iterator[tuple[int, list[str | None]]]:
    """Records with the row number that Excel would show for them."""
    text = decode(data)
    csv.field_size_limit(MAX_FIELD)
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text))
    try:
        for number, record in enumerate(records, start=1):
            _check_range(number, len(record), limits)
            yield number, [value or None for value in record]
    except csv.Error as error:
        raise Unreadable(RefusalCode.DAMAGED) from error


def decode(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def separator(text: str) -> str:
    """The separator that is most frequent in the first lines; `sep=;` on top is Excel's own hint."""
    first = text[:10_000]
    if first.startswith("sep=") and len(first) > 4:
        return first[4]
    return max(SEPARATORS, key=lambda mark: (first.count(mark), -SEPARATORS.index(mark)))


def _check_range(number: int, width: int, limits: Limits) -> None:
    if number > limits.max_rows or width > limits.max_columns:
        raise Unreadable(
            RefusalCode.USED_RANGE,
            sheet="CSV",
            cell=address(max(width, 1) - 1, number),
            limit=address(limits.max_columns - 1, limits.max_rows),
        )
