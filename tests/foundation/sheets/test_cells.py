from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.nik import Nik
from desa.foundation.sheets.rules.cells import (
    EXCEL_DAY_ZERO,
    EXCEL_DAYS,
    as_date,
    as_digits,
    as_text,
)
from desa.foundation.sheets.rules.workbook import Cell, NumberText

NIK = "3514995203550001"


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


def test_digits_that_excel_cut_are_refused() -> None:
    assert as_digits(NumberText(NIK)) == NIK
    assert as_digits("3514991708020010") == "3514991708020010"
    for cut in (NumberText("3510000000000000"), NumberText("3514991708020010")):
        with pytest.raises(ValueProblem, match="angka terakhirnya menjadi 0"):
            as_digits(cut)
    with pytest.raises(ValueProblem, match="tanpa koma"):
        as_digits(1.5)


def test_no_problem_repeats_the_number_it_speaks_of() -> None:
    for cell in ("351499520355000", "3514995203S50001", NumberText("3514995203550000")):
        with pytest.raises(ValueProblem) as problem:
            Nik.parse(as_digits(cell))
        assert "351499" not in str(problem.value)
