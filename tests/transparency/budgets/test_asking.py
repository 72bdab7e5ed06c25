import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.core.registry import askable, figure_names
from desa.foundation.tenancy.models import Village
from desa.transparency.budgets.models import Activity, BudgetVersion
from desa.transparency.budgets.queries.asking import (
    askable_figure,
    figure_name,
    search_figures,
)
from tests.transparency.budgets.samples import complete, publish

PLACE = "2026.ditetapkan.1"


@pytest.fixture
def budget(scope: Village) -> BudgetVersion:
    version = complete()
    Activity.objects.filter(version=version, kegiatan="1.1.01").update(office=Office.KAUR_TU)
    return publish(version)


def test_question_on_works_goes_to_who_carries_them_out(budget: BudgetVersion) -> None:
    found = askable_figure(f"{PLACE}:2.3.11")
    assert found is not None
    assert found.owner_office == Office.KASI_KESEJAHTERAAN
    assert found.title == "Saluran air Dusun Winog (APBDes 2026): Rp250.000.000"
    assert found.url == "/apbdes/2026/ditetapkan-1/kegiatan/2.3.11/"
    first = askable_figure(f"{PLACE}:1.1.01")
    assert first is not None
    assert first.owner_office == Office.KAUR_TU


def test_question_on_a_bidang_goes_to_the_office_that_does_most_of_it(
    budget: BudgetVersion,
) -> None:
    found = askable_figure(f"{PLACE}:2")
    assert found is not None
    assert found.owner_office == Office.KASI_KESEJAHTERAAN
    assert "Rp346.500.000" in found.title


def test_question_on_income_names_its_account(budget: BudgetVersion) -> None:
    found = askable_figure(f"{PLACE}:akun.4.2.1")
    assert found is not None
    assert found.url == "/apbdes/2026/ditetapkan-1/rekening/4.2.1/"
    assert "Rp312.450.000" in found.title


@pytest.mark.parametrize(
    "key",
    [
        "",
        ":",
        PLACE,
        f"{PLACE}:",
        f"{PLACE}:9.9.99",
        f"{PLACE}:akun.7",
        "2025.ditetapkan.1:2.3.11",
        "2026.ditetapkan.2:2.3.11",
        "2026.ditetapkan.²:2.3.11",
        "abc.ditetapkan.1:2",
        "2026.1:2",
    ],
)
def test_key_of_nothing_published_is_nothing(budget: BudgetVersion, key: str) -> None:
    assert askable_figure(key) is None


def test_prepared_version_cannot_be_asked_about(scope: Village) -> None:
    complete()
    assert askable_figure(f"{PLACE}:2.3.11") is None
    assert search_figures("saluran", 5) == []
    assert figure_name(2026, "2.3.11") is None


def test_counter_finds_a_kegiatan_by_its_words(budget: BudgetVersion) -> None:
    ((key, found),) = search_figures("air winog", 5)
    assert key == f"{PLACE}:2.3.11"
    assert askable_figure(key) == found
    assert len(search_figures("", 3)) == 3


def test_other_rooms_learn_the_name_of_a_kegiatan(budget: BudgetVersion) -> None:
    name = figure_names.get("apbdes").find(2026, "2.3.11")
    assert name == ("Saluran air Dusun Winog", "/apbdes/2026/ditetapkan-1/kegiatan/2.3.11/")
    assert figure_name(2026, "2.3") is not None
    assert figure_name(2026, "2.3.1") is None
    assert figure_name(2025, "2.3.11") is None
    assert askable.get("apbdes").room == "budgets"


def test_pages_lead_to_the_question_about_their_figure(budget: BudgetVersion) -> None:
    page = Client().get("/apbdes/").content.decode()
    assert f'href="/tanya/apbdes/{PLACE}:2/"' in page
    detail = Client().get("/apbdes/2026/ditetapkan-1/kegiatan/2.3.11/").content.decode()
    assert f'href="/tanya/apbdes/{PLACE}:2.3.11/"' in detail
    assert Client().get(f"/tanya/apbdes/{PLACE}:2.3.11/").status_code == 200
