"""What the lines above and below a table say: village, year, draft or not, until when."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desa.foundation.sheets.rules.workbook import Sheet
from desa.transparency.budgets.rules.layout import Layout, text_of

MONTHS = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
]
_YEAR = (
    re.compile(r"(?:TAHUN\s+ANGGARAN|T\.?\s?A\.?)\s*:?\s*(20\d\d)"),
    re.compile(r"APB\s*-?DES(?:A|\.)?\s+(?:TAHUN\s+)?(20\d\d)"),
)
_VILLAGE = re.compile(r"(?:PEMERINTAH\s+DESA|^DESA)\s*:?\s+(.+)$")
_DAY = re.compile(r"(\d{1,2})\s+(" + "|".join(MONTHS) + r")\s+(20\d\d)", re.IGNORECASE)
_UNTIL = re.compile(r"S\.?D\.?|SAMPAI|PER\s+TANGGAL|PER\s+\d|KEADAAN")


@dataclass(frozen=True)
class Titles:
    """Empty where the paper is silent."""

    village: str = ""
    year: int | None = None
    as_of: date | None = None
    is_draft: bool = False
    is_change: bool = False
    is_realisation: bool = False


def read_titles(sheet: Sheet, layout: Layout) -> Titles:
    above = [
        text_of(cell)
        for row in sheet.rows
        if row.number < layout.first
        for cell in row.cells
        if isinstance(cell, str) and cell.strip()
    ]
    whole = " \n ".join(above).upper()
    year = _year(above)
    return Titles(
        village=_village(above),
        year=year,
        as_of=_as_of(above, year),
        is_draft=bool(re.search(r"\bDRAFT?\b|\bRANCANGAN\b", whole)),
        is_change=bool(re.search(r"\bPERUBAHAN\b|\bPAK\b", whole)),
        is_realisation="REALISASI" in whole,
    )


def _year(above: Sequence[str]) -> int | None:
    for pattern in _YEAR:
        for text in above:
            if match := pattern.search(text.upper()):
                return int(match[1])
    return None


def _village(above: Iterable[str]) -> str:
    for text in above:
        match = _VILLAGE.search(text.upper())
        if match and len(match[1]) < 60:
            return re.split(r"\s+(?:KEC(?:AMATAN)?\.?|TAHUN|KAB)\b", match[1])[0].strip()
    return ""


def _as_of(above: Iterable[str], year: int | None) -> date | None:
    for text in above:
        upper = text.upper()
        if _UNTIL.search(upper) and (match := _DAY.search(text)):
            return _date(int(match[3]), MONTHS.index(match[2].casefold()) + 1, int(match[1]))
        if year and re.search(r"SEMESTER\s+(PERTAMA|SATU|1|I)\b", upper):
            return date(year, 6, 30)
        if year and re.search(r"SEMESTER\s+(KEDUA|DUA|2|II)\b|AKHIR\s+TAHUN", upper):
            return date(year, 12, 31)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
