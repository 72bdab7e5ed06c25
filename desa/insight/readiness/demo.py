"""The example village counts itself once, so that the Rapor speaks on the first evening."""

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.actions import compute_measurements

MAKER = SystemActor("desa contoh")


def make_demo(seed: int) -> None:
    from desa.insight.readiness.actions.staging import compute_stage, compute_study

    today = clock.today(current_village())
    compute_measurements(by=MAKER, until=today)
    compute_stage(by=MAKER, until=today)
    compute_study(by=MAKER)
