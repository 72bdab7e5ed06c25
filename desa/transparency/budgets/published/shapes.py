"""Values as the pages place them: money ready to print, lengths of bars as SVG wants them."""

from collections.abc import Sequence
from dataclasses import dataclass

from desa.foundation.core.charts import percent
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.rules.figures import Block, Figures, Work

COLOURS = ("f1", "f2", "f3", "f4", "f5")
PATTERNS = ("", "garis", "titik", "miring", "kisi")
OTHERS = len(COLOURS)


@dataclass(frozen=True)
class WorkRow:
    """`url` is ready to print: a page of 150 kegiatan has no time to look up 150 addresses."""

    url: str
    code: str
    name: str
    amount: Rupiah
    realised: Rupiah | None
    implementer: str
    team: str
    state: str
    reason: str


@dataclass(frozen=True)
class Bar:
    """`width` is the budget on the scale of the largest, `used_width` what was spent of it on the same."""

    code: str
    name: str
    amount: Rupiah
    before: Rupiah | None
    realised: Rupiah | None
    share_tenths: int | None
    width: str
    used_width: str
    works: tuple[WorkRow, ...] = ()

    @property
    def share_used(self) -> float | None:
        return None if self.share_tenths is None else self.share_tenths / 10


@dataclass(frozen=True)
class Slice:
    """A part of a stacked bar, with the colour and pattern of its row in the table."""

    code: str
    name: str
    amount: Rupiah
    realised: Rupiah | None
    share_tenths: int
    x: str
    width: str
    colour: str
    pattern: str

    @property
    def share(self) -> float:
        return self.share_tenths / 10


@dataclass(frozen=True)
class Sums:
    """Income - spending + financing = left; `used` is per cent of the spending."""

    income: Rupiah
    spending: Rupiah
    netto: Rupiah
    left: Rupiah
    received: Rupiah | None
    spent: Rupiah | None
    remaining: Rupiah | None
    used_tenths: int | None

    @property
    def used(self) -> float | None:
        return None if self.used_tenths is None else self.used_tenths / 10


def money(sen: int | None) -> Rupiah | None:
    return None if sen is None else Rupiah(sen)


def tenths(part: int | None, whole: int) -> int | None:
    """Tenths of a per cent, rounded half up; None when the part is unknown or there is no whole."""
    return None if part is None or whole <= 0 else (part * 2000 + whole) // (2 * whole)


def bars(blocks: Sequence[Block], works: Sequence[Work] = (), base: str = "") -> tuple[Bar, ...]:
    """`base` is the address of the version."""
    largest = max((block.amount for block in blocks), default=0)
    return tuple(_bar(block, largest, works, base) for block in blocks)


def _bar(block: Block, largest: int, works: Sequence[Work], base: str) -> Bar:
    return Bar(
        code=block.code,
        name=block.name,
        amount=Rupiah(block.amount),
        before=money(block.before),
        realised=money(block.realised),
        share_tenths=tenths(block.realised, block.amount),
        width=_length(block.amount, largest),
        used_width=_length(min(block.realised or 0, block.amount), largest),
        works=tuple(row(work, base) for work in works if work.code.split(".")[0] == block.code),
    )


def _length(part: int, whole: int) -> str:
    return percent(max(part, 0) * 100 / whole if whole > 0 else 0)


def row(work: Work, base: str) -> WorkRow:
    return WorkRow(
        url=f"{base}kegiatan/{work.code}/",
        code=work.code,
        name=work.name,
        amount=Rupiah(work.amount),
        realised=money(work.realised),
        implementer=work.implementer,
        team=work.team,
        state=work.state,
        reason=work.reason,
    )


def slices(blocks: Sequence[Block]) -> tuple[Slice, ...]:
    """The largest first; from the fifth on all look alike and are told apart by the table."""
    total = sum(block.amount for block in blocks)
    laid: list[Slice] = []
    left = 0.0
    for place, block in enumerate(sorted(blocks, key=lambda block: -block.amount)):
        part = block.amount * 100 / total if total else 0.0
        look = min(place, OTHERS - 1)
        laid.append(
            Slice(
                code=block.code,
                name=block.name,
                amount=Rupiah(block.amount),
                realised=money(block.realised),
                share_tenths=tenths(block.amount, total) or 0,
                x=percent(left),
                width=percent(part),
                colour=COLOURS[look],
                pattern=PATTERNS[look],
            )
        )
        left += part
    return tuple(laid)


def sums_of(shown: Figures) -> Sums:
    budget, real = shown.totals, shown.totals_realised
    return Sums(
        income=Rupiah(budget.income),
        spending=Rupiah(budget.spending),
        netto=Rupiah(budget.netto),
        left=Rupiah(budget.silpa),
        received=Rupiah(real.income) if real else None,
        spent=Rupiah(real.spending) if real else None,
        remaining=Rupiah(real.silpa) if real else None,
        used_tenths=tenths(real.spending, budget.spending) if real else None,
    )
