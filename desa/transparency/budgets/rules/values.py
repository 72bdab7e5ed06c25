"""The money of every row, read with the habit of its column; what cannot be read is named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desa.foundation.sheets.rules.workbook import Cell, column_letters
from desa.transparency.budgets.rules.findings import Finding, Gravity
from desa.transparency.budgets.rules.layout import Role, text_of
from desa.transparency.budgets.rules.lines import Column
from desa.transparency.budgets.rules.money import Habit, MoneyProblem, habit_of, read_money
from desa.transparency.budgets.rules.rows import Source

Key = TypeVar("Key")
COLUMNS = {
    Role.AMOUNT: Column.AMOUNT,
    Role.BEFORE: Column.BEFORE,
    Role.REALISED: Column.REALISED,
}
RECOMPUTED = (Role.CHANGE, Role.REST)  # read as a check only
DIFFERENCES = (Role.AMOUNT, Role.BEFORE, Role.REALISED)


@dataclass(frozen=True)
class Entry:
    """A row with its money in sen; `checks` holds the printed columns that are never imported."""

    source: Source
    values: Mapping[Column, int]
    checks: Mapping[Role, int]

    def cell(self, column: Column) -> tuple[str, int, str]:
        """(sheet, row, column letter) of one figure."""
        role = next(role for role, held in COLUMNS.items() if held is column)
        place = self.source.cells.get(role)
        letter = column_letters(place[0]) if place else ""
        return self.source.sheet, self.source.row, letter


def read_values(sources: Sequence[Source], scale: int) -> tuple[list[Entry], list[Finding]]:
    habits = _habits(sources, scale)
    reader = _Reader(habits)
    return [reader.entry(source) for source in sources], reader.findings


def _habits(sources: Iterable[Source], scale: int) -> dict[int, Habit]:
    cells: dict[int, list[Cell]] = {}
    for source in sources:
        for column, cell in source.cells.values():
            cells.setdefault(column, []).append(cell)
    return {column: habit_of(found, scale) for column, found in cells.items()}


class _Reader:
    def __init__(self, habits: Mapping[int, Habit]) -> None:
        self._habits = habits
        self.findings: list[Finding] = []

    def entry(self, source: Source) -> Entry:
        read = {role: self._read(source, role) for role in source.cells}
        values = {COLUMNS[role]: sen for role, sen in read.items() if role in COLUMNS}
        checks = {role: sen for role, sen in read.items() if role in RECOMPUTED}
        return Entry(source, _given(values), _given(checks))

    def _read(self, source: Source, role: Role) -> int | None:
        column, cell = source.cells[role]
        try:
            amount = read_money(cell, self._habits[column])
        except MoneyProblem as problem:
            gravity = Gravity.WARNING if role in RECOMPUTED else Gravity.ERROR
            self._find(problem.fault.value, gravity, source, role)
            return None
        if amount is None:
            return None
        if amount.is_odd:
            self._find("habit_broken", Gravity.WARNING, source, role, read=amount.sen)
        if amount.sen < 0 and source.check is None and role in DIFFERENCES:
            self._find("money_negative", Gravity.ERROR, source, role)
        return amount.sen

    def _find(
        self, code: str, gravity: Gravity, source: Source, role: Role, **facts: int | str
    ) -> None:
        column, cell = source.cells[role]
        told = {"written": text_of(cell)[:40], "name": source.name, **facts}
        letter = column_letters(column)
        self.findings.append(Finding(code, gravity, source.sheet, source.row, letter, facts=told))


def _given(values: Mapping[Key, int | None]) -> dict[Key, int]:
    return {key: sen for key, sen in values.items() if sen is not None}
