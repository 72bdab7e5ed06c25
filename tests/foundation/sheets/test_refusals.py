import time
from pathlib import Path

import pytest

from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.sheets.queries.workbooks import read_workbook, read_workbook_bytes
from desa.foundation.sheets.rules.workbook import Limits
from tests.foundation.sheets.workbooks import (
    compound,
    far_cell,
    handmade,
    ods,
    ods_cell,
    xlsx,
    zipped,
)


def refusal(
    data: bytes, filename: str = "warga.xlsx", limits: Limits | None = None
) -> SheetRefused:
    with pytest.raises(SheetRefused) as caught:
        read_workbook_bytes(data, filename, limits=limits or Limits())
    return caught.value


@pytest.mark.parametrize(
    ("column", "row", "cell"),
    [
        ("XFD", 1_048_576, "XFD1048576"),
        ("CV", 1_048_576, "CV1048576"),
        ("A", 1_048_576, "A1048576"),
        ("XFD", 1, "XFD1"),
        ("CV", 199_999, "CV199999"),
    ],
)
def test_an_absurd_range_is_refused_by_sheet_and_cell(column: str, row: int, cell: str) -> None:
    data = far_cell(column, row)
    assert len(data) < 2_000

    problem = refusal(data)

    assert problem.code == "used_range"
    assert f"“Data” terisi sampai sel {cell}." in problem.message
    assert "Salin hanya kolom dan baris yang berisi" in problem.advice


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='XFD1048576'><v>2</v></c>",
        '<c t="n" r = "XFD1048576"><v>2</v></c>',
        '<c\tr="XFD1048576"><is><t>x</t></is></c>',
    ],
)
def test_an_absurd_range_does_not_hide_behind_unusual_xml(cell: str) -> None:
    data = handmade(f'<row r="1"><c r="A1"><v>1</v></c></row><row>{cell}</row>')

    assert refusal(data).code == "used_range"


def test_a_range_that_escapes_the_scan_still_costs_only_the_child() -> None:
    data = handmade(
        '<row r="1"><c r="A1"><v>1</v></c></row><row><c r="&#88;FD1048576"><v>2</v></c></row>'
    )

    assert refusal(data).code in ("used_range", "too_heavy", "damaged")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n%fake", "dokumen PDF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "gambar PNG"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 40, "gambar JPEG"),
        (b"\x1f\x8b\x08" + b"\0" * 40, "arsip gzip"),
        (b"\x01\x02\x00\x04" * 40, "berkas biner"),
        (zipped({"word/document.xml": b"<x/>"}), "dokumen Word"),
        (zipped({"foto.jpg": b"x"}), "arsip ZIP"),
        (zipped({"xl/workbook.bin": b"x"}), ".xlsb"),
        (compound("WordDocument"), "dokumen Word lama"),
        (compound("Lain"), "berkas Office"),
    ],
)
def test_something_else_named_xlsx_is_refused_by_what_it_is(data: bytes, found: str) -> None:
    problem = refusal(data)

    assert problem.code == "wrong_type"
    assert found in problem.message
    assert "simpan sebagai .xlsx" in problem.advice


def test_a_web_page_named_xls_is_refused_with_the_way_out() -> None:
    problem = refusal(b"<html><table><tr><td>nama</td></tr></table></html>", "data.xls")

    assert problem.code == "web_page"
    assert "Simpan Sebagai" in problem.advice


@pytest.mark.parametrize("data", [b"", b"  \r\n "])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data).code == "empty_file"


def test_a_workbook_without_any_value_is_refused() -> None:
    assert refusal(xlsx([])).code == "empty_sheets"
    assert refusal(xlsx([["", ""], [""]])).code == "empty_sheets"


def test_a_password_is_refused_with_how_to_take_it_off() -> None:
    problem = refusal(compound("EncryptionInfo", "EncryptedPackage"))

    assert problem.code == "encrypted"
    assert "Enkripsi dengan Kata Sandi" in problem.advice


def test_a_password_on_an_ods_or_a_zip_is_recognised() -> None:
    locked = ods("", manifest="<manifest:encryption-data/>")
    flagged = bytearray(zipped({"xl/workbook.xml": b"<x/>"}))
    directory = flagged.rindex(b"PK\x01\x02")
    flagged[directory + 8] |= 1

    assert refusal(locked, "warga.ods").code == "encrypted"
    assert refusal(bytes(flagged)).code == "encrypted"


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_file_cut_off_in_the_middle_is_damaged(keep: float) -> None:
    data = xlsx([["nama"], ["Siti Aminah"]])

    assert refusal(data[: int(len(data) * keep)]).code == "damaged"


def test_xml_that_is_not_sound_is_damaged() -> None:
    assert refusal(handmade('<row r="1"><c r="A1"><v>1</v>')).code == "damaged"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>'
    assert refusal(handmade("", extra={"xl/workbook.xml": bomb})).code == "damaged"


def test_an_old_xls_without_content_is_damaged() -> None:
    assert refusal(compound("Workbook"), "warga.xls").code == "damaged"


def test_a_zip_that_swells_is_refused() -> None:
    data = handmade("", extra={"xl/media/bomb.xml": b"\0" * 30_000_000})

    assert refusal(data).code == "unpacks_too_large"
    assert refusal(handmade(""), limits=Limits(max_members=3)).code == "unpacks_too_large"
    assert refusal(handmade(""), limits=Limits(max_unpacked_bytes=500)).code == "unpacks_too_large"


def test_a_file_over_the_size_limit_is_refused_before_reading(tmp_path: Path) -> None:
    path = tmp_path / "besar.xlsx"
    path.write_bytes(b"x" * 2_500_000)

    with pytest.raises(SheetRefused, match=r"Berkas ini 3 MB. Yang bisa dibaca paling besar 1 MB."):
        read_workbook(path, limits=Limits(max_bytes=1024 * 1024))
    problem = refusal(b"x" * 2_500_000, limits=Limits(max_bytes=1024 * 1024))
    assert problem.code == "too_large"


def test_a_reader_that_takes_too_much_memory_is_stopped() -> None:
    data = far_cell("CV", 60_000)

    problem = refusal(data, limits=Limits(memory_bytes=150 * 1024 * 1024))

    assert problem.code == "too_heavy"


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    began = time.monotonic()

    problem = refusal(xlsx([["a"]]), limits=Limits(wall_seconds=0.001))

    assert problem.code == "too_slow"
    assert time.monotonic() - began < 5


def test_an_absurd_ods_is_refused_by_sheet_and_cell() -> None:
    wide = ods(f"<table:table-row>{ods_cell('x', 16_384)}</table:table-row>")
    row = '<table:table-row table:number-rows-repeated="1048576">'
    tall = ods(f"{row}{ods_cell('x')}</table:table-row>")
    odd = ods('<table:table-row table:number-rows-repeated="-5"></table:table-row>')

    assert "“Warga” terisi sampai sel XFD1." in refusal(wide, "w.ods").message
    assert "“Warga” terisi sampai sel A1048576." in refusal(tall, "w.ods").message
    assert refusal(odd, "w.ods").code == "damaged"
