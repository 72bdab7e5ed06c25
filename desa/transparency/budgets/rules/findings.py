"""What is wrong or odd in a paper: a code and facts, the sentence comes later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Facts = dict[str, str | int]


class Gravity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


# Errors of arithmetic that a village may keep with a written note: its paper really says so.
KEEPABLE = frozenset(
    (
        "likely_cell",
        "parent_differs",
        "total_differs",
        "surplus_differs",
        "netto_differs",
        "end_differs",
        "end_not_zero",
        "silpa_below_zero",
        "fund_overspent",
        "fund_table_differs",
        "change_differs",
        "before_differs",
    )
)


@dataclass(frozen=True)
class Finding:
    """`row` as Excel numbers it, `column` a letter; both empty for the paper as a whole.

    `difference` in sen is printed - computed. Money among the facts is sen too; `cells` lists addresses.
    """

    code: str
    gravity: Gravity = Gravity.ERROR
    sheet: str = ""
    row: int = 0
    column: str = ""
    difference: int | None = None
    facts: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def is_error(self) -> bool:
        return self.gravity is Gravity.ERROR

    @property
    def is_keepable(self) -> bool:
        return self.code in KEEPABLE

    @property
    def cell(self) -> str:
        return f"{self.column}{self.row}" if self.column and self.row else ""
