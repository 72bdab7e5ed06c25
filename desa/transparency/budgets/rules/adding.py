"""Nothing is printed that does not add up: the blocks of a side must make its total, to the sen."""

from collections.abc import Iterable

from desa.transparency.budgets.rules.figures import Block, Figures
from desa.transparency.budgets.rules.lines import Balance, Column

SIDES = ("income", "spending", "receipts", "outlays")


class FiguresDisagree(ValueError):
    """A total is not the sum of its blocks; the text names the side and the column."""


def check_figures(figures: Figures) -> None:
    wrong = [
        f"{side} ({column.value}): {_sum(getattr(figures, side), column)} != {total}"
        for column, totals in _columns(figures)
        for side, total in zip(SIDES, _amounts(totals), strict=True)
        if _sum(getattr(figures, side), column) != total
    ]
    if wrong:
        raise FiguresDisagree("; ".join(wrong))


def _columns(figures: Figures) -> list[tuple[Column, Balance]]:
    columns = (
        (Column.AMOUNT, figures.totals),
        (Column.BEFORE, figures.totals_before),
        (Column.REALISED, figures.totals_realised),
    )
    return [(column, totals) for column, totals in columns if totals is not None]


def _amounts(totals: Balance) -> tuple[int, int, int, int]:
    return totals.income, totals.spending, totals.receipts, totals.outlays


def _sum(blocks: Iterable[Block], column: Column) -> int:
    return sum(getattr(block, column.value) or 0 for block in blocks)
