import io
import os
import resource
import subprocess
import sys
import time
from datetime import date, datetime
from datetime import time as clock_time
from pathlib import Path

import openpyxl
import pytest

from desa.foundation.sheets.engine import reader
from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.sheets.queries.workbooks import read_workbook, read_workbook_bytes
from desa.foundation.sheets.rules.workbook import NumberText
from tests.foundation.sheets.workbooks import (
    far_cell,
    handmade,
    ods,
    ods_cell,
    xlsx,
)

NIK = "3514995203550001"


def open_files() -> set[str]:
    return {path.name for path in Path("/proc/self/fd").iterdir()}


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_a_plain_workbook_is_read_with_excels_row_numbers() -> None:
    book = read_workbook_bytes(xlsx([["nama", "nik"], ["Suwarni", NIK]]), "warga.xlsx")

    (sheet,) = book.sheets
    assert (book.filename, book.kind, book.has_macros, sheet.name) == (
        "warga.xlsx", "xlsx", False, "Penduduk",
    )  # fmt: skip
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (1, ["nama", "nik"]),
        (2, ["Suwarni", NIK]),
    ]


def test_a_path_is_read_like_bytes(tmp_path: Path) -> None:
    data = xlsx([["nama"], ["Slamet"]])
    path = tmp_path / "warga.xlsx"
    path.write_bytes(data)

    assert read_workbook(path) == read_workbook_bytes(data, "warga.xlsx")


def test_every_kind_of_value_keeps_its_type() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    values: list[object] = [
        "teks", 7, 1.5, True, False, datetime.fromisoformat("1990-02-01T00:00"), datetime.fromisoformat("1990-02-01T08:30"),
        clock_time(8, 30), None, "akhir",
    ]  # fmt: skip
    page.append(values)

    cells = read_workbook_bytes(saved(book), "w.xlsx").sheets[0].rows[0].cells

    assert cells == [
        "teks", 7, 1.5, True, False, date(1990, 2, 1),
        datetime.fromisoformat("1990-02-01T08:30"), "08:30", None, "akhir",
    ]  # fmt: skip
    assert [type(cell) for cell in cells[:5]] == [str, int, float, bool, bool]


def test_cells_that_start_far_from_the_corner_keep_their_address() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page["C4"] = "nama"
    page["D7"] = "Lestari"

    rows = read_workbook_bytes(saved(book), "w.xlsx").sheets[0].rows

    assert [(row.number, row.cells) for row in rows] == [
        (4, [None, None, "nama", None]),
        (7, [None, None, None, "Lestari"]),
    ]


def test_a_nik_held_as_number_keeps_its_digits_and_says_so() -> None:
    rows = read_workbook_bytes(xlsx([[3514995203550001, 3.51e15, 81234567890, 12]]), "w.xlsx")

    cells = rows.sheets[0].rows[0].cells

    assert cells == [NIK, "3510000000000000", "81234567890", 12]
    assert [isinstance(cell, NumberText) for cell in cells] == [True, True, True, False]


def test_hidden_sheets_are_marked_and_charts_are_left_out() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "a"
    hidden = book.create_sheet("simpanan")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "b"
    book.create_chartsheet("grafik")

    sheets = read_workbook_bytes(saved(book), "w.xlsx").sheets

    assert [(sheet.name, sheet.hidden) for sheet in sheets] == [
        ("Sheet", False),
        ("simpanan", True),
    ]


def test_error_cells_are_named_because_their_value_is_lost() -> None:
    data = handmade(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c></row>'
        '<row r="2"><c r="C2" s="0" t="e"><v>#REF!</v></c></row>'
    )

    (sheet,) = read_workbook_bytes(data, "w.xlsx").sheets

    assert sheet.errors == ("B1", "C2")


def test_hidden_columns_and_rows_are_read_and_told() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in range(1, 6):
        page.append([row, row * 10, row * 100, row * 1000])
    page.column_dimensions["B"].hidden = True
    page.column_dimensions["D"].hidden = True
    page.row_dimensions[3].hidden = True

    (sheet,) = read_workbook_bytes(saved(book), "w.xlsx").sheets

    assert (sheet.hidden_columns, sheet.hidden_rows) == (("B", "D"), (3,))
    assert sheet.rows[2].cells == [3, 30, 300, 3000]


def test_the_stored_result_of_a_formula_is_read() -> None:
    data = handmade('<row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1*2</f><v>10</v></c></row>')

    (sheet,) = read_workbook_bytes(data, "w.xlsx").sheets

    assert sheet.rows[0].cells == [5, 10]
    assert (sheet.hidden_columns, sheet.hidden_rows) == ((), ())


def test_a_macro_workbook_is_read_and_its_macros_are_only_noted() -> None:
    data = handmade('<row r="1"><c r="A1"><v>5</v></c></row>', extra={"xl/vbaProject.bin": b"x"})

    book = read_workbook_bytes(data, "warga.xlsm")

    assert book.has_macros
    assert book.sheets[0].rows[0].cells == [5]


def test_formats_without_values_do_not_count_as_used() -> None:
    data = handmade(
        '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="1048576" s="0"/>'
    )

    assert read_workbook_bytes(data, "w.xlsx").sheets[0].rows[0].cells == [1]


def test_an_address_written_as_text_is_no_far_cell() -> None:
    data = handmade(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>lihat r="XFD1048576" ya</t></is></c></row>'
    )

    assert read_workbook_bytes(data, "w.xlsx").sheets[0].rows[0].cells == [
        'lihat r="XFD1048576" ya'
    ]


def test_no_child_and_no_pipe_is_left_behind() -> None:
    before = open_files()

    for data in (xlsx([["a"]]), b"%PDF-1.4", far_cell("XFD", 1_048_576)):
        try:
            read_workbook_bytes(data, "w.xlsx")
        except SheetRefused:
            continue

    assert open_files() <= before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_child_gets_no_key_and_no_django(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, object] = {}
    real = subprocess.Popen

    def spy(command: list[str], **options: object) -> object:
        seen.update(options, command=command)
        return real(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", spy)
    monkeypatch.setenv("DESA_KEY", "rahasia")
    read_workbook_bytes(xlsx([["a"]]), "w.xlsx")

    assert seen["env"] == {"PYTHONDONTWRITEBYTECODE": "1"}
    probe = f"import sys, {reader.CHILD}; print('django' in sys.modules)"
    command = [str(seen["command"][0]), "-c", probe]  # type: ignore[index]
    ran = subprocess.run(command, cwd=reader.ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_the_child_may_write_no_file_and_dump_no_core() -> None:
    probe = (
        f"import resource, {reader.CHILD} as child, desa.foundation.sheets.rules.workbook as w;"
        "child.confine(w.Limits(memory_bytes=10**9, cpu_seconds=7));"
        "print([resource.getrlimit(k)[0] for k in (resource.RLIMIT_AS, resource.RLIMIT_CPU,"
        " resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", probe], cwd=reader.ROOT, capture_output=True, text=True
    )

    assert ran.stdout.strip() == "[1000000000, 7, 0, 0]"
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0


@pytest.mark.slow
def test_twenty_thousand_rows_of_43_columns_are_read_in_time() -> None:
    head = [f"kolom {column}" for column in range(43)]
    data = xlsx([head, *([f"isi {row}", NIK, *["1"] * 41] for row in range(20_000))])

    began = time.perf_counter()
    book = read_workbook_bytes(data, "w.xlsx")

    assert len(book.sheets[0].rows) == 20_001
    assert (
        time.perf_counter() - began < 30
    )  # 0.7 s on a quiet machine, more beside other tests; ./bench measures


def test_ods_rows_and_repeats_are_read() -> None:
    data = ods(
        f"<table:table-row>{ods_cell('nama')}{ods_cell('x', 2)}</table:table-row>"
        f"<table:table-row><table:table-cell/>{ods_cell('Rizky')}</table:table-row>"
    )

    book = read_workbook_bytes(data, "warga.ods")

    assert book.kind == "ods"
    assert [row.cells for row in book.sheets[0].rows] == [["nama", "x", "x"], [None, "Rizky", None]]


def test_the_empty_end_of_an_ods_sheet_costs_nothing() -> None:
    end = (
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    data = ods(f"<table:table-row>{ods_cell('nama')}</table:table-row>{end}")

    assert read_workbook_bytes(data, "w.ods").sheets[0].rows[0].cells == ["nama"]
