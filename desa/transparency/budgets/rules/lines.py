"""A budget as its leaves: whole sen, no rounding, no parents. Everything else is a sum of these.

The law's identity of a line is bidang.sub.kegiatan x account x source of money (Permendagri 20/2018,
annex). How deep the account goes depends on the paper: objek in a Penjabaran, jenis in an LRA.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """The four kinds of money, by the beginning of their account."""

    INCOME = "4"
    SPENDING = "5"
    RECEIPT = "6.1"
    OUTLAY = "6.2"


class Column(StrEnum):
    """BEFORE and AFTER stand together in a change; REALISED is what was received or paid by a date."""

    AMOUNT = "amount"
    BEFORE = "before"
    REALISED = "realised"


@dataclass(frozen=True)
class Line:
    """One leaf. `kegiatan` is "1.1.01" on spending and "" elsewhere; `akun` "5.1.1.01" or shorter.

    Money in sen. `before` and `realised` are None where the paper has no such column. Several funds on
    one line are kept together: how the money divides is unknown, never equal parts.
    """

    kegiatan: str
    akun: str
    funds: tuple[str, ...]
    name: str
    amount: int
    before: int | None = None
    realised: int | None = None
    volume: str = ""
    unit: str = ""
    sheet: str = ""
    row: int = 0

    @property
    def part(self) -> Part:
        return part_of(self.akun)

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        return (self.kegiatan, self.akun, self.funds)

    def value(self, column: Column) -> int | None:
        values = {
            Column.AMOUNT: self.amount,
            Column.BEFORE: self.before,
            Column.REALISED: self.realised,
        }
        return values[column]


def part_of(akun: str) -> Part:
    """Raises ValueError for an account that is neither income, spending nor financing."""
    return Part(akun[:3] if akun.startswith("6") else akun[:1])


def parents(code: str) -> list[str]:
    """Every code above, from the widest: "5.1.1.01" gives 5, 5.1, 5.1.1."""
    pieces = code.split(".")
    return [".".join(pieces[:depth]) for depth in range(1, len(pieces))]


def total(lines: Iterable[Line], part: Part, column: Column = Column.AMOUNT) -> int:
    """Sum of a part; a leaf without this column counts nothing."""
    return sum(line.value(column) or 0 for line in lines if line.part is part)


@dataclass(frozen=True)
class Balance:
    """SiLPA = income - spending + receipts - outlays; 0 in a budget, what is left in a realisation."""

    income: int
    spending: int
    receipts: int
    outlays: int

    @property
    def surplus(self) -> int:
        return self.income - self.spending

    @property
    def netto(self) -> int:
        return self.receipts - self.outlays

    @property
    def silpa(self) -> int:
        return self.surplus + self.netto


def balance(lines: Iterable[Line], column: Column = Column.AMOUNT) -> Balance:
    kept = list(lines)
    sums = {part: total(kept, part, column) for part in Part}
    return Balance(sums[Part.INCOME], sums[Part.SPENDING], sums[Part.RECEIPT], sums[Part.OUTLAY])
