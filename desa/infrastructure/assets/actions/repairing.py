"""A repair from the call to the end. The room of connectivity opens and closes orders for its outages."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.actions.checking import write_check
from desa.infrastructure.assets.actions.common import demand, demand_kept, demand_words, locked
from desa.infrastructure.assets.enums import AssetsPermission, Cause, Condition, OrderState
from desa.infrastructure.assets.exceptions import AssetRefused
from desa.infrastructure.assets.models import Asset, WorkOrder
from desa.infrastructure.assets.transitions import is_possible


@dataclass(frozen=True)
class Repair:
    """How it ended. Free of charge is a cost too: Rupiah(0)."""

    cause: Cause
    cost: Rupiah
    work: str
    repaired: bool
    worker: str = ""


@action
def open_work_order(
    *, by: Actor, asset: Asset, trouble: str, worker: str = "", opened_at: datetime | None = None
) -> WorkOrder:
    """An asset has one open order at most: a second call gives the first one back, whoever makes it.

    `opened_at` is when the trouble began, now when it is not given. Opening says nothing about the
    condition. Raises PermissionDenied or AssetRefused.
    """
    current = locked(asset)
    demand(by, AssetsPermission.REPAIR)
    demand_kept(current)
    if first := current.orders.filter(state=OrderState.OPEN).first():
        return first
    now = clock.now()
    order = WorkOrder(
        asset=current,
        trouble=demand_words(trouble, 300),
        worker=worker.strip(),
        opened_at=min(opened_at or now, now),
        opened_by_label=by.actor_label,
    )
    order.full_clean()
    order.save()
    record("assets.order.opened", order, by, code=current.code)
    return order


@action
def close_work_order(
    *, by: Actor, order: WorkOrder, repair: Repair, closed_at: datetime | None = None
) -> WorkOrder:
    """Cause, cost and whether it works again, which is a look at it too. Closed twice stays as it was.

    `closed_at` is when it ended, now when it is not given. Raises PermissionDenied or AssetRefused.
    """
    current = _locked(order)
    demand(by, AssetsPermission.REPAIR)
    if current.state == OrderState.DONE:
        return current
    _demand_possible(current, OrderState.DONE)
    if not repair.cause:
        raise AssetRefused(_("Pilih sebabnya; “Sebab lain” bila tidak ada di daftar."))
    current.state, current.repaired = OrderState.DONE, repair.repaired
    current.cause, current.cost, current.work = repair.cause, repair.cost, repair.work.strip()
    current.worker = repair.worker.strip() or current.worker
    current.closed_at = max(min(closed_at or clock.now(), clock.now()), current.opened_at)
    current.closed_by_label = by.actor_label
    current.full_clean()
    current.save()
    found = Condition.WORKS if repair.repaired else Condition.BROKEN
    asset = Asset.objects.select_for_update().get(pk=current.asset_id)
    write_check(asset, by, found, current.work[:200], None)
    record("assets.order.closed", current, by, code=asset.code, cause=repair.cause.value)
    return current


@action
def cancel_work_order(*, by: Actor, order: WorkOrder, reason: str) -> WorkOrder:
    """It was opened by mistake; it counts in no figure. Raises PermissionDenied or AssetRefused."""
    current = _locked(order)
    demand(by, AssetsPermission.REPAIR)
    _demand_possible(current, OrderState.CANCELLED)
    current.reason = demand_words(reason, 200)
    current.state, current.closed_at = OrderState.CANCELLED, clock.now()
    current.closed_by_label = by.actor_label
    current.full_clean()
    current.save()
    record("assets.order.cancelled", current, by, reason=current.reason)
    return current


def _locked(order: WorkOrder) -> WorkOrder:
    return WorkOrder.objects.select_for_update().get(pk=order.pk)


def _demand_possible(order: WorkOrder, after: OrderState) -> None:
    if not is_possible(order.state, after):
        state = order.get_state_display()
        raise AssetRefused(
            _("Langkah ini tidak bisa: perbaikan sudah “%(state)s”.") % {"state": state}
        )
