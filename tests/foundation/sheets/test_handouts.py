import io
from collections.abc import Callable

import openpyxl

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.nik import Nik
from desa.foundation.sheets.queries.handouts import rejected_workbook
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.cells import as_date, as_digits
from desa.foundation.sheets.rules.mapping import Field, data_rows, find_columns
from desa.foundation.sheets.rules.report import Reason, RowReport, SheetReport, Verdict
from desa.foundation.sheets.rules.workbook import Cell, Sheet
from tests.foundation.sheets.workbooks import xlsx

FIELDS = (
    Field("name", "Nama", required=True),
    Field("nik", "NIK", required=True),
    Field("born_on", "Tanggal Lahir"),
)
HEADER = ["nama", "nik", "catatan", "tanggal lahir"]
GOOD = ["Suwarni", "3514995203550001", "", "12-03-1955"]
BAD = ["=cmd", "351499170802000", "tetap ada", "31-02-1990"]


def problem(title: str, convert: Callable[[Cell], object], cell: Cell) -> list[Reason]:
    try:
        convert(cell)
    except ValueProblem as found:
        return [Reason(found.code, title, str(found))]
    return []


def checked(data: bytes) -> tuple[Sheet, SheetReport, bytes]:
    (sheet,) = read_workbook_bytes(data, "warga.xlsx").sheets
    columns = find_columns(sheet, FIELDS)
    assert columns is not None
    reports = []
    for row in data_rows(sheet, columns):
        nik, born_on = (row.cell(columns.index[name]) for name in ("nik", "born_on"))
        reasons = [
            *problem(columns.titles["nik"], lambda cell: Nik.parse(as_digits(cell)), nik),
            *problem(columns.titles["born_on"], as_date, born_on),
        ]
        reports.append(RowReport.of(sheet.name, row.number, reasons))
    report = SheetReport.of(reports)
    return sheet, report, rejected_workbook(sheet, columns, report, as_text=("nik",))


def test_rejected_rows_come_back_whole_with_what_to_do() -> None:
    _sheet, report, data = checked(xlsx([HEADER, GOOD, BAD]))

    assert [row.verdict for row in report.rows] == [Verdict.ACCEPT, Verdict.REJECT]
    (back,) = read_workbook_bytes(data, "ditolak.xlsx").sheets
    assert len(back.rows) == 2
    why, row, *cells = back.rows[1].cells
    assert (row, cells) == (3, BAD)
    assert why == (
        "nik: NIK harus 16 angka. Yang Anda tulis baru 15. "
        "tanggal lahir: Tanggal 31 tidak ada: Februari 1990 hanya sampai tanggal 28."
    )


def test_corrected_rejects_can_be_uploaded_again() -> None:
    _sheet, _report, data = checked(xlsx([HEADER, GOOD, BAD]))
    book = openpyxl.load_workbook(io.BytesIO(data))
    page = book.active
    assert page is not None
    page["D2"], page["F2"] = "3514991708020001", "28-02-1990"
    again = io.BytesIO()
    book.save(again)

    _sheet, report, _data = checked(again.getvalue())

    assert [(row.row, row.verdict) for row in report.rows] == [(2, Verdict.ACCEPT)]
