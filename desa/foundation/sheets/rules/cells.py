"""From what a cell holds to a typed value. Raises core's ValueProblem, which names what to do."""

import re
from datetime import date, datetime, timedelta

from desa.foundation.core.values.dates import format_short, parse_date
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _
from desa.foundation.sheets.rules.workbook import Cell, NumberText

EXCEL_DAY_ZERO = date(1899, 12, 30)
EXCEL_DAYS = range(10_000, 65_000)  # 1927 to 2077: a date whose cell lost its date format
EXCEL_DIGITS = 15  # Excel keeps no more; the 16th digit of a typed NIK becomes 0
BLANK = frozenset(("", "-", "--", "–", "0", "0000-00-00", "00-00-0000", "00/00/0000", "#N/A"))
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
