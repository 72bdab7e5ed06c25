"""What keeping the assets costs a year, and how much of their value is only estimated. Whole sen. Pure.

required = sum of replacement cost / design life + care + subscriptions (INF3; indicators.md 1.6).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.rules.kinds import Kind

DAYS_A_YEAR = 365


@dataclass(frozen=True)
class Worth:
    """One asset as money: what a new one costs, whether that is an estimate, and its yearly fee."""

    kind: Kind
    price: Rupiah
    estimated: bool
    yearly_fee: Rupiah


@dataclass(frozen=True)
class Upkeep:
    """A year's need in three parts, and the value of everything with its estimated part."""

    replacement: Rupiah
    care: Rupiah
    fees: Rupiah
    value: Rupiah
    estimated_value: Rupiah
    unpriced: int

    @property
    def required(self) -> Rupiah:
        return self.replacement + self.care + self.fees

    @property
    def estimated_share(self) -> float:
        """Of the value, 0 to 1; nothing is estimated where there is nothing."""
        return self.estimated_value.sen / self.value.sen if self.value else 0.0


def worth(kind: Kind, price: Rupiah | None, estimated: bool, fee: Rupiah | None) -> Worth:
    """Without a price the kind's own stands in, and is called an estimate."""
    if price is None:
        return Worth(kind, kind.price, True, fee or Rupiah(0))
    return Worth(kind, price, estimated, fee or Rupiah(0))


def yearly_part(amount: Rupiah, times: int, over: int) -> Rupiah:
    """amount x times / over, rounded to the nearest sen, half up."""
    return Rupiah((2 * amount.sen * times + over) // (2 * over))


def yearly_care(kind: Kind) -> Rupiah:
    return Rupiah.total(yearly_part(care.cost, DAYS_A_YEAR, care.every_days) for care in kind.care)


def add_up(assets: Iterable[Worth]) -> Upkeep:
    rows: Sequence[Worth] = list(assets)
    return Upkeep(
        replacement=Rupiah.total(yearly_part(row.price, 1, row.kind.life) for row in rows),
        care=Rupiah.total(yearly_care(row.kind) for row in rows),
        fees=Rupiah.total(row.yearly_fee for row in rows),
        value=Rupiah.total(row.price for row in rows),
        estimated_value=Rupiah.total(row.price for row in rows if row.estimated),
        unpriced=sum(1 for row in rows if row.estimated),
    )


def shortfall(required: Rupiah, given: Rupiah) -> Rupiah:
    """What is missing; nothing when more is given than needed."""
    return max(required - given, Rupiah(0))
