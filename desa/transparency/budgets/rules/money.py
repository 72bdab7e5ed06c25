"""Money as villages write it, read exactly or refused: nothing is guessed (whole sen, no float).

Two digits after the last mark are sen, every other group has three digits. What that leaves open (a lone
"12.50", "1.250" where the habit of the column says a dot is decimal) is a question, not a number.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desa.foundation.sheets.rules.workbook import Cell, NumberText

SEN = 100
LARGEST_SEN = 10**16  # a hundred trillion rupiah; no village has it
SMALLEST_SURE = 1_000  # below, a number cell with decimals may be a text that a program misread
NOTHING = frozenset(("-", "–", "—", "--"))
FLOAT_NOISE = Decimal("0.000001")
_CURRENCY = re.compile(r"^(?:rp\.?|idr)\s*", re.IGNORECASE)
_TAIL = re.compile(r"(?<=\d)\s*[,.](?:-{1,2}|–|—)$")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PLAIN = re.compile(r"0|[1-9]\d*")


class MoneyFault(StrEnum):
    UNREADABLE = "money_unreadable"
    AMBIGUOUS = "money_ambiguous"
    LOST = "money_lost"


class MoneyProblem(ValueError):
    def __init__(self, fault: MoneyFault) -> None:
        super().__init__(fault)
        self.fault = fault


@dataclass(frozen=True)
class Habit:
    """How a column writes: `decimal` is its mark before sen, "" while nothing tells.

    `scale` is 1000 in a table "dalam ribuan". `has_fractions`: large number cells carry sen here, so that
    a small one may too.
    """

    decimal: str = ""
    scale: int = 1
    has_fractions: bool = False


@dataclass(frozen=True)
class Amount:
    """`is_odd` when the cell was read, but breaks the habit of its column."""

    sen: int
    is_odd: bool = False


@dataclass(frozen=True)
class _Written:
    negative: bool
    groups: tuple[str, ...]
    marks: str

    @property
    def is_sen(self) -> bool:
        return len(self.groups) > 1 and len(self.groups[-1]) == 2

    @property
    def is_mixed(self) -> bool:
        """Both marks between groups, or one mark for groups and for sen."""
        kinds = len(set(self.marks))
        return len(self.marks) > 1 and (not self.decimal or (self.is_sen and kinds == 1))

    @property
    def decimal(self) -> str:
        """The mark before sen, as far as this cell alone tells; a lone mark tells nothing."""
        if len(self.marks) < 2:
            return ""
        if self.is_sen:
            return self.marks[-1]
        return "," if set(self.marks) == {"."} else "." if set(self.marks) == {","} else ""


def is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def habit_of(cells: Iterable[Cell], scale: int = 1) -> Habit:
    """What most cells of a column do; a tie tells nothing."""
    votes: Counter[str] = Counter()
    has_fractions = False
    for cell in cells:
        if isinstance(cell, float) and abs(cell) >= SMALLEST_SURE and not cell.is_integer():
            has_fractions = True
        if isinstance(cell, str) and not isinstance(cell, NumberText) and not is_empty(cell):
            votes[_decimal_mark(cell)] += 1
    comma, dot = votes[","], votes["."]
    decimal = "" if comma == dot else "," if comma > dot else "."
    return Habit(decimal, scale, has_fractions)


def _decimal_mark(text: str) -> str:
    try:
        return _written(text).decimal
    except MoneyProblem:
        return ""


def read_money(cell: Cell, habit: Habit = Habit()) -> Amount | None:
    """None for an empty cell; raises MoneyProblem instead of guessing."""
    if is_empty(cell):
        return None
    if isinstance(cell, bool | date):
        raise MoneyProblem(MoneyFault.UNREADABLE)
    if isinstance(cell, NumberText):
        return _checked(int(cell) * SEN * habit.scale)
    if isinstance(cell, int):
        return _checked(cell * SEN * habit.scale)
    if isinstance(cell, float):
        return _checked(_from_number(cell, habit))
    assert isinstance(cell, str)
    return _from_text(cell, habit)


def _checked(sen: int, *, is_odd: bool = False) -> Amount:
    if abs(sen) > LARGEST_SEN:
        raise MoneyProblem(MoneyFault.UNREADABLE)
    return Amount(sen, is_odd)


def _from_number(value: float, habit: Habit) -> int:
    """The shortest decimal of the float is what was typed; more than two decimals is no money."""
    exact = Decimal(repr(value)) * habit.scale
    sen = (exact * SEN).to_integral_value()
    if abs(exact * SEN - sen) > FLOAT_NOISE * max(Decimal(1), abs(exact)):
        raise MoneyProblem(MoneyFault.UNREADABLE)
    small = abs(exact) < SMALLEST_SURE * habit.scale and not float(value).is_integer()
    if small and not habit.has_fractions:
        raise MoneyProblem(MoneyFault.AMBIGUOUS)
    return int(sen)


def _from_text(text: str, habit: Habit) -> Amount:
    if "#" in text and not text.strip("# "):
        raise MoneyProblem(MoneyFault.LOST)
    if text.strip() in NOTHING:
        return Amount(0)
    written = _written(text)
    if not any(int(group) for group in written.groups):
        return Amount(0)
    _refuse_doubt(written, habit)
    *whole, last = written.groups
    digits = "".join(whole) if written.is_sen else "".join(written.groups)
    sen = (int(digits) * SEN + (int(last) if written.is_sen else 0)) * habit.scale
    odd = bool(habit.decimal and written.decimal) and written.decimal != habit.decimal
    return _checked(-sen if written.negative else sen, is_odd=odd or written.is_mixed)


def _written(text: str) -> _Written:
    negative, body = _split_sign(text.replace(" ", " ").strip())
    body = _TAIL.sub("", body)
    if _NUMBER.fullmatch(body) is None:
        raise MoneyProblem(MoneyFault.UNREADABLE)
    groups = tuple(re.split(r"[.,]", body))
    marks = re.sub(r"\d", "", body)
    written = _Written(negative, groups, marks)
    inner = groups[1:-1] if written.is_sen else groups[1:]
    if any(len(group) != 3 for group in inner) or (inner and len(groups[0]) > 3):
        raise MoneyProblem(MoneyFault.UNREADABLE)
    if _PLAIN.fullmatch(groups[0]) is None or (inner and groups[0] == "0"):
        raise MoneyProblem(MoneyFault.UNREADABLE)
    return written


def _split_sign(text: str) -> tuple[bool, str]:
    """Brackets or one minus, before or behind the currency."""
    in_brackets = text.startswith("(") and text.endswith(")")
    body = text[1:-1].strip() if in_brackets else text
    first = body.startswith(("-", "−"))
    body = _CURRENCY.sub("", body[1:].strip() if first else body).strip()
    second = body.startswith(("-", "−"))
    body = body[1:].strip() if second else body
    if in_brackets + first + second > 1:
        raise MoneyProblem(MoneyFault.UNREADABLE)
    if not in_brackets and text.startswith("("):
        raise MoneyProblem(MoneyFault.UNREADABLE)
    return in_brackets or first or second, body


def _refuse_doubt(written: _Written, habit: Habit) -> None:
    """A lone mark is read only where the habit of the column, or Indonesian spelling, settles it."""
    if len(written.marks) != 1:
        return
    mark = written.marks
    expected = habit.decimal or ","
    if written.is_sen:
        if mark != expected:
            raise MoneyProblem(MoneyFault.AMBIGUOUS)
        return
    if mark == expected or habit.scale > 1:
        raise MoneyProblem(MoneyFault.AMBIGUOUS)
