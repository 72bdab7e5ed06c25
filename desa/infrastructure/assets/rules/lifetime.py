"""End of life of an asset, and the plan of three years by it (a table; the exact choice of model 5.2
comes later). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.rules.kinds import Kind

YEARS = 3


@dataclass(frozen=True)
class Aging:
    """An asset as the plan sees it; without `bought_on` nobody knows how old it is."""

    key: int
    kind: Kind
    price: Rupiah
    estimated: bool
    bought_on: date | None
    broken: bool


@dataclass(frozen=True)
class PlanYear:
    year: int
    rows: tuple[Aging, ...]

    @property
    def cost(self) -> Rupiah:
        return Rupiah.total(row.price for row in self.rows)


def end_of_life(kind: Kind, bought_on: date | None) -> int | None:
    """The year in which it is usually replaced; None when the year of purchase is unknown."""
    return None if bought_on is None else bought_on.year + kind.life


def age_in_years(bought_on: date | None, today: date) -> int | None:
    """Whole years; bought later than today counts as new."""
    if bought_on is None:
        return None
    years = today.year - bought_on.year
    return max(years - ((today.month, today.day) < (bought_on.month, bought_on.day)), 0)


def replacement_plan(assets: Iterable[Aging], first_year: int) -> tuple[PlanYear, ...]:
    """Three years; what is past its life or broken comes first, the most critical on top."""
    planned: dict[int, list[Aging]] = {first_year + step: [] for step in range(YEARS)}
    for asset in assets:
        end = end_of_life(asset.kind, asset.bought_on)
        year = first_year if asset.broken else max(end, first_year) if end is not None else None
        if year in planned:
            planned[year].append(asset)
    return tuple(PlanYear(year, tuple(sorted(rows, key=_first))) for year, rows in planned.items())


def _first(asset: Aging) -> tuple[int, int, int]:
    return (-asset.kind.criticality, end_of_life(asset.kind, asset.bought_on) or 0, asset.key)
