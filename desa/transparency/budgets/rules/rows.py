"""What each row below a header is: a line of the budget, a check, the rest of a name, or nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from desa.foundation.sheets.rules.workbook import Cell, Row, Sheet, column_letters
from desa.transparency.budgets.rules.codecells import (
    Code,
    Doubt,
    Place,
    is_known,
    read_code,
    section_of,
)
from desa.transparency.budgets.rules.findings import Finding, Gravity
from desa.transparency.budgets.rules.layout import MONEY, Layout, Role, is_number_row, text_of
from desa.transparency.budgets.rules.money import is_empty
from desa.transparency.budgets.rules.notation import CodeProblem

NO_CODE = Code()
_FOOTER = re.compile(
    r"\b(?:dicetak|printed)\s+(?:oleh|by)\b|\bhalaman\s+\d+|^page\s+\d+", re.IGNORECASE
)
_PURE_AMOUNT = re.compile(r"[\d.,()\-\s]*\d{3}[\d.,()\-\s]*")


class Check(StrEnum):
    """Printed sums that are never lines."""

    INCOME = "income"
    SPENDING = "spending"
    SURPLUS = "surplus"
    RECEIPTS = "receipts"
    OUTLAYS = "outlays"
    NETTO = "netto"
    END = "end"
    OTHER = "other"


# First match wins, on the label in small letters.
CHECKS: tuple[tuple[Check, str], ...] = (
    (Check.SURPLUS, r"surplus|defisit"),
    (Check.NETTO, r"pembiayaan netto|netto"),
    (Check.END, r"^sisa (?:lebih|kurang)|^silpa|silpa tahun (?:berjalan|anggaran)|sisa anggaran"),
    (Check.INCOME, r"^(?:jumlah|total)\s+pendapatan"),
    (Check.SPENDING, r"^(?:jumlah|total)\s+belanja"),
    (Check.RECEIPTS, r"^(?:jumlah|total)\s+penerimaan"),
    (Check.OUTLAYS, r"^(?:jumlah|total)\s+pengeluaran"),
    (Check.NETTO, r"^(?:jumlah|total)\s+pembiayaan"),
    (Check.OTHER, r"^(?:sub\s*)?(?:jumlah|total)\b|^sub\s*total|^j u m l a h"),
)


@dataclass(frozen=True)
class Source:
    """One row that counts; `cells` its money, unread, by role and column counted from 0."""

    sheet: str
    row: int
    name: str
    code: Code = NO_CODE
    check: Check | None = None
    cells: dict[Role, tuple[int, Cell]] = field(default_factory=dict)
    fund: str = ""
    volume: str = ""
    unit: str = ""

    def address(self, role: Role) -> str:
        return f"{column_letters(self.cells[role][0])}{self.row}" if role in self.cells else ""


@dataclass
class Rows:
    """The rows of one table, in order; `skipped` counts what was left out, by kind."""

    sources: list[Source] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)


def check_of(label: str) -> Check | None:
    small = " ".join(label.casefold().split())
    return next((check for check, words in CHECKS if re.search(words, small)), None)


def read_rows(sheet: Sheet, layout: Layout) -> Rows:
    reader = _Reader(layout)
    for row in sheet.rows:
        if row.number > layout.last:
            reader.take(row)
    return reader.rows


class _Reader:
    """Walks down a table; remembers its section, its kegiatan and the row a broken name belongs to."""

    def __init__(self, layout: Layout) -> None:
        self.rows = Rows()
        self._layout = layout
        self._place = Place()
        self._header = {text for title in layout.titles.values() for text in [title.casefold()]}
        self._is_open = False  # whether the next row may carry the rest of a name
        self._seen: dict[tuple[str, str], str] = {}

    def take(self, row: Row) -> None:
        if kind := self._surroundings(row):
            self.rows.skipped[kind] += 1
            return
        name, label = self._name(row), self._label(row)
        try:
            code = read_code(self._code_cells(row), name, self._place)
        except CodeProblem:
            code = None
            if self._check(row, label):
                return
            if self._has_money(row) or name:
                self._unreadable(row, label)
                return
        if code is not None and not (not code.kegiatan and not code.akun):
            self._coded(row, code, name)
        elif not self._check(row, label):
            self._uncoded(row, name, label)

    def _surroundings(self, row: Row) -> str:
        texts = [text_of(cell) for cell in row.cells if text_of(cell)]
        if any(_FOOTER.search(text) for text in texts):
            return "footer"
        if is_number_row(row):
            return "numbers"
        small = [text.casefold() for text in texts]
        if len(small) > 1 and all(any(text in title for title in self._header) for text in small):
            return "header"
        return ""

    def _name(self, row: Row) -> str:
        """Indented names stand in one of several columns."""
        texts = (text_of(row.cell(column)) for column in self._layout.columns(Role.NAME))
        return next(filter(None, texts), "")

    def _label(self, row: Row) -> str:
        """The text of a row merged over its code columns, or its name."""
        texts = (text_of(row.cell(column)) for column in self._layout.codes)
        return next((text for text in texts if re.search(r"[A-Za-z]{3}", text)), self._name(row))

    def _code_cells(self, row: Row) -> list[tuple[Role, Cell]]:
        return [(self._layout.roles[column], row.cell(column)) for column in self._layout.codes]

    def _money(self, row: Row) -> dict[Role, tuple[int, Cell]]:
        """The first filled column of each role: parents may stand in another column than children."""
        found: dict[Role, tuple[int, Cell]] = {}
        for role in MONEY:
            for column in self._layout.columns(role):
                if not is_empty(row.cell(column)):
                    found.setdefault(role, (column, row.cell(column)))
        return found

    def _has_money(self, row: Row) -> bool:
        return any(
            not isinstance(cell, str) or _PURE_AMOUNT.fullmatch(cell)
            for _column, cell in self._money(row).values()
        )

    def _check(self, row: Row, label: str) -> bool:
        check = check_of(label) if label else None
        if check is None or not (self._money(row)):
            return False
        self._add(
            Source(self._layout.sheet, row.number, label, check=check, cells=self._money(row))
        )
        self._is_open = False
        return True

    def _coded(self, row: Row, code: Code, name: str) -> None:
        code = self._move(code, name)
        self._note_code(row, code, name)
        self._add(
            Source(
                sheet=self._layout.sheet,
                row=row.number,
                name=name,
                code=code,
                cells=self._money(row),
                fund=self._first(row, Role.FUND),
                volume=self._first(row, Role.VOLUME),
                unit=self._first(row, Role.UNIT),
            )
        )
        self._is_open = True

    def _move(self, code: Code, name: str) -> Code:
        """Keeps the section and the kegiatan; an account without a kegiatan belongs to the last one."""
        section = code.akun[:1] or "5"
        shifted = self._place.bidang_shifted or code.doubt is Doubt.BIDANG
        heading = section_of(name) or code.akun in ("4", "5", "6")
        last = "" if heading or section != "5" else code.kegiatan or self._place.kegiatan
        self._place = Place(section, last, shifted)
        return code if code.kegiatan or heading else replace(code, kegiatan=last)

    def _note_code(self, row: Row, code: Code, name: str) -> None:
        if code.doubt is not None:
            self._find(code.doubt.value, row, Gravity.WARNING, code=_spelled(code), name=name)
        if not is_known(code):
            self._find("code_unknown", row, Gravity.WARNING, code=_spelled(code), name=name)
        self._note_lost_digit(row, code, name)

    def _note_lost_digit(self, row: Row, code: Code, name: str) -> None:
        """4.10 in a number cell arrives as 4.1: a second 4.1 of another name has lost its end."""
        key = (code.kegiatan, code.akun)
        earlier = self._seen.setdefault(key, name)
        numeric = any(isinstance(cell, float) for _role, cell in self._code_cells(row))
        if numeric and earlier != name:
            self._find("code_lost", row, Gravity.ERROR, code=_spelled(code), name=name)

    def _uncoded(self, row: Row, name: str, label: str) -> None:
        if name and not self._money(row) and self._is_open:
            last = self.rows.sources[-1]
            self.rows.sources[-1] = replace(last, name=f"{last.name} {name}")
            self.rows.skipped["wrapped"] += 1
        elif name and self._has_money(row):
            self._find("code_missing", row, Gravity.ERROR, name=label)
        else:
            self._is_open = False
            self.rows.skipped["text"] += 1

    def _unreadable(self, row: Row, label: str) -> None:
        if not self._money(row) and not self._is_numbered(row):
            self.rows.skipped["text"] += 1
            return
        written = " ".join(text_of(cell) for _role, cell in self._code_cells(row) if text_of(cell))
        self._find("code_unreadable", row, Gravity.ERROR, code=written[:40], name=label)

    def _is_numbered(self, row: Row) -> bool:
        return any(re.match(r"\d", text_of(cell)) for _role, cell in self._code_cells(row))

    def _find(self, kind: str, row: Row, gravity: Gravity, **facts: str) -> None:
        columns = [column for column in self._layout.codes if not is_empty(row.cell(column))]
        column = column_letters(columns[0]) if columns else ""
        sheet = self._layout.sheet
        self.rows.findings.append(Finding(kind, gravity, sheet, row.number, column, facts=facts))

    def _first(self, row: Row, role: Role) -> str:
        texts = (text_of(row.cell(column)) for column in self._layout.columns(role))
        return next(filter(None, texts), "")

    def _add(self, source: Source) -> None:
        self.rows.sources.append(source)


def _spelled(code: Code) -> str:
    return " / ".join(filter(None, (code.kegiatan, code.akun)))


def checks_in(sources: Sequence[Source]) -> Iterator[Source]:
    return (source for source in sources if source.check is not None)
