"""Reads the sums back out of finished media: the text of a PDF, the words of the speech."""

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image
from pypdf import PdfReader

from desa.foundation.core.typesetting import typeset_pdf
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.engine.media import template, values
from desa.transparency.budgets.enums import Medium
from desa.transparency.budgets.rules.figures import Figures

Sums = dict[str, int]
AMOUNT = r"-?Rp[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]{2})?"
SHORT = r"-?Rp[0-9.,]+(?: (?:juta|miliar|triliun))?"
UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
SCALES = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


def text_of(pdf: bytes, *options: str) -> str:
    """In the order it was set, on one line."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "medium.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(
            ["pdftotext", "-raw", *options, str(path), "-"], capture_output=True, check=True
        )
    return re.sub(r"\s+", " ", done.stdout.decode())


def raster(pdf: bytes, ppi: int) -> Image.Image:
    """The first page as another program draws it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "medium.pdf"
        path.write_bytes(pdf)
        command = ["pdftoppm", "-r", str(ppi), "-png", "-f", "1", "-l", "1", str(path)]
        done = subprocess.run(command, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def qr_in(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def picture_as_pdf(figures: Figures, mark: str = "") -> bytes:
    """The document the picture is drawn from, as text can be read in it."""
    given = values(Medium.PICTURE, figures, mark)
    return typeset_pdf(template(Medium.PICTURE), given, timestamp=0)


def letter_sizes(pdf: bytes) -> Iterator[tuple[str, float]]:
    """Every piece of text with its size in millimetres."""
    found: list[tuple[str, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((text.strip(), abs(size * tm[3] * cm[3]) * 25.4 / 72))

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    yield from found


def heights(pdf: bytes) -> list[tuple[str, float]]:
    """Every piece of text of the first page with its height above the bottom, in millimetres."""
    found: list[tuple[str, float]] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip():
            found.append((text.strip(), (cm[3] * tm[5] + cm[5]) * 25.4 / 72))

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


def money(text: str) -> int:
    """Sen; accountants' brackets mean below zero."""
    inner = text.removeprefix("(").removesuffix(")")
    sen = Rupiah.parse(inner).sen
    return -sen if text.startswith("(") else sen


def read_totals(medium: Medium, content: bytes) -> Sums:
    """The sums a medium shows; a picture is given as picture_as_pdf()."""
    if medium is Medium.SPEECH:
        return _spoken(content.decode())
    text = text_of(content)
    return _tabled(text) if medium is Medium.HANDOUT else _posted(text)


def _posted(text: str) -> Sums:
    sums: Sums = {}
    labels = {
        "income": "Uang masuk",
        "spending": "Belanja",
        "deficit": "Defisit",
        "surplus": "Surplus",
        "left": "Sisa uang",
    }
    for key, label in labels.items():
        if found := re.search(rf"{label} {SHORT} ({AMOUNT})(?: (?:dari|semula) ({AMOUNT}))?", text):
            sums[key] = money(found[1])
            if found[2]:
                sums[f"other {key}"] = money(found[2])
    if "deficit" in sums:
        sums["surplus"] = -sums.pop("deficit")
    sides = (
        rf"Pembiayaan: masuk ({AMOUNT})(?: dari {AMOUNT}| \(semula {AMOUNT}\))?, keluar ({AMOUNT})"
    )
    found = re.search(sides, text)
    assert found, text
    return sums | {"receipts": money(found[1]), "outlays": money(found[2])}


def _tabled(text: str) -> Sums:
    cell = rf"\(?{AMOUNT}\)?"
    labels = {
        "income": "Pendapatan",
        "spending": "Belanja",
        "surplus": r"Surplus / \(defisit\)",
        "receipts": "Penerimaan pembiayaan",
        "outlays": "Pengeluaran pembiayaan",
        "left": r"Sisa lebih \(SiLPA\)",
    }
    wide = re.search(rf"Pendapatan {cell} {cell}", text)
    change = "Bertambah / (berkurang)" in text
    sums: Sums = {}
    for key, label in labels.items():
        found = re.search(rf"{label} ({cell})" + (rf" ({cell})" if wide else ""), text)
        assert found, (label, text)
        first, last = found[1], found[found.re.groups]
        sums[key] = money(last)
        if wide:
            sums[f"other {key}"] = money(first)
    assert wide or not change
    return sums


def _spoken(text: str) -> Sums:
    patterns = {
        "income": r"(?m)^Uang(?: yang sudah)? masuk (.+)\.$",
        "spending": r"(?m)^(?:Belanja|Uang yang sudah dibelanjakan) ((?!lebih).+)\.$",
        "deficit": r"defisit (.+)\.$",
        "surplus": r"surplus (.+)\.$",
        "left": r"(?m)^Sisa uang (.+)\.$",
        "other income": r"(?m)^(?:Rencananya|Semula, uang masuk) (.+)\.$",
        "other spending": r"(?m)^(?:Anggarannya|Semula, belanja) (.+)\.$",
    }
    found = {key: re.search(pattern, text, re.MULTILINE) for key, pattern in patterns.items()}
    sums = {key: sen_of_words(match[1]) for key, match in found.items() if match}
    if "deficit" in sums:
        sums["surplus"] = -sums.pop("deficit")
    return sums


def sen_of_words(words: str) -> int:
    """The way back from terbilang."""
    minus = words.startswith("minus ")
    rupiah, _word, sen = words.removeprefix("minus ").partition(" rupiah")
    whole = number_of_words(rupiah) * 100 + (
        number_of_words(sen.removesuffix(" sen")) if sen else 0
    )
    return -whole if minus else whole


def number_of_words(words: str) -> int:
    done = below = last = 0
    spread = words.replace("sepuluh", "satu puluh").replace("sebelas", "satu belas")
    spread = spread.replace("seratus", "satu ratus").replace("seribu", "satu ribu")
    for word in spread.split():
        if word in UNITS:
            last = UNITS.index(word)
        elif word == "belas":
            below, last = below + 10 + last, 0
        elif word in {"puluh", "ratus"}:
            below, last = below + last * (10 if word == "puluh" else 100), 0
        else:
            done, below, last = done + (below + last) * SCALES[word], 0, 0
    return done + below + last
