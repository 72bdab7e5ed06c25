"""Which single cell below a parent is wrong, when other facts of the paper leave only one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desa.transparency.budgets.rules.funds import read_funds
from desa.transparency.budgets.rules.layout import Role
from desa.transparency.budgets.rules.lines import Column, Line, Part
from desa.transparency.budgets.rules.values import Entry

RUPIAH = 100
Rate = tuple[str, str, Fraction]  # account, unit, price of one


@dataclass(frozen=True)
class Suspicion:
    """`entry` is None when several cells stay possible; `reasons` are codes of what excluded the others."""

    entry: Entry | None
    candidates: tuple[Entry, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Circumstances:
    """What the whole paper tells: which fund is out of balance, and usual prices."""

    gaps: dict[str, int]
    rates: dict[Rate, int]


def circumstances(lines: Sequence[Line], column: Column) -> Circumstances:
    rates: dict[Rate, int] = {}
    for line in lines:
        if rate := _rate(line.akun, line.unit, line.volume, line.value(column)):
            rates[rate] = rates.get(rate, 0) + 1
    return Circumstances(fund_gaps(lines, column), rates)


def fund_gaps(lines: Iterable[Line], column: Column) -> dict[str, int]:
    """Fund -> income + receipts - outlays - spending, where not 0; empty when any line has not one fund."""
    signs = {Part.INCOME: 1, Part.RECEIPT: 1, Part.OUTLAY: -1, Part.SPENDING: -1}
    gaps: dict[str, int] = {}
    for line in lines:
        if len(line.funds) != 1:
            return {}
        fund = line.funds[0]
        gaps[fund] = gaps.get(fund, 0) + signs[line.part] * (line.value(column) or 0)
    return {fund: gap for fund, gap in gaps.items() if gap}


def suspect(
    candidates: Sequence[Entry], missing: int, column: Column, known: Circumstances
) -> Suspicion:
    """`missing` in sen is printed parent - sum of its rows: what the wrong cell lacks."""
    if len(candidates) == 1:
        return Suspicion(candidates[0], (candidates[0],), ("only_row",))
    left = list(candidates)
    reasons: list[str] = []
    for reason, kept in (
        ("own_change", _by_own_change(left, missing, column)),
        ("fund_short", _by_fund(left, missing, known)),
    ):
        kept_here = [entry for entry in left if entry in kept]
        if kept and kept_here and len(kept_here) < len(left):
            left, reasons = kept_here, [*reasons, reason]
    possible = [entry for entry in left if not _is_excluded(entry, missing, column, known)]
    if len(possible) < len(left):
        reasons.append("unit_price")
    sure = possible[0] if len(possible) == 1 and reasons else None
    return Suspicion(sure, tuple(possible or left), tuple(reasons))


def _by_own_change(entries: Sequence[Entry], missing: int, column: Column) -> list[Entry]:
    """Rows whose own printed difference disagrees by exactly this much."""
    return [entry for entry in entries if missing in own_gaps(entry, column)]


def own_gaps(entry: Entry, column: Column) -> tuple[int, ...]:
    """What a figure lacks by its own row; of lebih/(kurang) villages know both signs. Empty: nothing told."""
    values, checks = entry.values, entry.checks
    amount = values.get(Column.AMOUNT, 0)
    if Role.CHANGE in checks and Column.BEFORE in values:
        gap = values[Column.BEFORE] + checks[Role.CHANGE] - amount
        return (gap if column is Column.AMOUNT else -gap,)
    if Role.REST in checks and Column.REALISED in values:
        gaps = (
            amount - values[Column.REALISED] - checks[Role.REST],
            amount - values[Column.REALISED] + checks[Role.REST],
        )
        return (
            () if 0 in gaps else gaps if column is Column.REALISED else tuple(-gap for gap in gaps)
        )
    return ()


def _by_fund(entries: Sequence[Entry], missing: int, known: Circumstances) -> list[Entry]:
    """When one fund alone is out of balance, by exactly this much, the cell is one of that fund."""
    if len(known.gaps) != 1:
        return []
    fund, gap = next(iter(known.gaps.items()))
    part = entries[0].source.code.akun[:1]
    expected = missing if part == "5" or entries[0].source.code.akun.startswith("6.2") else -missing
    if gap != expected:
        return []
    return [entry for entry in entries if read_funds(entry.source.fund) == (fund,)]


def _is_excluded(entry: Entry, missing: int, column: Column, known: Circumstances) -> bool:
    """A cell is cleared when its price is usual in the paper, or when the correction would be absurd."""
    value = entry.values.get(column)
    source = entry.source
    if value is None or value + missing < 0:
        return True
    now = _rate(source.code.akun, source.unit, source.volume, value)
    then = _rate(source.code.akun, source.unit, source.volume, value + missing)
    if now is None or then is None:
        return False
    if known.rates.get(now, 0) > 1 and known.rates.get(then, 0) == 0:
        return True
    return _is_whole(now[2]) and not _is_whole(then[2])


def _is_whole(price: Fraction) -> bool:
    return (price / RUPIAH).denominator == 1


def _rate(akun: str, unit: str, volume: str, value: int | None) -> Rate | None:
    """A lump sum (volume 1) has no price that tells anything."""
    if value is None or not volume.isdecimal() or int(volume) < 2:
        return None
    return akun, unit.casefold(), Fraction(value, int(volume))
