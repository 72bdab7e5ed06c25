"""What a file really is, by its bytes and never by its name."""

import io
import struct
import zipfile

from desa.foundation.sheets.rules.refusals import RefusalCode, Unreadable

ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
CFB_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BIFF8_START = b"\x09\x08\x10\x00\x00\x06\x05\x00"  # the record that opens an .xls since Excel 97
FILEPASS = 0x002F
FOREIGN = (
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPEG"),
    (b"GIF8", "gambar GIF"),
    (b"RIFF", "gambar atau suara"),
    (b"BM", "gambar BMP"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"{\\rtf", "dokumen teks RTF"),
    (b"SQLite format 3", "basis data"),
    (b"MZ", "program Windows"),
    (b"\x7fELF", "program"),
)
ZIP_FOREIGN = (
    ("word/", "dokumen Word"),
    ("ppt/", "presentasi PowerPoint"),
    ("xl/workbook.bin", "lembar kerja biner .xlsb"),
)


def detect(data: bytes) -> str:
    """xlsx, ods, xls or csv. Raises Unreadable for everything else."""
    if not data.strip():
        raise Unreadable(RefusalCode.EMPTY_FILE)
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data.startswith(CFB_MAGIC):
        return _compound_kind(data)
    _refuse_foreign(data)
    return "csv"


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _archive_kind(archive)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise Unreadable(RefusalCode.DAMAGED) from error


def _archive_kind(archive: zipfile.ZipFile) -> str:
    if any(member.flag_bits & 1 for member in archive.infolist()):
        raise Unreadable(RefusalCode.ENCRYPTED)
    names = archive.namelist()
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "mimetype" in names and archive.open("mimetype").read(100).startswith(ODS_TYPE):
        return "ods"
    for start, found in ZIP_FOREIGN:
        if any(name.startswith(start) for name in names):
            raise Unreadable(RefusalCode.WRONG_TYPE, found=found)
    raise Unreadable(RefusalCode.WRONG_TYPE, found="arsip ZIP")


def _compound_kind(data: bytes) -> str:
    """Old .xls, or the container Excel puts around a workbook that has a password."""
    if _stream(data, "EncryptedPackage") or _has_file_password(data):
        raise Unreadable(RefusalCode.ENCRYPTED)
    if _stream(data, "Workbook") or _stream(data, "Book"):
        return "xls"
    if _stream(data, "WordDocument"):
        raise Unreadable(RefusalCode.WRONG_TYPE, found="dokumen Word lama")
    raise Unreadable(RefusalCode.WRONG_TYPE, found="berkas Office yang tidak dikenal")


def _stream(data: bytes, name: str) -> bool:
    """A directory entry of the container holds its name in UTF-16 with a closing zero."""
    return (name + "\0").encode("utf-16-le") in data


def _has_file_password(data: bytes) -> bool:
    """FILEPASS stands among the first records of an .xls; calamine overlooks its oldest form."""
    place = data.find(BIFF8_START)
    for _record in range(8):
        head = data[place : place + 4]
        if place < 0 or len(head) < 4:
            return False
        number, size = struct.unpack("<HH", head)
        if number == FILEPASS:
            return True
        place += 4 + size
    return False


def _refuse_foreign(data: bytes) -> None:
    for magic, found in FOREIGN:
        if data.startswith(magic):
            raise Unreadable(RefusalCode.WRONG_TYPE, found=found)
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta", b"<style")):
        raise Unreadable(RefusalCode.WEB_PAGE)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not wide:
        raise Unreadable(RefusalCode.WRONG_TYPE, found="berkas biner yang tidak dikenal")
