"""Numbers of people in a text, and the row that the national network reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.redaction import holds_person_number
from desa.transparency.regulations.rules.feed import feed_row, fields

VARYING = [
    "idData", "tahun_pengundangan", "tanggal_pengundangan", "jenis", "noPeraturan", "judul",
    "singkatanJenis", "tempatTerbit", "penerbit", "sumber", "subjek", "status", "teuBadan",
    "fileDownload", "urlDownload", "urlDetailPeraturan", "lastUpdated",
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "NIK 3514995203550001 atas nama",
        "nik: 3514 9952 0355 0001",
        "3514.9952.0355.0001",
        "KK\n3514990101100001\n",
        "NIK 3514\xa0\xa09952\xa0\xa00355\xa0\xa00001",
        "3514\u00ad9952/0355_0001",
    ],
)
def test_number_of_a_person_is_noticed(text: str) -> None:
    assert holds_person_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Belanja 12.500.000 13.000.000 dari 2.500.000.000",
        "188/04/424.317.2.09/2026",
        "Rp934.000.000,00",
        "telepon 0812-3456-7890",
        "20260112",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert not holds_person_number(text)


@given(st.from_regex(r"\A[1-9]\d{15}\Z"))
def test_sixteen_digits_are_always_noticed(digits: str) -> None:
    assert holds_person_number(f"daftar {digits}, dan lain-lain")


def test_feed_has_the_names_of_the_network_in_their_order() -> None:
    names = fields()
    assert len(names) == 27
    assert names[:3] == ("idData", "tahun_pengundangan", "tanggal_pengundangan")
    assert names[-3:] == ("operasi", "display", "lastUpdated")
    assert "urlabstrak" in names


def test_row_holds_every_field_and_only_isbn_is_null() -> None:
    row = dict(feed_row(dict.fromkeys(VARYING, "x")))
    assert tuple(row) == fields()
    assert [name for name, value in row.items() if value is None] == ["isbn"]
    assert (row["operasi"], row["display"], row["bahasa"]) == ("4", "1", "Indonesia")


def test_row_without_its_title_is_a_fault() -> None:
    with pytest.raises(KeyError, match="judul"):
        feed_row({name: "x" for name in VARYING if name != "judul"})
