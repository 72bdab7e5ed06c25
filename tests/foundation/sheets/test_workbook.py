from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.sheets.rules.workbook import (
    Row,
    Sheet,
    Workbook,
    address,
    column_index,
    column_letters,
)


def test_addresses_are_written_as_excel_writes_them() -> None:
    assert address(5, 47) == "F47"
    assert [column_letters(index) for index in (0, 25, 26, 701, 702, 16_383)] == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


@given(st.integers(min_value=0, max_value=10**7))
def test_letters_and_index_are_each_others_inverse(index: int) -> None:
    assert column_index(column_letters(index)) == index
    assert column_index(column_letters(index).lower()) == index


def test_a_cell_beyond_the_rows_end_is_nothing() -> None:
    assert Row(3, ["a"]).cell(0) == "a"
    assert Row(3, ["a"]).cell(40) is None


def test_filled_leaves_out_empty_sheets() -> None:
    full, empty = Sheet("Data", [Row(1, ["a"])]), Sheet("Lembar2", [])

    assert list(Workbook("w.xlsx", "xlsx", False, (empty, full)).filled()) == [full]
