"""The invented budget of desa contoh (totals of 2026: 919, 934 and 15 million), as leaves."""

from dataclasses import replace

from desa.transparency.budgets.rules.lines import Column, Line, Part, balance
from desa.transparency.budgets.rules.tables import akun_names, name_of, rows_of

SEN = 100
YEAR_BEFORE = 94  # percent of this year's amounts
SPENT_BEFORE = 98  # percent of last year's budget that was really spent
STEP = 1_000 * SEN
LEFT_OVER = 25_000_000 * SEN  # what 2025 left is what 2026 begins with


def example_lines() -> list[Line]:
    """2026 as enacted; `realised` is None."""
    return [replace(line, realised=None) for line in example_semester()]


def example_semester() -> list[Line]:
    """2026 with what was received and paid until 30 June: 412,617,500 of spending."""
    return [
        Line(
            kegiatan=row["kegiatan"],
            akun=row["akun"],
            funds=(row["fund"],),
            name=name_of(row["akun"], akun_names()),
            amount=int(row["amount"]) * SEN,
            realised=_sen(row["realised"]),
            volume=row["volume"],
            unit=row["unit"],
        )
        for row in rows_of("contoh.csv")
    ]


def example_year_before() -> list[Line]:
    """2025 with its whole year's realisation: ends at 0 as a budget, and at 25 million as a year."""
    lines = [_year_before(line) for line in example_lines()]
    sums = balance(lines)
    lines = _shifted(lines, Part.RECEIPT, Column.AMOUNT, -sums.silpa)
    left = balance(lines, Column.REALISED).silpa
    return _shifted(lines, Part.SPENDING, Column.REALISED, left - LEFT_OVER)


def _year_before(line: Line) -> Line:
    amount = line.amount * YEAR_BEFORE // 100 // STEP * STEP
    spent = amount * SPENT_BEFORE // 100 // STEP * STEP
    return replace(line, amount=amount, realised=spent if line.part is Part.SPENDING else amount)


def _shifted(lines: list[Line], part: Part, column: Column, by: int) -> list[Line]:
    """The largest line of a part carries what is missing; a receipt is received as budgeted."""
    place = max(
        (place for place, line in enumerate(lines) if line.part is part),
        key=lambda place: lines[place].amount,
    )
    line = lines[place]
    if column is Column.AMOUNT:
        changed = replace(line, amount=line.amount + by, realised=line.amount + by)
    else:
        changed = replace(line, realised=(line.realised or 0) + by)
    return [*lines[:place], changed, *lines[place + 1 :]]


def _sen(text: str) -> int:
    whole, _point, cents = text.partition(".")
    return int(whole) * SEN + int(cents.ljust(2, "0") or 0)
