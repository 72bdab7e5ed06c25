from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.errors import ValueProblem, ValueWarning
from desa.foundation.core.values.nik import Kk, Nik
from desa.foundation.sheets.rules.cells import (
    EXCEL_DAY_ZERO,
    EXCEL_DAYS,
    RowCells,
    as_choice,
    as_date,
    as_digits,
    as_text,
    as_whole,
    as_yes_no,
)
from desa.foundation.sheets.rules.mapping import Columns
from desa.foundation.sheets.rules.report import Verdict
from desa.foundation.sheets.rules.workbook import Cell, NumberText, Row

NIK = "3514995203550001"
COLUMNS = Columns(1, {"name": 0, "nik": 1, "born_on": 5}, {"name": "Nama", "nik": "NIK"})


def row(*cells: Cell) -> RowCells:
    return RowCells("Data", COLUMNS, Row(47, list(cells)))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  Siti \u00a0 Aminah\n", "Siti Aminah"),
        (7, "7"),
        (-7.65, "-7.65"),
        (True, "ya"),
        (date(1990, 2, 1), "01-02-1990"),
        (datetime.fromisoformat("1990-02-01T08:00"), "01-02-1990"),
        (NumberText("81234567890"), "81234567890"),
    ],
)
def test_text_of_any_cell(cell: Cell, text: str) -> None:
    assert as_text(cell) == text


@pytest.mark.parametrize(
    "cell",
    [date(1990, 8, 17), datetime.fromisoformat("1990-08-17T05:00"), "17-08-1990", "1990-08-17", "17 Agustus 1990", 33102],
)  # fmt: skip
def test_dates_in_every_form_a_cell_can_hold(cell: Cell) -> None:
    assert as_date(cell) == date(1990, 8, 17)


@given(st.integers(EXCEL_DAYS.start, EXCEL_DAYS.stop - 1))
def test_a_date_that_lost_its_format_is_counted_from_excels_day_zero(days: int) -> None:
    assert as_date(days) == EXCEL_DAY_ZERO + timedelta(days=days)


@pytest.mark.parametrize("cell", [None, "", "-", " 0000-00-00 "])
def test_no_date_is_no_problem(cell: Cell) -> None:
    assert as_date(cell) is None


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("31-02-1990", "Tanggal 31 tidak ada: Februari 1990 hanya sampai tanggal 28."),
        ("17/8/90", "Tulis tahun dengan empat angka"),
        (date(1066, 1, 1), "Tahun 1066 keliru"),
        (5, "Tanggal tidak terbaca"),
    ],
)
def test_an_impossible_date_says_why(cell: Cell, says: str) -> None:
    with pytest.raises(ValueProblem, match=says):
        as_date(cell)


def test_whole_numbers() -> None:
    assert [as_whole(cell) for cell in (12, "12", " -3 ", None, "-")] == [12, 12, -3, None, None]
    for wrong in ("dua", 1.5, "1,5", "9" * 30):
        with pytest.raises(ValueProblem, match="bukan bilangan bulat"):
            as_whole(wrong)


def test_yes_and_no() -> None:
    assert [as_yes_no(cell) for cell in (True, "YA", 1, "Tidak", "tidak ada", 0, None)] == [
        True, True, True, False, False, False, None,
    ]  # fmt: skip
    with pytest.raises(ValueProblem, match="“ya” atau “tidak”"):
        as_yes_no("mungkin")


def test_a_choice_is_found_by_code_or_by_name() -> None:
    sexes = {"1": "L", "lakilaki": "L", "2": "P", "perempuan": "P"}

    found = [as_choice(cell, sexes) for cell in (1, "2", "Laki-laki", "PEREMPUAN", None, "-")]

    assert found == ["L", "P", "L", "P", None, None]
    with pytest.raises(ValueProblem, match="Kode “9” tidak dikenal"):
        as_choice(9, sexes)


def test_digits_that_excel_cut_are_refused() -> None:
    assert as_digits(NumberText(NIK)) == NIK
    assert as_digits("3514991708020010") == "3514991708020010"
    for cut in (NumberText("3510000000000000"), NumberText("3514991708020010")):
        with pytest.raises(ValueProblem, match="angka terakhirnya menjadi 0"):
            as_digits(cut)
    with pytest.raises(ValueProblem, match="tanpa koma"):
        as_digits(1.5)


def test_a_good_nik_gives_no_reason() -> None:
    cells = row("Suwarni", NIK)

    assert cells.number("nik", Nik.parse) == Nik(NIK)
    assert cells.text("name") == "Suwarni"
    assert (cells.report().verdict, cells.report().reasons) == (Verdict.ACCEPT, ())


def test_a_nik_held_as_number_is_taken_with_a_warning() -> None:
    cells = row("Suwarni", NumberText(NIK))

    assert cells.number("nik", Nik.parse) == Nik(NIK)
    (reason,) = cells.report().reasons
    assert (reason.code, reason.column, reason.cell) == ("was_number", "NIK", "B47")
    assert cells.report().verdict is Verdict.WARN


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("351499520355000", "too_short"),
        ("3,51E+15", "excel_number"),
        (NumberText("3510000000000000"), "excel_number"),
        (NumberText("351499520355000"), "too_short"),
        ("3514995203S50001", "not_digits"),
    ],
)
def test_a_bad_nik_rejects_the_row_by_cell(cell: Cell, code: str) -> None:
    cells = row("Suwarni", cell)

    assert cells.number("nik", Nik.parse) is None
    (reason,) = cells.report().reasons
    assert (reason.code, reason.cell) == (code, "B47")
    assert cells.report().verdict is Verdict.REJECT


def test_an_empty_number_is_nothing_and_a_required_one_is_asked_for() -> None:
    cells = row(" ", "-")

    assert cells.number("nik", Kk.parse) is None
    assert cells.reasons == []
    assert not cells.require("name")
    assert [(r.code, r.message) for r in cells.reasons] == [("required", "Kolom ini wajib diisi.")]


def test_all_problems_of_a_row_are_gathered() -> None:
    cells = row(None, "35", None, None, None, "31-02-1990")
    cells.require("name")
    cells.number("nik", Nik.parse)
    cells.read("born_on", as_date)
    cells.say("", ValueWarning("two_heads", "Ada dua kepala keluarga."))

    assert [(reason.cell, reason.column) for reason in cells.reasons] == [
        ("A47", "Nama"), ("B47", "NIK"), ("F47", "born_on"), ("", ""),
    ]  # fmt: skip


def test_no_reason_repeats_the_number_it_speaks_of() -> None:
    for cell in ("351499520355000", "3514995203S50001", NumberText("3514995203550000")):
        cells = row("Suwarni", cell)
        cells.number("nik", Nik.parse)
        assert "351499" not in cells.reasons[0].message
