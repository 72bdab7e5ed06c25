import io

import openpyxl

from desa.foundation.core.values.nik import Nik
from desa.foundation.sheets.queries.handouts import rejected_workbook, template_workbook
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.cells import RowCells, as_date
from desa.foundation.sheets.rules.mapping import Field, data_rows, find_columns
from desa.foundation.sheets.rules.report import SheetReport, Verdict
from desa.foundation.sheets.rules.workbook import Sheet
from tests.foundation.sheets.workbooks import xlsx

FIELDS = (
    Field("name", "Nama", required=True),
    Field("nik", "NIK", required=True),
    Field("born_on", "Tanggal Lahir"),
)
HEADER = ["nama", "nik", "catatan", "tanggal lahir"]
GOOD = ["Suwarni", "3514995203550001", "", "12-03-1955"]
BAD = ["=cmd", "351499170802000", "tetap ada", "31-02-1990"]


def checked(data: bytes) -> tuple[Sheet, SheetReport, bytes]:
    (sheet,) = read_workbook_bytes(data, "warga.xlsx").sheets
    columns = find_columns(sheet, FIELDS)
    assert columns is not None
    reports = []
    for row in data_rows(sheet, columns):
        cells = RowCells(sheet.name, columns, row)
        cells.number("nik", Nik.parse)
        cells.read("born_on", as_date)
        reports.append(cells.report())
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


def test_a_template_is_recognised_by_its_own_importer() -> None:
    data = template_workbook("Warga", FIELDS, as_text=("nik",))

    (sheet,) = read_workbook_bytes(data, "contoh.xlsx").sheets
    columns = find_columns(sheet, FIELDS)
    assert columns is not None
    assert columns.index == {"name": 0, "nik": 1, "born_on": 2}
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page is not None
    assert page.column_dimensions["B"].number_format == "@"
