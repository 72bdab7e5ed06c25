"""The office pages of money, plans and searches."""

from collections.abc import Mapping
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from desa.foundation.accounts.enums import Office
from desa.infrastructure.assets.enums import Condition
from desa.infrastructure.assets.models import UpkeepLine
from desa.infrastructure.assets.queries import find_for_search
from tests.factories import enter
from tests.infrastructure.assets.conftest import Officials, Register, rp

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(hall: Officials) -> Client:
    return enter(hall[Office.KAUR_TU])


@pytest.fixture
def top(hall: Officials) -> Client:
    return enter(hall[Office.SEKDES])


def send(client: Client, name: str, data: Mapping[str, object], **where: object) -> int:
    return client.post(reverse(f"assets:{name}", kwargs=where), data).status_code


def shown(client: Client, name: str, query: str = "") -> str:
    return client.get(reverse(f"assets:{name}") + query).content.decode()


@pytest.fixture
def line() -> dict[str, object]:
    return {
        "year": "2026",
        "code": "5.2.5.05",
        "name": "Internet",
        "amount": "9.000.000",
        "source": "APBDes 2026",
    }


def test_need_and_budget_stand_side_by_side(
    top: Client, register: Register, line: dict[str, object]
) -> None:
    register("switch", price=rp(7_000_000), yearly_fee=rp(17_400_000))
    assert "belum diketahui" in shown(top, "balance")
    assert send(top, "set_line", line) == 302
    page = shown(top, "balance")
    for words in ("Rp18.400.000", "Rp9.000.000", "Rp9.400.000", "APBDes 2026"):
        assert words in page
    assert "belum diisi" in shown(top, "balance", "?tahun=2025")
    assert "Rp9.000.000" in shown(top, "balance", "?tahun=20x6")


def test_a_wrong_line_is_said_and_a_right_one_can_be_removed(
    top: Client, line: dict[str, object]
) -> None:
    assert send(top, "set_line", {**line, "code": "lima"}) == 422
    assert send(top, "set_line", {**line, "amount": "sembilan juta"}) == 422
    assert send(top, "set_line", {**line, "source": ""}) == 422
    assert send(top, "set_line", line) == 302
    assert send(top, "remove_line", {}, line_id=UpkeepLine.objects.get().pk) == 302
    assert not UpkeepLine.objects.exists()


def test_the_plan_names_what_it_cannot_place(clerk: Client, register: Register) -> None:
    register("router", Condition.BROKEN, name="Router rusak")
    register("printer", name="Printer tanpa tahun")
    page = shown(clerk, "plan")
    assert "2027: Rp1.800.000" in page
    assert page.index("Router rusak") < page.index("Printer tanpa tahun")
    assert "Isi tahun belinya" in page


def test_a_warranty_that_ends_soon_is_told(clerk: Client, register: Register) -> None:
    register(name="Router bergaransi", warranty_until=date(2026, 4, 1))
    register(name="Lama", warranty_until=date(2025, 4, 1))
    page = shown(clerk, "overview")
    assert "garansi 1 April 2026" in page
    assert "garansi 1 April 2025" not in page


def test_the_one_search_box_finds_codes_names_and_serial_numbers(register: Register) -> None:
    register(name="Router utama", serial="SN-77")
    for words in ("tik-0001", "router", "sn-77"):
        assert find_for_search(words, 5)[0].title == "TIK-0001 Router utama"
    assert find_for_search("kulkas", 5) == []
