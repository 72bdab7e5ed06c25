import io
import tempfile
from datetime import date, datetime

import openpyxl
import pytest

from desa.foundation.sheets.engine.writer import OutSheet, sheet_name, write_csv, write_workbook
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.workbook import Cell

NIK = "3514995203550001"
DANGEROUS = ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")']


def test_what_is_written_is_read_back() -> None:
    row: list[Cell] = [
        "Suwarni",
        3,
        1.5,
        True,
        date(1955, 3, 12),
        datetime.fromisoformat("2026-01-02T08:30"),
        None,
    ]
    sheet = OutSheet("Warga", ["a", "b", "c", "d", "e", "f", "g"], [row])

    (read,) = read_workbook_bytes(write_workbook([sheet]), "w.xlsx").sheets

    assert read.name == "Warga"
    assert read.rows[1].cells[:6] == row[:6]


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_formula_stays_text_in_a_workbook(text: str) -> None:
    data = write_workbook([OutSheet("Data", [text], [[text]])])

    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page is not None
    for cell in (page["A1"], page["A2"]):
        assert (cell.value, cell.data_type) == (text, "s")
        assert cell.hyperlink is None


@pytest.mark.parametrize("text", [*DANGEROUS, " =1+1"])
def test_a_formula_gets_an_apostrophe_in_a_csv(text: str) -> None:
    lines = write_csv(OutSheet("Data", [text], [])).decode("utf-8-sig")

    assert lines.lstrip('"').startswith("'" + text[:3])


def test_a_nik_column_stays_text_even_for_what_is_typed_later() -> None:
    sheet = OutSheet("Data", ["nik", "usia"], [[NIK, 71]], frozenset((0,)))

    page = openpyxl.load_workbook(io.BytesIO(write_workbook([sheet]))).active

    assert page is not None
    assert (page["A2"].value, page["A2"].number_format) == (NIK, "@")
    assert page.column_dimensions["A"].width > 16
    assert page["B2"].value == 71
    styles = page.column_dimensions["A"]
    assert styles.number_format == "@"


def test_nothing_is_spooled_to_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("a temporary file was asked for")

    for name in ("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile"):
        monkeypatch.setattr(tempfile, name, refuse)

    assert write_workbook([OutSheet("Data", ["nik"], [[NIK]] * 100)]).startswith(b"PK")


def test_csv_opens_by_a_double_click_in_indonesia() -> None:
    sheet = OutSheet("D", ["nama", "ada", "lahir", "pada", "kosong", "usia"],
                     [["Siti; A", True, date(1981, 11, 5), datetime.fromisoformat("2026-01-02T08:30"), None, -4]])  # fmt: skip

    assert write_csv(sheet) == (
        b"\xef\xbb\xbfnama;ada;lahir;pada;kosong;usia\r\n"
        b'"Siti; A";ya;05-11-1981;02-01-2026 08:30;;-4\r\n'
    )


def test_names_of_tabs_are_made_fit() -> None:
    assert sheet_name("Data: RT 1/RW 2 [baru]") == "Data- RT 1-RW 2 -baru-"
    assert sheet_name("x" * 50) == "x" * 31
    assert sheet_name("''") == "Lembar"


def test_a_text_longer_than_a_cell_is_cut_and_not_lost() -> None:
    data = write_workbook([OutSheet("Data", ["a"], [["x" * 40_000]])])

    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page is not None
    assert page["A2"].value == "x" * 32_767
