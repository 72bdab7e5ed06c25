"""Fictional letters, ordinary and extreme, and readers of the finished files."""

import io
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image

from desa.foundation.papers.rules.document import Document, Letterhead, Signature
from desa.foundation.papers.rules.markup import parse_body

FORMAT = "{klasifikasi}/{nomor:3}/{kode_desa}/{bulan_romawi}/{tahun}"
LONG_NAME = "MUHAMMAD ABDURRAHMAN WAHYU KUSUMOWARDHANA PRAWIRODIRDJO, S.H."
BODY = """
Yang bertanda tangan di bawah ini, Kepala Desa Sumbergedang, Kecamatan Pandaan, Kabupaten
Pasuruan, menerangkan bahwa:

| Nama | **{nama}**
| NIK | {nik}
| Tempat, tanggal lahir | Pasuruan, 12 Maret 1955
| Jenis kelamin | Perempuan
| Pekerjaan | Mengurus rumah tangga
|? Usaha | {usaha}
| Alamat | Dusun Sendi, RT 003/RW 001, Desa Sumbergedang

adalah benar warga Desa Sumbergedang dan tergolong keluarga kurang mampu. Surat keterangan ini
dipergunakan untuk **{keperluan}**.

Demikian surat keterangan ini dibuat dengan sebenarnya, agar dipergunakan sebagaimana mestinya.
"""


def letter(
    name: str = "SUWARNI", purpose: str = "keringanan biaya rumah sakit", **over: object
) -> Document:
    values = {"nama": name, "nik": "3514995203550001", "usaha": "", "keperluan": purpose}
    document = Document(
        letterhead=Letterhead(
            "PEMERINTAH KABUPATEN PASURUAN",
            "KECAMATAN PANDAAN",
            "DESA SUMBERGEDANG",
            ("Jalan Contoh Nomor 1, Sumbergedang, Pandaan, Pasuruan, Kode Pos 67156",),
        ),
        title="SURAT KETERANGAN TIDAK MAMPU",
        body=parse_body(BODY, values),
        place_and_date="Sumbergedang, 24 November 2026",
        signature=Signature(("Kepala Desa Sumbergedang",), "HARIYONO"),
    )
    return replace(document, **over)  # type: ignore[arg-type]


def applicant(name: str = "SUWARNI") -> Signature:
    return Signature(("Pemohon",), name, stamp_duty=True)


def _tool(name: str, pdf: bytes, *options: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(pdf)
        command = [name, *options[:-1], str(path), *options[-1:]] if options else [name, str(path)]
        # poppler 22.12 warns on stderr about a tag entry that newer ones read: only a failure counts.
        done = subprocess.run(command, capture_output=True, check=True)
        return done.stdout


def text_of(pdf: bytes) -> str:
    return _tool("pdftotext", pdf, "-layout", "-").decode()


def pages_of(pdf: bytes) -> list[str]:
    return text_of(pdf).split("\f")[:-1]


def media_box(pdf: bytes) -> tuple[float, float]:
    """Width and height in points."""
    for line in _tool("pdfinfo", pdf).decode().splitlines():
        if line.startswith("Page size:"):
            width, _x, height = line.split(":")[1].split()[:3]
            return float(width), float(height)
    raise AssertionError("pdfinfo told no page size")


def qr_in(picture: bytes) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]
