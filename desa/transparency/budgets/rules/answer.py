"""What the terminal answers as JSON: decimal text for money, codes as the law writes them."""

from collections.abc import Iterable, Sequence

from desa.transparency.budgets.rules.findings import Finding
from desa.transparency.budgets.rules.lines import Column, Line, Part

BIDANG = ("1", "2", "3", "4", "5")
TOLD = {Column.BEFORE: "before", Column.AMOUNT: "amount", Column.REALISED: "realised"}


def decimal(sen: int) -> str:
    """ "-15000000.00"; a text, so that no reader rounds it."""
    sign = "-" if sen < 0 else ""
    return f"{sign}{abs(sen) // 100}.{abs(sen) % 100:02d}"


def line_fields(line: Line, columns: Sequence[Column]) -> dict[str, object]:
    fields: dict[str, object] = {
        "kegiatan": line.kegiatan,
        "akun": line.akun,
        "funds": list(line.funds),
        "name": line.name,
        "sheet": line.sheet,
        "row": line.row,
        "volume": line.volume,
        "unit": line.unit,
    }
    return {**fields, **_money(columns, [line])}


def totals(lines: Sequence[Line], columns: Sequence[Column]) -> dict[str, object]:
    """Keys "4", "5", "6.1", "6.2" and, below "bidang", "1" to "5".

    One amount is a text; a change has {"before", "after"}, a realisation {"amount", "realised"}.
    """
    spending = [line for line in lines if line.part is Part.SPENDING]
    found: dict[str, object] = {
        part.value: _sum(columns, [line for line in lines if line.part is part]) for part in Part
    }
    found["bidang"] = {
        bidang: _sum(columns, [line for line in spending if line.kegiatan.split(".")[0] == bidang])
        for bidang in BIDANG
    }
    return found


def _sum(columns: Sequence[Column], lines: Sequence[Line]) -> object:
    money = _money(columns, lines)
    if Column.BEFORE in columns:
        money["after"] = money.pop("amount")
    return money if len(money) > 1 else money["amount"]


def _money(columns: Sequence[Column], lines: Iterable[Line]) -> dict[str, str]:
    kept = list(lines)
    told = {Column.AMOUNT, *columns}
    return {
        name: decimal(sum(line.value(column) or 0 for line in kept))
        for column, name in TOLD.items()
        if column in told
    }


def finding_fields(finding: Finding, message: str) -> dict[str, object]:
    return {
        "sheet": finding.sheet,
        "row": finding.row or None,
        "column": finding.column or None,
        "cell": finding.cell or None,
        "severity": finding.gravity.value,
        "code": finding.code,
        "message": message,
        "difference": None if finding.difference is None else decimal(finding.difference),
    }
