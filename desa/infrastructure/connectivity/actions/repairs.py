"""What the office writes to an outage while it lasts and after, and the work order of its device."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import has_permission
from desa.foundation.core.actions import Actor, action, record
from desa.infrastructure.assets.actions import Repair, close_work_order, open_work_order
from desa.infrastructure.assets.enums import AssetsPermission, OrderState
from desa.infrastructure.assets.enums import Cause as AssetCause
from desa.infrastructure.connectivity.enums import Cause
from desa.infrastructure.connectivity.exceptions import ConnectivityError
from desa.infrastructure.connectivity.models import Outage

WRITTEN = ("cause", "work", "worker", "cost")
CAUSES = {
    Cause.ADAPTOR: AssetCause.ADAPTER,
    Cause.POWER: AssetCause.POWER,
    Cause.UPLINK: AssetCause.PROVIDER,
    Cause.DEVICE: AssetCause.DEVICE,
    Cause.CABLE: AssetCause.CABLE,
    Cause.UNPAID: AssetCause.PROVIDER,
    Cause.OTHER: AssetCause.OTHER,
}


@action
def describe_outage(*, by: Actor, outage: Outage, facts: Mapping[str, object]) -> Outage:
    """Cause, work, worker and cost; when it began and ended the probes say.

    Once the point answers again and its cause is known, the work order of its device is closed with them.
    """
    outage = Outage.objects.select_for_update().get(pk=outage.pk)
    for name in WRITTEN:
        if name in facts:
            setattr(outage, name, facts[name])
    outage.full_clean()
    outage.save()
    record(
        "connectivity.outage.described", outage, by, point=outage.point.name, cost=str(outage.cost)
    )
    if isinstance(by, User) and has_permission(by, AssetsPermission.REPAIR):
        _close_order(by, outage)
    return outage


@action
def order_repair(*, by: Actor, outage: Outage) -> Outage:
    """A work order for the device of the point, since the outage began. Raises ConnectivityError without one."""
    outage = Outage.objects.select_for_update().get(pk=outage.pk)
    asset = outage.point.asset
    if asset is None:
        raise ConnectivityError(_("Titik ini belum dihubungkan dengan alat di daftar aset."))
    trouble = _("Wi-Fi %(point)s mati") % {"point": outage.point.name}
    outage.order = open_work_order(
        by=by, asset=asset, trouble=trouble, worker=outage.worker, opened_at=outage.began_at
    )
    outage.save(update_fields=["order"])
    record("connectivity.outage.ordered", outage, by, point=outage.point.name)
    return outage


def _close_order(by: Actor, outage: Outage) -> None:
    """Only while it is open: what the room of assets wrote itself stays."""
    order = outage.order
    if order is None or order.state != OrderState.OPEN or outage.ended_at is None:
        return
    if outage.lost or not outage.cause:
        return
    repair = Repair(
        cause=CAUSES[Cause(outage.cause)],
        cost=outage.cost,
        work=outage.work,
        repaired=True,
        worker=outage.worker,
    )
    close_work_order(by=by, order=order, repair=repair, closed_at=outage.ended_at)
