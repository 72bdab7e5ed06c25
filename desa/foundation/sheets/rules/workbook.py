"""What a read workbook is: sheets, rows as Excel numbers them, and cells as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime


class NumberText(str):
    """Digits of a cell that Excel held as a number, all kept; leading zeros are already lost."""

    __slots__ = ()


Cell = str | int | float | bool | date | datetime | None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may cost; the defaults fit 100,000 residents with 43 columns."""

    max_bytes: int = 40 * 1024 * 1024
    max_unpacked_bytes: int = 600 * 1024 * 1024
    max_members: int = 2_000
    max_ratio: int = 400  # of one zip member; real sheets full of equal cells reach about 60
    max_columns: int = 256
    max_rows: int = 200_000
    max_cells: int = 9_000_000  # height times width of one sheet: calamine takes 32 bytes each
    memory_bytes: int = 1024 * 1024 * 1024
    cpu_seconds: int = 40
    wall_seconds: float = 60.0


@dataclass(frozen=True, slots=True)
class Row:
    """`number` is Excel's; `cells` start at column A and may end before the sheet's last column."""

    number: int
    cells: list[Cell]

    def cell(self, index: int) -> Cell:
        return self.cells[index] if index < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows without any value are left out; `errors` are addresses of #N/A, #REF! and the like.

    Hidden columns and rows are read like all others; their letters and numbers are told (xlsx only).
    """

    name: str
    rows: list[Row]
    hidden: bool = False
    errors: tuple[str, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """`kind` is xlsx, ods, xls or csv; macros are noted and never run."""

    filename: str
    kind: str
    has_macros: bool
    sheets: tuple[Sheet, ...]

    def filled(self) -> Iterable[Sheet]:
        return (sheet for sheet in self.sheets if sheet.rows)


def column_letters(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """A -> 0, Z -> 25, AA -> 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def address(column: int, row: int) -> str:
    """Column counted from 0, row as Excel numbers it: (5, 47) -> F47."""
    return f"{column_letters(column)}{row}"
