"""From one version to the next: what it was, what it becomes, and the difference."""

from collections.abc import Iterable
from dataclasses import dataclass

from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.published.shapes import money
from desa.transparency.budgets.queries import figures, previous_version, published_version
from desa.transparency.budgets.rules.diff import Change, Entry, diff
from desa.transparency.budgets.rules.figures import Block, Figures, Work
from desa.transparency.budgets.rules.tree import order


@dataclass(frozen=True)
class ChangeRow:
    """`old` is None for what is new, `new` for what is gone."""

    code: str
    name: str
    old: Rupiah | None
    new: Rupiah | None
    difference: Rupiah
    kind: str


@dataclass(frozen=True)
class ChangePage:
    figures: Figures
    edition: str
    before: Figures
    before_edition: str
    totals: tuple[ChangeRow, ...]
    income: tuple[ChangeRow, ...]
    spending: tuple[ChangeRow, ...]
    works: tuple[ChangeRow, ...]
    financing: tuple[ChangeRow, ...]


def change_page(year: int, edition: str) -> ChangePage | None:
    """None for the first version of a year: there is nothing it changes."""
    version = published_version(year, edition)
    before = previous_version(version) if version else None
    if version is None or before is None:
        return None
    new, old = figures(version), figures(before)
    return ChangePage(
        figures=new,
        edition=version.edition,
        before=old,
        before_edition=before.edition,
        totals=_totals(old, new),
        income=_rows(old.income, new.income),
        spending=_rows(old.spending, new.spending),
        works=_rows(old.works, new.works),
        financing=_rows((*old.receipts, *old.outlays), (*new.receipts, *new.outlays)),
    )


def _entries(items: Iterable[Block | Work]) -> dict[str, Entry]:
    return {item.code: Entry(item.name, item.amount) for item in items}


def _rows(old: Iterable[Block | Work], new: Iterable[Block | Work]) -> tuple[ChangeRow, ...]:
    changes = diff(_entries(old), _entries(new))
    return tuple(_row(change) for change in sorted(changes, key=lambda each: order(each.key)))


def _row(change: Change[str]) -> ChangeRow:
    return ChangeRow(
        code=change.key,
        name=change.name,
        old=money(change.old),
        new=money(change.new),
        difference=Rupiah(change.difference),
        kind=change.kind.value,
    )


def _totals(old: Figures, new: Figures) -> tuple[ChangeRow, ...]:
    """All four, changed or not: they must still end at nothing."""
    pairs = {
        name: (getattr(old.totals, name), getattr(new.totals, name))
        for name in ("income", "spending", "netto", "silpa")
    }
    return tuple(_row(Change(name, name, before, after)) for name, (before, after) in pairs.items())
