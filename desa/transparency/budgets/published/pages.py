"""A year and a version as the main page shows them: a handful of queries, sums made when published."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from desa.transparency.budgets.enums import Medium, WorkState
from desa.transparency.budgets.models import BudgetMedium, BudgetVersion
from desa.transparency.budgets.published.shapes import (
    Bar,
    Slice,
    Sums,
    WorkRow,
    bars,
    row,
    slices,
    sums_of,
)
from desa.transparency.budgets.queries import (
    figures,
    latest_version,
    published_version,
    published_versions,
)
from desa.transparency.budgets.queries.asking import version_key
from desa.transparency.budgets.queries.showing import basis_of, title_of
from desa.transparency.budgets.queries.versions import before_in
from desa.transparency.budgets.rules.figures import Figures

UNFINISHED = (WorkState.NOT_STARTED, WorkState.RUNNING)


@dataclass(frozen=True)
class Edition:
    """A version in the switch between versions."""

    title: str
    basis: str
    year: int
    edition: str
    published_on: date | None
    current: bool


@dataclass(frozen=True)
class MediumLink:
    medium: str
    label: str
    size: int


@dataclass(frozen=True)
class BudgetPage:
    """`newer` is the version that took the place of this one; `compared` the one before it.

    `key` begins the keys of its figures, for questions about them.
    """

    key: str
    figures: Figures
    stage: str
    edition: str
    sums: Sums
    bars: tuple[Bar, ...]
    sources: tuple[Slice, ...]
    financing: tuple[Bar, ...]
    unfinished: tuple[WorkRow, ...]
    media: tuple[MediumLink, ...]
    years: tuple[Edition, ...]
    editions: tuple[Edition, ...]
    newer: Edition | None
    compared: Edition | None


def year_page(year: int | None = None) -> BudgetPage | None:
    """What is in force in this year, or in the newest; None while nothing is published."""
    version = latest_version(year)
    return _page(version) if version else None


def budget_page(year: int, edition: str) -> BudgetPage | None:
    version = published_version(year, edition)
    return _page(version) if version else None


def _page(version: BudgetVersion) -> BudgetPage:
    shown = figures(version)
    base = reverse("budgets:version", args=[version.year, version.edition])
    all_versions = list(published_versions())
    same_year = [each for each in all_versions if each.year == version.year]
    return BudgetPage(
        key=version_key(version),
        figures=shown,
        stage=version.stage,
        edition=version.edition,
        sums=sums_of(shown),
        bars=bars(shown.spending, shown.works, base),
        sources=slices(shown.income),
        financing=bars((*shown.receipts, *shown.outlays)),
        unfinished=_unfinished(shown, base),
        media=media_of(version),
        years=_years(all_versions, version),
        editions=tuple(_edition(each, version) for each in same_year),
        newer=_newer(same_year, version),
        compared=_compared(same_year, version),
    )


def _unfinished(shown: Figures, base: str) -> tuple[WorkRow, ...]:
    """What was not begun comes first."""
    return tuple(
        row(work, base) for state in UNFINISHED for work in shown.works if work.state == state
    )


def _edition(version: BudgetVersion, current: BudgetVersion) -> Edition:
    return Edition(
        title=title_of(version),
        basis=basis_of(version),
        year=version.year,
        edition=version.edition,
        published_on=version.published_at.date() if version.published_at else None,
        current=version.pk == current.pk,
    )


def _years(versions: Sequence[BudgetVersion], current: BudgetVersion) -> tuple[Edition, ...]:
    """One of each year, the newest first."""
    by_year: dict[int, BudgetVersion] = {}
    for version in versions:
        by_year.setdefault(version.year, version)
    by_year[current.year] = current
    return tuple(_edition(version, current) for version in by_year.values())


def _newer(same_year: Sequence[BudgetVersion], version: BudgetVersion) -> Edition | None:
    """The newest of the year, when it is not this one."""
    newest = same_year[0]
    return None if newest.pk == version.pk else _edition(newest, version)


def _compared(same_year: Sequence[BudgetVersion], version: BudgetVersion) -> Edition | None:
    before = before_in(same_year, version)
    return _edition(before, version) if before else None


def media_of(version: BudgetVersion) -> tuple[MediumLink, ...]:
    """What can be printed and passed on; nothing before it is published."""
    rows = BudgetMedium.objects.filter(version=version).select_related("file")
    found = {medium.medium: medium for medium in rows}
    return tuple(
        MediumLink(medium.value, str(medium.label), found[medium].file.size)
        for medium in Medium
        if medium in found
    )
