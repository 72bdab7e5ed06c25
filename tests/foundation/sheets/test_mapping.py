import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.sheets.rules.mapping import Field, data_rows, find_columns, normalise
from desa.foundation.sheets.rules.workbook import Cell, Row, Sheet

FIELDS = (
    Field("name", "Nama", required=True, synonyms=("nama lengkap",)),
    Field("nik", "NIK", required=True),
    Field("kk", "Nomor KK", synonyms=("no_kk",)),
    Field("born_on", "Tanggal Lahir", synonyms=("tanggallahir", "tgl lahir")),
)


def sheet(*rows: list[Cell], start: int = 1) -> Sheet:
    return Sheet("Data", [Row(number, cells) for number, cells in enumerate(rows, start)])


@pytest.mark.parametrize("title", ["no_kk", "NO KK", "No. KK", " no kk ", "No_Kk", "no-kk\n"])
def test_spelling_of_a_title_does_not_matter(title: str) -> None:
    assert normalise(title) == "nokk"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


def test_columns_are_found_in_any_order_and_by_synonym() -> None:
    columns = find_columns(sheet(["TGL. LAHIR", "Nik", None, "Nama Lengkap"]), FIELDS)

    assert columns is not None
    assert columns.index == {"born_on": 0, "nik": 1, "name": 3}
    assert columns.titles["name"] == "Nama Lengkap"


def test_the_header_is_found_under_a_letterhead() -> None:
    found = find_columns(
        sheet(["PEMERINTAH DESA CONTOH"], ["Daftar nama dan NIK", "nama"], ["No", "Nama", "NIK"]),
        FIELDS,
    )

    assert found is not None
    assert found.header_row == 3
    assert [(column.letters, column.title) for column in found.unknown] == [("A", "No")]


def test_a_row_of_people_is_not_taken_for_a_header() -> None:
    assert find_columns(sheet(["Adi", "3514990101900001"], ["Nama", 5]), FIELDS) is None
    assert find_columns(sheet(), FIELDS) is None


def test_missing_required_columns_are_named() -> None:
    columns = find_columns(sheet(["nama", "tgl lahir"]), FIELDS)

    assert columns is not None
    assert [wanted.label for wanted in columns.missing] == ["NIK"]


def test_a_second_column_of_the_same_field_is_reported_and_not_used() -> None:
    columns = find_columns(sheet(["nama", "nik", "Nama Lengkap"]), FIELDS)

    assert columns is not None
    assert columns.index["name"] == 0
    assert [(c.letters, c.title, c.repeats) for c in columns.unknown] == [
        ("C", "Nama Lengkap", "name")
    ]


def test_two_fields_that_claim_one_title_are_a_programming_error() -> None:
    with pytest.raises(ValueError, match="claimed by"):
        find_columns(sheet(["nama"]), (*FIELDS, Field("other", "No KK")))


def test_data_rows_start_below_the_header_without_the_line_of_column_numbers() -> None:
    book = sheet(
        ["Judul"],
        ["nama", "nik", "no_kk"],
        ["(1)", "(2)", "(3)"],
        ["Adi", "1", None],
        [" ", None],
        ["1", "2", "3"],
    )
    columns = find_columns(book, FIELDS)

    assert columns is not None
    assert [row.number for row in data_rows(book, columns)] == [4, 6]
