"""The nightly count, in a child process: rooms may need heavy sums."""

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.actions import compute_measurements
from desa.insight.readiness.enums import COMPUTE_TASK


def run_compute(args: TaskArgs) -> None:
    from desa.insight.readiness.actions.staging import compute_stage, compute_study

    by, today = SystemActor(COMPUTE_TASK), clock.today(current_village())
    compute_measurements(by=by, until=today)
    compute_stage(by=by, until=today)
    compute_study(by=by)
