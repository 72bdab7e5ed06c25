"""Where a table begins on a sheet and which column holds what, found by the words of its header."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desa.foundation.sheets.rules.workbook import Cell, Row, Sheet

SEARCHED = 60  # rows from the top: titles, a covering letter, the header
STOREYS = 3
FEWEST_TITLES = 2  # a line of the title is one cell, however many of the words it holds


class Role(StrEnum):
    KEGIATAN = "kegiatan"
    AKUN = "akun"
    CODE = "code"
    NAME = "name"
    VOLUME = "volume"
    UNIT = "unit"
    FUND = "fund"
    AMOUNT = "amount"
    BEFORE = "before"
    CHANGE = "change"
    REALISED = "realised"
    REST = "rest"
    IGNORED = "ignored"


CODES = (Role.KEGIATAN, Role.AKUN, Role.CODE)
MONEY = (Role.AMOUNT, Role.BEFORE, Role.CHANGE, Role.REALISED, Role.REST)
SURE = (Role.AMOUNT, Role.BEFORE, Role.REALISED)

# First match wins; the words are looked for in the small letters of both storeys together.
WORDS: tuple[tuple[Role, str], ...] = (
    (Role.IGNORED, r"%|pers?en|prosen|harga|\bref\b|lokasi|pelaksana|durasi|waktu"),
    (Role.CHANGE, r"bertambah|perubahan$|tambah"),
    (Role.BEFORE, r"semula|sebelum"),
    (Role.AMOUNT, r"menjadi|setelah|sesudah"),
    (Role.REST, r"lebih|kurang|sisa|selisih"),
    (Role.REALISED, r"realisasi"),
    (Role.FUND, r"sumber\s*dana|\bsumber\b|\bdana\b"),
    (Role.VOLUME, r"\bvol(ume)?\b"),
    (Role.UNIT, r"satuan"),
    (Role.NAME, r"uraian|nama kegiatan|nama rekening|keterangan belanja"),
    (Role.AKUN, r"ekonomi|\bakun\b|kode.*belanja"),
    (Role.KEGIATAN, r"kode.*kegiatan|^kegiatan$"),
    (Role.CODE, r"\bkode\b|rekening|\brek\b"),
    (Role.AMOUNT, r"anggaran|jumlah|\bpagu\b|\btotal\b|nilai"),
    (Role.FUND, r"^ket(erangan)?$"),
)
_STOREY_WORDS = re.compile(
    r"kegiatan|ekonomi|volume|satuan|\(?rp\.?\)?|dana|semula|menjadi|berkurang|kurang|bertambah|lebih|akun|"
    r"anggaran|realisasi|jumlah|output|rekening|sebelum|setelah|perubahan|kode|uraian|sumber|%|[a-d]\.?"
)


@dataclass(frozen=True)
class Layout:
    """`roles` by column counted from 0; `first`..`last` are the header's rows as Excel numbers them."""

    sheet: str
    first: int
    last: int
    roles: Mapping[int, Role]
    titles: Mapping[int, str]
    is_confirmed: bool = False  # a row of column numbers stands below, or a person said so

    def columns(self, role: Role) -> list[int]:
        return [column for column, held in sorted(self.roles.items()) if held is role]

    @property
    def codes(self) -> list[int]:
        return [column for column, held in sorted(self.roles.items()) if held in CODES]

    @property
    def is_table(self) -> bool:
        return bool(self.columns(Role.NAME)) and any(self.columns(role) for role in SURE)

    @property
    def is_sure(self) -> bool:
        """One column for each money role, and codes: no person needs to be asked."""
        single = all(len(self.columns(role)) <= 1 for role in MONEY)
        return self.is_table and single and bool(self.codes)

    @property
    def signature(self) -> str:
        """Equal for papers of one kind; years and numbers in a title do not count."""
        words = [f"{column}:{_letters(title)}" for column, title in sorted(self.titles.items())]
        return hashlib.sha256("|".join(words).encode()).hexdigest()

    def with_roles(self, roles: Mapping[int, Role]) -> "Layout":
        return replace(self, roles=dict(roles), is_confirmed=True)


def text_of(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else "" if cell is None else str(cell)


def _letters(title: str) -> str:
    return re.sub(r"[^a-z%]", "", title.casefold())


def find_layout(sheet: Sheet) -> Layout | None:
    """The header with the most roles among the first rows; None when the sheet holds no such table."""
    found = [
        layout
        for place, row in enumerate(sheet.rows)
        if row.number <= SEARCHED
        for layout in (_layout_at(sheet, place),)
        if layout is not None and layout.is_table
    ]
    return max(found, key=_weight, default=None)


def _weight(layout: Layout) -> tuple[int, int]:
    useful = {role for role in layout.roles.values() if role is not Role.IGNORED}
    return len(useful), -layout.first


def _layout_at(sheet: Sheet, place: int) -> Layout | None:
    rows = _storeys(sheet.rows[place : place + STOREYS])
    if not rows:
        return None
    titles = _titles(rows)
    roles = {column: role for column, title in titles.items() if (role := role_of(title))}
    below = place + len(rows)
    numbered = below < len(sheet.rows) and is_number_row(sheet.rows[below])
    last = sheet.rows[below].number if numbered else rows[-1].number
    roles = _with_unnamed_codes(roles, titles)
    return Layout(sheet.name, rows[0].number, last, roles, titles, numbered)


def role_of(title: str) -> Role | None:
    small = title.casefold()
    return next((role for role, words in WORDS if re.search(words, small)), None)


def _storeys(rows: Sequence[Row]) -> list[Row]:
    """The first row and those below that hold nothing but header words."""
    if not rows or sum(bool(role_of(text_of(cell))) for cell in rows[0].cells) < FEWEST_TITLES:
        return []
    taken = [rows[0]]
    for row in rows[1:]:
        if row.number != taken[-1].number + 1 or not _is_storey(row):
            break
        taken.append(row)
    return taken


def _is_storey(row: Row) -> bool:
    texts = [text_of(cell).casefold() for cell in row.cells if text_of(cell)]
    return (
        bool(texts)
        and all(len(text) < 40 and _STOREY_WORDS.search(text) for text in texts)
        and not is_number_row(row)
        and not any(re.search(r"\d{2}", text) for text in texts)
    )


def _titles(rows: Sequence[Row]) -> dict[int, str]:
    """Both storeys of each column; a merged upper title reaches over empty cells to its right."""
    width = max(len(row.cells) for row in rows)
    titles: dict[int, list[str]] = {column: [] for column in range(width)}
    for storey, row in enumerate(rows):
        carried = ""
        for column in range(width):
            own = text_of(row.cell(column))
            carried = own or carried
            below = any(text_of(later.cell(column)) for later in rows[storey + 1 :])
            if own or (carried and below):
                titles[column].append(own or carried)
    return {column: " ".join(parts) for column, parts in titles.items() if parts}


def _with_unnamed_codes(roles: dict[int, Role], titles: Mapping[int, str]) -> dict[int, Role]:
    """A title merged over several code columns names only the first; the rest follow it up to the name."""
    names = [column for column, role in roles.items() if role is Role.NAME]
    codes = [column for column, role in roles.items() if role in CODES]
    if not names or not codes:
        return roles
    empty = (c for c in range(min(codes) + 1, min(names)) if c not in titles)
    return {**roles, **dict.fromkeys(empty, Role.CODE)}


def is_number_row(row: Row) -> bool:
    """1 2 3 ... below the header, also printed 1, 2, 3, 4=3-2."""
    texts = [text_of(cell).strip("().") for cell in row.cells if text_of(cell)]
    lead = [re.split(r"[=\s]", text)[0] for text in texts]
    return len(lead) >= 3 and lead == [str(place) for place in range(1, len(lead) + 1)]


def scale_of(texts: Iterable[str]) -> int:
    """1000 for a table "dalam ribuan rupiah"."""
    for text in texts:
        if re.search(r"dalam\s+jut|\(\s*juta|jutaan", text.casefold()):
            return 1_000_000
        if re.search(r"dalam\s+rib|\(\s*ribu|ribuan|rp\.?\s*[.,]?000\b", text.casefold()):
            return 1_000
    return 1
