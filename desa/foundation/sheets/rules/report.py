"""What is said about each row of an import, before and after it is done."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    ACCEPT = "accept"
    WARN = "warn"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Reason:
    """`column` is the title in the workbook, `cell` its address; both empty for the row as a whole."""

    code: str
    column: str
    message: str
    cell: str = ""
    verdict: Verdict = Verdict.REJECT

    def to_json(self) -> dict[str, str]:
        return {
            "code": self.code,
            "column": self.column,
            "message": self.message,
            "cell": self.cell,
        }


@dataclass(frozen=True, slots=True)
class RowReport:
    sheet: str
    row: int
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()

    @classmethod
    def of(cls, sheet: str, row: int, reasons: Iterable[Reason]) -> "RowReport":
        """The verdict is the gravest of the reasons; a row without one is accepted."""
        given = tuple(reasons)
        found = {reason.verdict for reason in given}
        gravest = next((v for v in (Verdict.REJECT, Verdict.WARN) if v in found), Verdict.ACCEPT)
        return cls(sheet, row, gravest, given)

    def to_json(self) -> dict[str, object]:
        return {
            "sheet": self.sheet,
            "row": self.row,
            "verdict": self.verdict.value,
            "reasons": [reason.to_json() for reason in self.reasons],
        }


@dataclass(frozen=True)
class SheetReport:
    """All rows of one import; `counts` may hold more than verdicts (families, new dusun ...)."""

    rows: tuple[RowReport, ...]
    counts: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[RowReport], **further: int) -> "SheetReport":
        given = tuple(rows)
        found = Counter(row.verdict.value for row in given)
        counts = {verdict.value: found[verdict.value] for verdict in Verdict}
        return cls(given, {"rows": len(given), **counts, **further})

    def rejected(self) -> tuple[RowReport, ...]:
        return tuple(row for row in self.rows if row.verdict is Verdict.REJECT)

    def to_json(self) -> dict[str, object]:
        return {"counts": dict(self.counts), "rows": [row.to_json() for row in self.rows]}
