"""Desa contoh shows what J9 tells: 18.400.000 needed a year, 9.000.000 given, an adapter mended in 26 hours."""

import time
from collections.abc import Iterator
from datetime import datetime

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.measures import Standing
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.infrastructure.assets.demo import NEEDED, THINGS, make_demo
from desa.infrastructure.assets.enums import Cause, Condition
from desa.infrastructure.assets.measures import MEASURES
from desa.infrastructure.assets.models import Asset, Disposal, WorkOrder
from desa.infrastructure.assets.queries import balance, kept_assets, open_orders, plan, today
from tests.factories import officeholder, officials
from tests.infrastructure.assets.conftest import WIB


@pytest.fixture(autouse=True)
def november() -> Iterator[None]:
    """Its assets were registered 200 days ago, when the officials of these tests were in office."""
    with clock.frozen(datetime(2026, 11, 24, 9, 0, tzinfo=WIB)):
        yield


@pytest.fixture
def demo(scope: Village) -> Village:
    made = officials(scope, [Office.SEKDES, Office.OPERATOR, Office.KAUR_KEUANGAN])
    officeholder(Office.KADES)
    officeholder(Office.OPERATOR, made[Office.OPERATOR])
    for name in ("Rajeg", "Winog"):
        Area.objects.create(kind=AreaKind.DUSUN, name=name)
    make_demo(1)
    return scope


@pytest.mark.usefixtures("demo")
def test_the_need_and_the_budget_are_those_of_the_journey() -> None:
    found = balance()
    assert found.need.required == NEEDED == Rupiah.of(18_400_000)
    assert found.given == Rupiah.of(9_000_000)
    assert found.missing == Rupiah.of(9_400_000)


@pytest.mark.usefixtures("demo")
def test_the_adapter_of_rajeg_took_26_hours_and_85_000() -> None:
    order = WorkOrder.objects.get(cause=Cause.ADAPTER)
    assert (order.hours, order.cost, order.worker) == (26.0, Rupiah.of(85_000), "G4S")
    assert str(order.asset.area) == "Rajeg"
    assert open_orders().count() == 2


@pytest.mark.usefixtures("demo")
def test_every_condition_and_an_asset_without_price_has_an_example() -> None:
    assert kept_assets().count() == len(THINGS)
    assert set(kept_assets().values_list("condition", flat=True)) == set(Condition.values)
    assert kept_assets().filter(price__isnull=True).exists()
    assert kept_assets().filter(bought_on__isnull=True).exists()
    assert Disposal.objects.get().paper is not None
    assert any(year.rows for year in plan())


@pytest.mark.usefixtures("demo")
def test_every_measure_has_a_figure() -> None:
    known = {Standing.MEASURED, Standing.ESTIMATED}
    readings = {item.name: item.read(today()) for item in MEASURES}
    assert {name for name, reading in readings.items() if reading.standing not in known} == set()
    assert readings["INF5"].standing == Standing.ESTIMATED
    assert all(reading.evidence for reading in readings.values())


@pytest.mark.usefixtures("scope")
def test_the_demo_is_made_in_seconds(scope: Village) -> None:
    officials(scope, [Office.SEKDES, Office.OPERATOR, Office.KAUR_KEUANGAN])
    before = time.process_time()
    make_demo(1)
    assert time.process_time() - before < 6
    assert Asset.objects.count() == len(THINGS) + 1
