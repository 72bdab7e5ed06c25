"""What the office writes to an outage while it lasts and after."""

from collections.abc import Mapping

from desa.foundation.core.actions import Actor, action, record
from desa.infrastructure.connectivity.models import Outage

WRITTEN = ("cause", "work", "worker", "cost", "work_order")


@action
def describe_outage(*, by: Actor, outage: Outage, facts: Mapping[str, object]) -> Outage:
    """Cause, work, worker, cost and number of the work order; when it began and ended the probes say."""
    outage = Outage.objects.select_for_update().get(pk=outage.pk)
    for name in WRITTEN:
        if name in facts:
            setattr(outage, name, facts[name])
    outage.full_clean()
    outage.save()
    record(
        "connectivity.outage.described", outage, by, point=outage.point.name, cost=str(outage.cost)
    )
    return outage
