import codecs

import pytest

from desa.foundation.sheets.engine.csvtext import decode, separator
from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.workbook import Limits


@pytest.mark.parametrize(
    "data",
    [
        b"nama;rt\r\nNu'man;003\r\n",
        codecs.BOM_UTF8 + b"nama;rt\r\nNu'man;003\r\n",
        "nama,rt\nNu'man,003\n".encode("cp1252"),
        "nama\trt\nNu'man\t003\n".encode("utf-16"),
        b"sep=;\r\nnama;rt\r\nNu'man;003\r\n",
    ],
)
def test_csv_is_read_whatever_its_separator_and_encoding(data: bytes) -> None:
    book = read_workbook_bytes(data, "warga.csv")

    assert book.kind == "csv"
    assert [row.cells for row in book.sheets[0].rows][-2:] == [["nama", "rt"], ["Nu'man", "003"]]


def test_letters_of_western_windows_survive() -> None:
    assert decode("Résumé é".encode("cp1252")) == "Résumé é"


def test_leading_zeros_and_long_numbers_stay_text() -> None:
    book = read_workbook_bytes(b"nik;rt\n3514995203550001;003\n3,51E+15;1\n", "w.csv")

    assert [row.cells for row in book.sheets[0].rows[1:]] == [
        ["3514995203550001", "003"],
        ["3,51E+15", "1"],
    ]


def test_blank_lines_and_quoted_lines_keep_excels_numbering() -> None:
    book = read_workbook_bytes(b'nama;alamat\n\n"Sri";"Jl. Raya\nNo; 5"\nAdi;\n', "w.csv")

    assert [(row.number, row.cells) for row in book.sheets[0].rows] == [
        (1, ["nama", "alamat"]),
        (3, ["Sri", "Jl. Raya\nNo; 5"]),
        (4, ["Adi", None]),
    ]


def test_the_most_frequent_separator_wins() -> None:
    assert separator("nama;alamat;rt\nAdi;Jl. Mawar, 5;1") == ";"
    assert separator("satu kolom saja") == ";"


def test_a_csv_that_is_too_wide_or_too_long_is_refused() -> None:
    with pytest.raises(SheetRefused, match="terisi sampai sel C1"):
        read_workbook_bytes(b"a;b;c\n", "w.csv", limits=Limits(max_columns=2))
    with pytest.raises(SheetRefused, match="terisi sampai sel A3"):
        read_workbook_bytes(b"a;b\na\na\n", "w.csv", limits=Limits(max_rows=2))


def test_a_field_longer_than_a_cell_is_damage() -> None:
    with pytest.raises(SheetRefused) as caught:
        read_workbook_bytes(b'a;"' + b"x" * 40_000, "w.csv")
    assert caught.value.code == "damaged"
