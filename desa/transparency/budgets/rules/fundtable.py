"""A sheet "per sumber dana": money per fund, read as a check and never as lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desa.foundation.sheets.rules.workbook import Row, Sheet, column_letters
from desa.transparency.budgets.rules.findings import Facts, Finding
from desa.transparency.budgets.rules.funds import is_fund, read_funds
from desa.transparency.budgets.rules.layout import SEARCHED, Role, role_of, text_of
from desa.transparency.budgets.rules.lines import Column, Line, Part, total
from desa.transparency.budgets.rules.money import Habit, MoneyProblem, habit_of, read_money
from desa.transparency.budgets.rules.values import COLUMNS

FEWEST = 2


@dataclass(frozen=True)
class FundTable:
    """Money columns of the sheet, and its rows: (row number, fund or "" for the sum, money by column)."""

    sheet: str
    columns: Mapping[Column, int]
    rows: tuple[tuple[int, str, Mapping[Column, int]], ...]


def find_fund_table(sheet: Sheet, scale: int) -> FundTable | None:
    """None when the sheet is something else."""
    for place, row in enumerate(sheet.rows):
        columns = _money_columns(row)
        if row.number <= SEARCHED and columns and _names_funds(row):
            rows = tuple(_rows(sheet.rows[place + 1 :], columns, scale))
            if sum(bool(fund) for _number, fund, _money in rows) >= FEWEST:
                return FundTable(sheet.name, columns, rows)
    return None


def _names_funds(row: Row) -> bool:
    return any(re.search(r"sumber\s*dana", text_of(cell).casefold()) for cell in row.cells)


def _money_columns(row: Row) -> dict[Column, int]:
    found: dict[Column, int] = {}
    for column, cell in enumerate(row.cells):
        role = role_of(text_of(cell)) if text_of(cell) else None
        if role in COLUMNS:
            found.setdefault(COLUMNS[Role(role)], column)
    return found


def _rows(
    rows: Sequence[Row], columns: Mapping[Column, int], scale: int
) -> Iterator[tuple[int, str, Mapping[Column, int]]]:
    cells = (row.cell(column) for row in rows for column in columns.values())
    habit = habit_of(cells, scale)
    first = min(columns.values())
    for row in rows:
        words = [text_of(cell) for cell in row.cells[:first] if text_of(cell)]
        funds = [read_funds(word)[0] for word in words if is_fund(word)]
        is_sum = any(re.match(r"(jumlah|total)\b", word.casefold()) for word in words)
        if funds or is_sum:
            yield row.number, funds[0] if funds else "", _money(row, columns, habit)


def _money(row: Row, columns: Mapping[Column, int], habit: Habit) -> dict[Column, int]:
    money: dict[Column, int] = {}
    for column, place in columns.items():
        try:
            amount = read_money(row.cell(place), habit)
        except MoneyProblem:
            continue
        if amount is not None:
            money[column] = amount.sen
    return money


def check_fund_table(table: FundTable, lines: Sequence[Line]) -> Iterator[Finding]:
    """Its sum against all spending; each fund against the lines, where every line names one fund."""
    for column, place in table.columns.items():
        letter = column_letters(place)
        summed = 0
        for number, fund, money in table.rows:
            printed = money.get(column, 0)
            expected = _expected(lines, fund, column) if fund else summed
            summed += printed if fund else 0
            if expected is not None and printed != expected:
                yield _finding(table, number, letter, fund, printed, expected)
        yield from _whole(table, lines, column, letter, summed)


def _expected(lines: Sequence[Line], fund: str, column: Column) -> int | None:
    spending = [line for line in lines if line.part is Part.SPENDING]
    if not spending or any(len(line.funds) != 1 for line in spending):
        return None
    return sum(line.value(column) or 0 for line in spending if line.funds == (fund,))


def _whole(
    table: FundTable, lines: Sequence[Line], column: Column, letter: str, summed: int
) -> Iterator[Finding]:
    spending = total(lines, Part.SPENDING, column)
    if summed != spending and lines:
        yield _finding(table, table.rows[-1][0], letter, "", summed, spending)


def _finding(
    table: FundTable, row: int, letter: str, fund: str, printed: int, computed: int
) -> Finding:
    facts: Facts = {"fund": fund, "printed": printed, "computed": computed}
    return Finding(
        "fund_table_differs",
        sheet=table.sheet,
        row=row,
        column=letter,
        difference=printed - computed,
        facts=facts,
    )
