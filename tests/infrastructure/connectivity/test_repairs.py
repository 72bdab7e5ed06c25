"""An outage and the work order of its device: opened by the office, closed with the cost when the point is back."""

import pytest
from django.core.exceptions import PermissionDenied

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.actions import AssetFacts, register_asset
from desa.infrastructure.assets.enums import Cause as AssetCause
from desa.infrastructure.assets.enums import Condition, OrderState
from desa.infrastructure.assets.models import WorkOrder
from desa.infrastructure.connectivity.actions import describe_outage, order_repair, watch_points
from desa.infrastructure.connectivity.actions.repairs import CAUSES
from desa.infrastructure.connectivity.enums import Cause
from desa.infrastructure.connectivity.exceptions import ConnectivityError
from desa.infrastructure.connectivity.models import Outage, Point
from tests.factories import enter
from tests.infrastructure.connectivity.conftest import Officials, later, point, readings

FACTS = {
    "cause": Cause.ADAPTOR,
    "work": "ganti adaptor",
    "worker": "G4S",
    "cost": Rupiah.of(85_000),
}


@pytest.fixture
def off(hall: Officials) -> Outage:
    """Rajeg has been off for an hour, and its router stands in the list of assets."""
    facts = AssetFacts(kind="router", name="Router Rajeg")
    asset = register_asset(by=hall[Office.KAUR_TU], facts=facts, condition=Condition.WORKS)
    readings(point("Musala", "Winog"), -90, 0)
    readings(point(asset=asset), -90, -60)
    watch_points()
    return Outage.objects.get()


def back(outage: Outage) -> None:
    """It answers again; the outage is over."""
    readings(outage.point, 30, 31)
    with clock.frozen(later(minutes=31)):
        watch_points()


def test_work_order_counts_from_the_beginning_of_the_outage(hall: Officials, off: Outage) -> None:
    ordered = order_repair(by=hall[Office.POKMAS], outage=off)
    order = WorkOrder.objects.get()
    assert ordered.order == order
    assert (order.opened_at, order.state) == (off.began_at, OrderState.OPEN)
    assert "Balai Dusun Rajeg" in order.trouble


def test_asking_twice_gives_one_order(hall: Officials, off: Outage) -> None:
    for _ in range(2):
        order_repair(by=hall[Office.POKMAS], outage=off)
    assert WorkOrder.objects.count() == 1


def test_order_is_closed_with_cause_and_cost_when_the_point_is_back(
    hall: Officials, off: Outage
) -> None:
    by = hall[Office.POKMAS]
    order_repair(by=by, outage=off)
    describe_outage(by=by, outage=off, facts=FACTS)
    assert WorkOrder.objects.get().state == OrderState.OPEN
    back(off)
    with clock.frozen(later(minutes=40)):
        described = describe_outage(by=by, outage=off, facts=FACTS)
    order = WorkOrder.objects.get()
    assert (order.state, order.cause, order.cost) == (
        OrderState.DONE,
        AssetCause.ADAPTER,
        Rupiah.of(85_000),
    )
    assert order.closed_at == described.ended_at == later(minutes=30)


def test_order_without_a_cause_stays_open(hall: Officials, off: Outage) -> None:
    by = hall[Office.POKMAS]
    order_repair(by=by, outage=off)
    back(off)
    with clock.frozen(later(minutes=40)):
        describe_outage(by=by, outage=off, facts={"work": "dilihat"})
    assert WorkOrder.objects.get().state == OrderState.OPEN


def test_who_may_not_order_may_still_write_what_happened(hall: Officials, off: Outage) -> None:
    by = hall[Office.KEPALA_DUSUN]
    with pytest.raises(PermissionDenied):
        order_repair(by=by, outage=off)
    assert describe_outage(by=by, outage=off, facts=FACTS).work == "ganti adaptor"


def test_point_without_a_device_in_the_list_is_refused(hall: Officials, off: Outage) -> None:
    Point.objects.update(asset=None)
    with pytest.raises(ConnectivityError):
        order_repair(by=hall[Office.POKMAS], outage=off)
    answer = enter(hall[Office.POKMAS]).post(f"/kantor/wifi/gangguan/{off.public_id}/perintah/")
    assert answer.status_code == 409


def test_office_makes_the_order_on_the_page_of_the_outage(hall: Officials, off: Outage) -> None:
    office, path = enter(hall[Office.SEKDES]), f"/kantor/wifi/gangguan/{off.public_id}/"
    assert "Buat perintah kerja" in office.get(path).content.decode()
    assert office.post(f"{path}perintah/").status_code == 302
    assert "Perintah kerja:" in office.get(path).content.decode()


def test_every_known_cause_has_its_word_in_the_list_of_assets() -> None:
    assert set(CAUSES) == set(Cause) - {Cause.UNKNOWN}
