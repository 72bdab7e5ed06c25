"""Needed against given, the plan of three years, and the summary that everybody reads."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from desa.foundation.core.registry import figure_names
from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.engine.catalogue import catalogue
from desa.infrastructure.assets.enums import Condition
from desa.infrastructure.assets.models import Asset, UpkeepLine
from desa.infrastructure.assets.queries.register import kept_assets, today
from desa.infrastructure.assets.rules.kinds import Minimum
from desa.infrastructure.assets.rules.lifetime import Aging, PlanYear, replacement_plan
from desa.infrastructure.assets.rules.upkeep import Upkeep, add_up, shortfall


@dataclass(frozen=True)
class GivenLine:
    """`plan_name` and `url` as the room of budgets calls the line; "" when it knows none."""

    line: UpkeepLine
    plan_name: str
    url: str


@dataclass(frozen=True)
class Balance:
    """A year's need against what the budget gives. `lines` empty: nobody has said what it gives."""

    year: int
    need: Upkeep
    lines: tuple[GivenLine, ...]

    @property
    def given(self) -> Rupiah | None:
        """None, not zero, while nobody has typed a line."""
        return Rupiah.total(row.line.amount for row in self.lines) if self.lines else None

    @property
    def spent(self) -> Rupiah | None:
        known = [row.line.spent for row in self.lines if row.line.spent is not None]
        return Rupiah.total(known) if known else None

    @property
    def missing(self) -> Rupiah | None:
        return None if self.given is None else shortfall(self.need.required, self.given)


def need_of(assets: "list[Asset]") -> Upkeep:
    return add_up(row.worth for row in assets)


def balance(year: int | None = None) -> Balance:
    """Of what is kept today; without a year this one."""
    wanted = year or today().year
    rows = UpkeepLine.objects.filter(year=wanted)
    return Balance(wanted, need_of(list(kept_assets())), tuple(_given(row) for row in rows))


def _given(line: UpkeepLine) -> GivenLine:
    names = figure_names.find("apbdes")
    name, url = (names.find(line.year, line.code) if names else None) or ("", "")
    return GivenLine(line, name, url)


def plan(first_year: int | None = None) -> tuple[PlanYear, ...]:
    rows = (_aging(row) for row in kept_assets())
    return replacement_plan(rows, first_year or today().year + 1)


def _aging(row: Asset) -> Aging:
    worth = row.worth
    broken = row.condition in {Condition.BROKEN, Condition.MISSING}
    return Aging(row.pk, row.kind_data, worth.price, worth.estimated, row.bought_on, broken)


@dataclass(frozen=True)
class MinimumItem:
    item: Minimum
    working: int

    @property
    def met(self) -> bool:
        return self.working >= self.item.count


def minimum_list(conditions: "dict[int, str]", assets: "list[Asset]") -> list[MinimumItem]:
    """The list against assets that work, by the condition each had."""
    works = [row for row in assets if conditions.get(row.pk) == Condition.WORKS]
    return [
        MinimumItem(
            item,
            sum(1 for row in works if row.kind in item.kinds and item.use in {"", row.use}),
        )
        for item in catalogue().minimum
    ]


def minimum_now() -> list[MinimumItem]:
    assets = list(kept_assets())
    return minimum_list({row.pk: row.condition for row in assets}, assets)


def count_by_condition(assets: "list[Asset]") -> dict[Condition, int]:
    """Every condition, also those that no asset is in."""
    counted = Counter(row.condition for row in assets)
    return {condition: counted[condition] for condition in Condition}


def ends_soon(days: int = 60) -> list[tuple[Asset, date, str]]:
    """Warranties and contracts that end within so many days: (asset, day, which of the two)."""
    first = today()
    found = [
        (row, day, word)
        for row in kept_assets()
        for day, word in ((row.warranty_until, _("garansi")), (row.contract_until, _("kontrak")))
        if day is not None and 0 <= (day - first).days <= days
    ]
    return sorted(found, key=lambda item: (item[1], item[0].code))
