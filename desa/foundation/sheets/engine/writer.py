"""Workbooks and CSV that we hand out: lists of rejected rows, templates, exports."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter

from desa.foundation.sheets.rules.workbook import Cell

# Everything that Excel or LibreOffice may take for a formula or a command when it opens a CSV.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
LONGEST_TEXT = 32_767  # an Excel cell holds no more
LONGEST_NAME = 31
NO_TIME = datetime(1980, 1, 1)  # noqa: DTZ001 - so that the same rows give the same bytes
FORBIDDEN_IN_NAME = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


@dataclass(frozen=True)
class OutSheet:
    """`text_columns` (counted from 0) stay text when someone types into them: NIK, KK, telephone."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    text_columns: frozenset[int] = frozenset()


def write_workbook(sheets: Sequence[OutSheet]) -> bytes:
    """An .xlsx made in memory alone: xlsxwriter's temporary files would hold names in clear."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"created": NO_TIME})
        formats = {
            "head": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
            "text": book.add_format({"num_format": "@"}),
            "date": book.add_format({"num_format": "dd-mm-yyyy"}),
            "time": book.add_format({"num_format": "dd-mm-yyyy hh:mm"}),
        }
        for sheet in sheets:
            _fill(book.add_worksheet(sheet_name(sheet.name)), sheet, formats)
    return buffer.getvalue()


def sheet_name(name: str) -> str:
    """What Excel accepts on a tab."""
    return name.translate(FORBIDDEN_IN_NAME).strip("'")[:LONGEST_NAME] or "Lembar"


def _fill(
    page: xlsxwriter.worksheet.Worksheet, sheet: OutSheet, formats: dict[str, object]
) -> None:
    for column, title in enumerate(sheet.header):
        page.write_string(0, column, title, formats["head"])
        as_text = column in sheet.text_columns
        width = min(max(len(title) + 2, 18 if as_text else 10), 60)
        page.set_column(column, column, width, formats["text"] if as_text else None)
    page.freeze_panes(1, 0)
    for number, row in enumerate(sheet.rows, start=1):
        for column, value in enumerate(row):
            _write(page, number, column, _as_text(value, column, sheet.text_columns), formats)


def _as_text(value: Cell, column: int, text_columns: frozenset[int]) -> Cell:
    return str(value) if column in text_columns and value is not None else value


def _write(
    page: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    value: Cell,
    formats: dict[str, object],
) -> None:
    """By our own type and never by xlsxwriter's guess: `=cmd` stays the text that it is."""
    if isinstance(value, str):
        page.write_string(row, column, value[:LONGEST_TEXT], formats["text"])
    elif isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif isinstance(value, int | float):
        page.write_number(row, column, value)
    elif isinstance(value, datetime):
        page.write_datetime(row, column, value.replace(tzinfo=None), formats["time"])
    elif isinstance(value, date):
        page.write_datetime(row, column, value, formats["date"])


def write_csv(sheet: OutSheet) -> bytes:
    """UTF-8 with a mark and semicolons, as Excel with Indonesian settings opens by a double click."""
    buffer = io.StringIO(newline="")
    out = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    out.writerow([_harmless(title) for title in sheet.header])
    out.writerows([_harmless(value) for value in row] for row in sheet.rows)
    return buffer.getvalue().encode("utf-8-sig")


def _harmless(value: Cell) -> str:
    """A CSV has no types: a leading apostrophe keeps a text from being run as a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        return value.strftime("%d-%m-%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return "'" + value
    return str(value)
