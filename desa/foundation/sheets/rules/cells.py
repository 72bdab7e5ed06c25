"""From what a cell holds to a typed value. Raises core's ValueProblem, which names what to do."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from desa.foundation.core.values.dates import format_short, parse_date
from desa.foundation.core.values.errors import ValueProblem, ValueWarning
from desa.foundation.core.values.errors import mark as _
from desa.foundation.sheets.rules.mapping import Columns, normalise
from desa.foundation.sheets.rules.report import Reason, RowReport, Verdict
from desa.foundation.sheets.rules.workbook import Cell, NumberText, Row, address

T = TypeVar("T")

EXCEL_DAY_ZERO = date(1899, 12, 30)
EXCEL_DAYS = range(10_000, 65_000)  # 1927 to 2077: a date whose cell lost its date format
EXCEL_DIGITS = 15  # Excel keeps no more; the 16th digit of a typed NIK becomes 0
BLANK = frozenset(("", "-", "--", "–", "0", "0000-00-00", "00-00-0000", "00/00/0000", "#N/A"))
YES = frozenset(("ya", "y", "1", "benar", "true", "ada"))
NO = frozenset(("tidak", "tdk", "t", "0", "salah", "false", "tidakada", "n"))
_SPACES = re.compile(r"\s+")


def as_text(cell: Cell) -> str:
    """Outer spaces off, inner runs of space (and of non-breaking space) to one; nothing is ""."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _SPACES.sub(" ", cell).strip()
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, date):
        return format_short(cell)
    return str(cell)


def as_date(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return parse_date(cell.date().isoformat())
    if isinstance(cell, date):
        return parse_date(cell.isoformat())
    if isinstance(cell, int | float) and int(cell) in EXCEL_DAYS:
        return EXCEL_DAY_ZERO + timedelta(days=int(cell))
    text = as_text(cell)
    return None if text in BLANK else parse_date(text)


def as_whole(cell: Cell) -> int | None:
    text = as_text(cell)
    if text in ("", "-"):
        return None
    if isinstance(cell, float) or not re.fullmatch(r"-?[0-9]{1,15}", text):
        problem = _("Isi “%(text)s” bukan bilangan bulat. Tulis angka saja, misalnya 12.")
        raise ValueProblem("whole_number", problem, {"text": text[:20]})
    return int(text)


def as_digits(cell: Cell) -> str:
    """A number that identifies (NIK, KK). Raises when Excel has certainly or perhaps cut its end."""
    if isinstance(cell, NumberText) and len(cell) > EXCEL_DIGITS and cell.endswith("0"):
        problem = _(
            "Angka ini tersimpan sebagai bilangan di Excel, sehingga angka terakhirnya menjadi 0. "
            "Ubah format kolom menjadi Teks (Text), lalu tulis ulang angkanya dari kartunya."
        )
        raise ValueProblem("excel_number", problem)
    if isinstance(cell, float):
        raise ValueProblem("not_digits", _("Isi sel ini hanya boleh angka, tanpa koma."))
    return as_text(cell)


def as_yes_no(cell: Cell) -> bool | None:
    if isinstance(cell, bool):
        return cell
    word = normalise(as_text(cell))
    if not word:
        return None
    if word not in YES | NO:
        raise ValueProblem("yes_no", _("Tulis “ya” atau “tidak”."))
    return word in YES


def as_choice(cell: Cell, table: Mapping[str, T]) -> T | None:
    """`table` has normalised keys: codes and names lead to the same value ("1", "lakilaki")."""
    text = as_text(cell)
    if text in ("", "-"):
        return None
    found = table.get(normalise(text))
    if found is None:
        problem = _("Kode “%(text)s” tidak dikenal. Pakai kode atau sebutan dari daftar.")
        raise ValueProblem("unknown_code", problem, {"text": text[:30]})
    return found


class RowCells:
    """One row read field by field; what is wrong is gathered, so that a person sees it all at once."""

    def __init__(self, sheet: str, columns: Columns, row: Row) -> None:
        self._sheet = sheet
        self._columns = columns
        self._row = row
        self.reasons: list[Reason] = []

    def has(self, name: str) -> bool:
        return as_text(self._columns.value(self._row, name)) != ""

    def text(self, name: str) -> str:
        return as_text(self._columns.value(self._row, name))

    def read(self, name: str, convert: Callable[[Cell], T]) -> T | None:
        """The converted cell, or None with a reason to reject the row."""
        try:
            return convert(self._columns.value(self._row, name))
        except ValueProblem as problem:
            self.say(name, problem)
            return None

    def number(self, name: str, parse: Callable[[str], T]) -> T | None:
        """A NIK or KK by its parser; an empty cell is None, one that Excel held as number a warning."""
        cell = self._columns.value(self._row, name)
        if as_text(cell) in BLANK:
            return None
        found = self.read(name, lambda held: parse(as_digits(held)))
        if found is not None and isinstance(cell, NumberText):
            held = _("Angka ini tersimpan sebagai bilangan di Excel. Cocokkan angka terakhirnya.")
            self.say(name, ValueWarning("was_number", held))
        return found

    def require(self, name: str) -> bool:
        if self.has(name):
            return True
        self.say(name, ValueProblem("required", _("Kolom ini wajib diisi.")))
        return False

    def say(self, name: str, problem: ValueProblem | ValueWarning) -> None:
        """`name` is a field; an unmapped or empty name speaks of the whole row."""
        column = self._columns.index.get(name)
        cell = "" if column is None else address(column, self._row.number)
        verdict = Verdict.WARN if isinstance(problem, ValueWarning) else Verdict.REJECT
        title = self._columns.titles.get(name, name)
        self.reasons.append(Reason(problem.code, title, str(problem), cell, verdict))

    def report(self) -> RowReport:
        return RowReport.of(self._sheet, self._row.number, self.reasons)
