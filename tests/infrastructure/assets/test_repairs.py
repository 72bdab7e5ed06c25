"""Work orders, care and the budget lines."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.actions import LineFacts, Repair
from desa.infrastructure.assets.enums import Cause, Condition, OrderState
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import UpkeepLine, WorkOrder
from desa.infrastructure.assets.queries import (
    balance,
    count_open_orders,
    open_order_of,
    open_orders,
)
from tests.infrastructure.assets.conftest import DAY, MORNING, Officials, Register, disposed, rp

ADAPTER = Repair(Cause.ADAPTER, rp(85_000), "Adaptor diganti", repaired=True, worker="G4S")
PROBE = SystemActor("probe")
LINE = LineFacts(2026, "5.2.5.05", "Langganan internet", rp(9_000_000), "APBDes 2026")


def test_a_repair_of_26_hours_with_its_cause_and_cost(register: Register, sekdes: User) -> None:
    asset = register("titik-wifi", Condition.BROKEN)
    order = actions.open_work_order(by=sekdes, asset=asset, trouble="Lampu mati", worker="G4S")
    assert (order.hours, open_order_of(asset), count_open_orders()) == (None, order, 1)
    with clock.frozen(MORNING + timedelta(hours=26)):
        done = actions.close_work_order(by=sekdes, order=order, repair=ADAPTER)
    assert (done.hours, done.cause, done.cost) == (26.0, Cause.ADAPTER, rp(85_000))
    asset.refresh_from_db()
    assert asset.condition == Condition.WORKS
    assert not open_orders().exists()


def test_a_probe_opens_an_order_from_when_the_trouble_began(register: Register) -> None:
    asset, began = register("titik-wifi"), MORNING - timedelta(minutes=20)
    order = actions.open_work_order(by=PROBE, asset=asset, trouble="Diam", opened_at=began)
    assert order.opened_at == began
    assert asset.checks.count() == 0


def test_a_second_order_for_the_same_asset_is_the_first_one(register: Register) -> None:
    asset = register()
    first = actions.open_work_order(by=PROBE, asset=asset, trouble="Diam")
    assert actions.open_work_order(by=PROBE, asset=asset, trouble="Masih diam") == first
    assert WorkOrder.objects.count() == 1


def test_an_order_never_begins_tomorrow_nor_ends_before_it_began(register: Register) -> None:
    order = actions.open_work_order(
        by=PROBE, asset=register(), trouble="Diam", opened_at=MORNING + timedelta(days=1)
    )
    assert order.opened_at == MORNING
    early = MORNING - timedelta(days=1)
    done = actions.close_work_order(by=PROBE, order=order, repair=ADAPTER, closed_at=early)
    assert done.hours == 0


def test_without_a_cause_an_order_stays_open(register: Register, sekdes: User) -> None:
    order = actions.open_work_order(by=sekdes, asset=register(), trouble="Mati")
    unknown = Repair(Cause.UNKNOWN, Rupiah(0), "", repaired=True)
    with pytest.raises(AssetRefused, match="sebabnya"):
        actions.close_work_order(by=sekdes, order=order, repair=unknown)
    assert WorkOrder.objects.get().state == OrderState.OPEN


def test_what_could_not_be_repaired_is_broken(register: Register, sekdes: User) -> None:
    asset = register(found=Condition.WORKS)
    order = actions.open_work_order(by=sekdes, asset=asset, trouble="Mati")
    hopeless = Repair(Cause.LIGHTNING, Rupiah(0), "Terbakar", repaired=False)
    actions.close_work_order(by=sekdes, order=order, repair=hopeless)
    asset.refresh_from_db()
    assert asset.condition == Condition.BROKEN


def test_closing_twice_changes_nothing_and_cancelling_a_done_one_is_refused(
    register: Register, sekdes: User
) -> None:
    order = actions.open_work_order(by=sekdes, asset=register(), trouble="Mati")
    done = actions.close_work_order(by=sekdes, order=order, repair=ADAPTER)
    again = Repair(Cause.OTHER, rp(1), "", repaired=False)
    assert actions.close_work_order(by=sekdes, order=done, repair=again).cost == rp(85_000)
    with pytest.raises(AssetRefused, match="Selesai"):
        actions.cancel_work_order(by=sekdes, order=done, reason="Keliru")


def test_an_order_opened_by_mistake_is_cancelled_with_its_reason(
    register: Register, sekdes: User
) -> None:
    order = actions.open_work_order(by=sekdes, asset=register(), trouble="Mati")
    with pytest.raises(AssetRefused, match="alasannya"):
        actions.cancel_work_order(by=sekdes, order=order, reason="")
    cancelled = actions.cancel_work_order(by=sekdes, order=order, reason="Hanya kabel lepas")
    assert (cancelled.state, cancelled.reason) == (OrderState.CANCELLED, "Hanya kabel lepas")
    with pytest.raises(AssetRefused, match="Dibatalkan"):
        actions.close_work_order(by=sekdes, order=cancelled, repair=ADAPTER)


def test_nothing_is_repaired_that_was_written_off(register: Register, sekdes: User) -> None:
    asset = register()
    disposed(sekdes, asset)
    with pytest.raises(AssetRefused, match="sudah dihapus"):
        actions.open_work_order(by=PROBE, asset=asset, trouble="Diam")


def test_pokmas_repairs_and_a_kepala_dusun_does_not(register: Register, hall: Officials) -> None:
    asset = register()
    actions.open_work_order(by=hall[Office.POKMAS], asset=asset, trouble="Mati")
    with pytest.raises(PermissionDenied):
        actions.open_work_order(by=hall[Office.KEPALA_DUSUN], asset=asset, trouble="Mati")


def test_care_is_noted_once_a_day(register: Register, keeper: User) -> None:
    asset = register("printer")
    for _time in range(2):
        actions.note_care(
            by=keeper, asset=asset, care="bersihkan", done_on=DAY, cost=Rupiah(0), note="Bersih"
        )
    assert asset.care.get().note == "Bersih"


@pytest.mark.parametrize(
    ("care", "days", "words"),
    [("ganti-oli", 0, "rencana"), ("bersihkan", 1, "hari ini"), ("bersihkan", -1, "hari ini")],
)
def test_care_that_cannot_have_been_is_refused(
    register: Register, keeper: User, care: str, days: int, words: str
) -> None:
    day = DAY + timedelta(days=days)
    with pytest.raises(AssetRefused, match=words):
        actions.note_care(
            by=keeper, asset=register("printer"), care=care, done_on=day, cost=Rupiah(0)
        )


def test_without_a_typed_line_nobody_knows_what_the_budget_gives(register: Register) -> None:
    register(price=rp(2_000_000))
    found = balance(2026)
    assert (found.given, found.missing, found.spent) == (None, None, None)
    assert found.need.replacement == rp(400_000)


def test_a_line_typed_again_takes_the_place_of_the_first(hall: Officials) -> None:
    clerk = hall[Office.KAUR_KEUANGAN]
    actions.set_upkeep_line(by=clerk, facts=LINE)
    changed = LineFacts(2026, "5.2.5.05", "Internet", rp(8_000_000), "Perubahan", spent=rp(1))
    actions.set_upkeep_line(by=clerk, facts=changed)
    assert (balance(2026).given, balance(2026).spent) == (rp(8_000_000), rp(1))
    assert UpkeepLine.base_objects.count() == 2
    assert balance(2025).given is None


def test_a_line_of_zero_is_known(register: Register, hall: Officials) -> None:
    register(price=rp(2_000_000))
    nothing = LineFacts(2026, "5.2.6.08", "Pemeliharaan", Rupiah(0), "APBDes 2026")
    line = actions.set_upkeep_line(by=hall[Office.SEKDES], facts=nothing)
    assert balance(2026).given == Rupiah(0)
    assert balance(2026).missing == balance(2026).need.required
    actions.remove_upkeep_line(by=hall[Office.SEKDES], line=line)
    assert balance(2026).given is None


def test_a_wrong_code_and_a_wrong_office_are_refused(hall: Officials) -> None:
    wrong = LineFacts(2026, "lima", "Internet", rp(1), "APBDes")
    with pytest.raises(ValidationError, match="Kode"):
        actions.set_upkeep_line(by=hall[Office.SEKDES], facts=wrong)
    with pytest.raises(PermissionDenied):
        actions.set_upkeep_line(by=hall[Office.KADER], facts=LINE)
