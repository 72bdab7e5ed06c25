"""What everyone reads of the assets, and what nobody outside may."""

import dataclasses

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.core import registry
from desa.foundation.core.registry import FigureNames
from desa.foundation.tenancy.models import Village
from desa.infrastructure.assets import actions, published
from desa.infrastructure.assets.actions import LineFacts
from desa.infrastructure.assets.enums import Condition
from desa.infrastructure.assets.queries import balance
from tests.factories import officeholder
from tests.infrastructure.assets.conftest import Officials, Register, disposed, rp

LINE = LineFacts(2026, "5.2.5.05", "Internet", rp(9_000_000), "APBDes 2026")


def page(path: str = "/aset/") -> str:
    answer = Client().get(path)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.usefixtures("scope")
def test_without_assets_the_page_says_when_it_fills() -> None:
    assert "Belum ada aset yang dicatat" in page()


def test_the_page_counts_and_compares(register: Register, hall: Officials) -> None:
    register("switch", Condition.WORKS, price=rp(7_000_000), yearly_fee=rp(17_400_000))
    register("kamera", Condition.BROKEN, price=rp(1_000_000))
    register("kamera", Condition.MISSING, price=rp(1_000_000))
    actions.set_upkeep_line(by=hall[Office.SEKDES], facts=LINE)
    words = page()
    for part in (
        "Desa punya 3 perangkat",
        "Rp18.800.000",
        "Rp9.000.000",
        "Rp9.800.000",
        "Kamera atau CCTV: 2",
        "1 rusak",
        "1 tidak ditemukan",
        "APBDes 2026",
    ):
        assert part in words


def test_an_unknown_budget_is_not_zero(register: Register) -> None:
    register()
    found = published.summary()
    assert not found.known
    assert "belum diisi" in page()
    assert "<b>Rp0</b>" not in page()


def test_nothing_on_the_page_helps_a_thief(register: Register) -> None:
    register(
        name="Laptop mahal",
        place="gudang belakang",
        serial="SN-77",
        holder=officeholder(Office.KAUR_TU),
    )
    words = page() + page("/en/aset/")
    for secret in ("Laptop mahal", "gudang", "SN-77", "HARIYONO", "TIK-0001"):
        assert secret not in words


def test_nothing_published_holds_more_than_plain_values(register: Register) -> None:
    register()
    told = dataclasses.asdict(published.summary())
    assert set(told) >= {"required_sen", "kinds", "minimum"}
    assert all(isinstance(told[name], int) for name in told if name.endswith("_sen"))


def test_what_was_written_off_is_not_counted(register: Register, sekdes: object) -> None:
    asset = register()
    disposed(sekdes, asset)  # type: ignore[arg-type]
    assert published.summary().total == 0


def test_english_names_the_kinds_in_english(register: Register) -> None:
    register("titik-wifi")
    assert "Wi-Fi access point: 1" in page("/en/aset/")


def test_a_line_is_called_as_the_budget_calls_it(
    scope: Village, hall: Officials, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = registry.Registry[FigureNames]("names of figures")
    monkeypatch.setattr("desa.infrastructure.assets.queries.figures.figure_names", names)
    actions.set_upkeep_line(by=hall[Office.SEKDES], facts=LINE)
    assert balance(2026).lines[0].plan_name == ""
    known = {(2026, "5.2.5.05"): ("Belanja Jasa Langganan Internet", "/apbdes/2026/5.2.5.05/")}
    names.add("apbdes", FigureNames(lambda year, code: known.get((year, code)), "budgets"))
    line = balance(2026).lines[0]
    assert (line.plan_name, line.url) == known[2026, "5.2.5.05"]


def test_a_village_that_switched_the_room_off_shows_nothing(scope: Village) -> None:
    scope.rooms_off = ["assets"]
    scope.save()
    assert Client().get("/aset/").status_code == 404


def test_a_first_visit_is_light(register: Register) -> None:
    for kind in ("router", "ups", "komputer", "printer", "titik-wifi", "kamera"):
        register(kind, Condition.WORKS)
    answer = Client().get("/aset/")
    assert len(answer.content) < 20_000
    assert not answer.cookies
