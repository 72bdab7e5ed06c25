import gzip
import io
import secrets
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desa.foundation.core.keys import new_key
from desa.foundation.safekeeping.engine.databases import open_sqlite
from tests.tools.number_search import Hit, search

NIK, KK, OTHER = "3514990101900001", "3514990202900002", "3514990303900003"
LINE = f"baris;{NIK};Suprapto (contoh)\n".encode()


def zipped(content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr("xl/isi.xml", content)
    return buffer.getvalue()


def pdf(content: bytes) -> bytes:
    stream = zlib.compress(content)
    head = b"%%PDF-1.7\n1 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n" % len(stream)
    return head + stream + b"\nendstream\nendobj\n%%EOF"


HIDING_PLACES: dict[str, Callable[[bytes], bytes]] = {
    "raw": lambda content: content,
    "in the middle of rubbish": lambda content: b"\xff\x00" * 500 + content + b"\x80" * 99,
    "utf-16": lambda content: content.decode().encode("utf-16-le"),
    "gzip": gzip.compress,
    "second gzip member": lambda content: gzip.compress(b"a") + gzip.compress(content),
    "zip": zipped,
    "stored zip": lambda content: zipped(content, zipfile.ZIP_STORED),
    "pdf stream": pdf,
    "pdf in zip in gzip": lambda content: gzip.compress(zipped(pdf(content))),
    "cut-off gzip": lambda content: gzip.compress(content + secrets.token_bytes(5000))[:3000],
    "weakest zlib": lambda content: b"xx" + zlib.compress(content, 1),
}


@pytest.mark.parametrize("place", HIDING_PLACES)
def test_planted_number_is_found(tmp_path: Path, place: str) -> None:
    path = tmp_path / "dalam" / "berkas"
    path.parent.mkdir()
    path.write_bytes(HIDING_PLACES[place](LINE))
    hits = search([tmp_path], [NIK, OTHER])
    assert {(hit.path, hit.number) for hit in hits} == {(path, NIK)}


def test_way_in_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped(LINE))
    assert Hit(path, "zip:xl/isi.xml", NIK) in search([path], [NIK])


def test_real_workbook_is_opened(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["NIK", NIK])
    book.save(tmp_path / "a.xlsx")
    assert {hit.number for hit in search([tmp_path], [NIK, KK])} == {NIK}


def test_numbers_grown_together_are_both_found(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(f"x{NIK}{KK}x")
    assert {hit.number for hit in search([tmp_path], [NIK, KK])} == {NIK, KK}


@pytest.mark.parametrize("text", [NIK[:15], "3514" + "•" * 12, "", "9" * 40])
def test_other_digits_are_no_hit(tmp_path: Path, text: str) -> None:
    (tmp_path / "log").write_text(text)
    assert search([tmp_path], [NIK]) == []


def test_encrypted_database_shows_nothing_and_a_clear_one_everything(tmp_path: Path) -> None:
    for name, key in (("sandi.db", True), ("jelas.db", False)):
        connection = open_sqlite(tmp_path / name, new_key()) if key else _clear(tmp_path / name)
        connection.execute("CREATE TABLE warga (nik TEXT)")
        connection.execute("INSERT INTO warga VALUES (?)", (NIK,))
        connection.close()
    assert {hit.path.name for hit in search([tmp_path], [NIK])} == {"jelas.db"}


def _clear(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_random_bytes_are_searched_without_a_hit_or_an_error(tmp_path: Path) -> None:
    (tmp_path / "acak").write_bytes(secrets.token_bytes(2_000_000))
    assert search([tmp_path], [NIK]) == []


def test_missing_places_and_links_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "asli").write_bytes(LINE)
    (tmp_path / "tautan").symlink_to(tmp_path / "asli")
    hits = search([tmp_path, tmp_path / "tidak-ada"], [NIK])
    assert [hit.path.name for hit in hits] == ["asli"]


@pytest.mark.parametrize("number", ["", "351499", NIK + "1", "3514 9901 0190 01"])
def test_what_is_no_number_is_refused(tmp_path: Path, number: str) -> None:
    with pytest.raises(ValueError, match="16 digits"):
        search([tmp_path], [number])
