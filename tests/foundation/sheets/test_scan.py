import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desa.foundation.sheets.engine import archive as archive_module
from desa.foundation.sheets.engine.archive import Archive
from desa.foundation.sheets.engine.detect import detect
from desa.foundation.sheets.engine.scan import Seen, look_xlsx, sheet_parts
from desa.foundation.sheets.engine.xml import attribute, local, walk
from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable
from desa.foundation.sheets.rules.workbook import Limits, address
from tests.foundation.sheets.workbooks import far_cell, handmade, ods, xlsx, zipped

LIMITS = Limits(max_columns=40, max_rows=500, max_cells=4_000)


def scan(data: bytes, limits: Limits = LIMITS) -> dict[str, Seen]:
    return look_xlsx(Archive(data, limits), limits)


def farthest_cell_refused(data: bytes) -> str:
    try:
        scan(data)
    except Unreadable as refusal:
        return refusal.details["cell"]
    return ""


@settings(max_examples=60)
@given(st.integers(0, 60), st.integers(2, 700))
def test_exactly_the_ranges_beyond_the_limits_are_refused(column: int, row: int) -> None:
    letters = address(column, row).rstrip("0123456789")
    beyond = column + 1 > 40 or row > 500 or (column + 1) * row > 4_000

    refused = farthest_cell_refused(far_cell(letters, row))

    assert refused == (f"{letters}{row}" if beyond else "")


def test_the_limit_named_is_one_that_would_have_been_accepted() -> None:
    with pytest.raises(Unreadable) as caught:
        scan(far_cell("T", 300))

    assert caught.value.details["limit"] == "T200"
    assert scan(far_cell("T", 200)) == {"Data": Seen()}


@pytest.mark.parametrize("size", [64, 65, 70, 81, 97, 128])
def test_an_address_cut_in_two_by_a_piece_is_still_seen(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(archive_module, "PIECE", size)

    with pytest.raises(Unreadable) as caught:
        scan(far_cell("XFD", 1_048_576))
    assert caught.value.details["cell"] == "XFD1048576"


def test_every_sheet_is_looked_at_also_one_the_book_does_not_name() -> None:
    far = '<worksheet><sheetData><row r="9"><c r="ZZ9"><v>1</v></c></row></sheetData></worksheet>'
    data = handmade("", extra={"xl/worksheets/gelap.xml": far.encode()})

    with pytest.raises(Unreadable) as caught:
        scan(data)
    assert caught.value.details["sheet"] == "xl/worksheets/gelap.xml"


def test_parts_are_named_as_their_tabs() -> None:
    data = xlsx([["nama"]], name="RT 003")

    assert sheet_parts(Archive(data, LIMITS)) == {"xl/worksheets/sheet1.xml": "RT 003"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (xlsx([["a"]]), "xlsx"),
        (ods(""), "ods"),
        (b"nama;nik\n", "csv"),
        ("nama;nik\n".encode("utf-16"), "csv"),
    ],
)
def test_a_kind_is_told_by_the_bytes(data: bytes, kind: str) -> None:
    assert detect(data) == kind


def outcome(data: bytes) -> str:
    try:
        return detect(data)
    except Unreadable as refusal:
        return refusal.code


@given(st.binary(max_size=200))
def test_no_bytes_make_the_detection_stumble(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html"):
        assert outcome(start + data) in {"csv", "damaged", "empty_file", "web_page", "wrong_type"}


def test_what_really_comes_out_of_a_zip_is_counted() -> None:
    data = zipped({"xl/a.xml": b"x" * 1_000})
    archive = Archive(data, Limits(max_unpacked_bytes=1_000))

    for _reading in range(2):
        assert b"".join(archive.pieces("xl/a.xml")) == b"x" * 1_000
    with pytest.raises(Unreadable):
        list(archive.pieces("xl/a.xml"))


def test_a_missing_part_is_damage() -> None:
    with pytest.raises(Unreadable) as caught:
        list(Archive(zipped({"a": b""}), LIMITS).pieces("b"))
    assert caught.value.code == RefusalCode.DAMAGED


def test_xml_is_walked_by_local_names_and_never_with_a_doctype() -> None:
    seen: list[tuple[str, str]] = []
    ended: list[str] = []
    text = b'<x:row xmlns:x="u" x:r="5"><x:c r="A1"/></x:row>'
    walk(
        [text[:10], text[10:]], lambda tag, at: seen.append((tag, attribute(at, "r"))), ended.append
    )

    assert seen == [("row", "5"), ("c", "A1")]
    assert ended == ["c", "row"]
    assert local("plain") == "plain"
    with pytest.raises(Unreadable):
        walk([b"<!DOCTYPE a><a/>"], lambda _tag, _at: None)
