from datetime import date

import pytest

from desa.foundation.core.registry import public_items
from desa.foundation.tenancy.models import Village
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.models import BudgetMedium
from desa.transparency.budgets.published.items import ITEMS
from tests.transparency.budgets.samples import complete, published
from tests.transparency.budgets.test_public_pages import realised

pytestmark = pytest.mark.usefixtures("tuesday")


def told(name: str) -> object:
    return ITEMS[f"permendagri20.{name}"].told()


def test_all_items_of_both_articles_are_registered() -> None:
    assert {name for name in ITEMS if public_items.find(name) is ITEMS[name]} == set(ITEMS)
    assert len([name for name in ITEMS if ".39." in name]) == 3
    assert len([name for name in ITEMS if ".72." in name]) == 5


def test_nothing_is_told_while_a_version_is_prepared(scope: Village) -> None:
    complete()
    assert [name for name, item in ITEMS.items() if item.told()] == []


def test_enacted_budget_tells_article_39_with_its_date(scope: Village) -> None:
    published()
    budget = ITEMS["permendagri20.39.apbdes"].told()
    assert budget is not None
    assert budget.level == 5
    assert budget.on == date(2026, 1, 6)
    assert budget.due_on == date(2025, 12, 22)
    assert budget.url == "/apbdes/2026/ditetapkan-1/"
    complaints = ITEMS["permendagri20.39.pengaduan"].told()
    assert complaints is not None
    assert complaints.level == 3
    assert told("39.pelaksana") is not None
    assert told("72.realisasi") is None


def test_budget_of_last_year_is_not_told_for_this_year(scope: Village) -> None:
    published(year=2025)
    assert told("39.apbdes") is None


def test_draft_is_no_budget(scope: Village) -> None:
    published(stage=Stage.DRAFT)
    assert told("39.apbdes") is None


def test_realisation_tells_article_72(scope: Village) -> None:
    realised()
    names = ("realisasi", "kegiatan", "belum", "sisa", "pengaduan")
    assert [name for name in names if told(f"72.{name}") is None] == []
    item = ITEMS["permendagri20.72.sisa"].told()
    assert item is not None
    assert item.due_on == date(2025, 12, 22)


def test_version_without_a_data_package_is_a_table_only(scope: Village) -> None:
    version = published()
    BudgetMedium.objects.filter(version=version, medium="datapackage").delete()
    item = ITEMS["permendagri20.39.apbdes"].told()
    assert item is not None
    assert item.level == 4
