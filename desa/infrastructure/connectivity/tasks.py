"""The rounds of the worker."""

from django.conf import settings

from desa.foundation.core.registry import TaskArgs
from desa.infrastructure.connectivity.actions import forget_old, roll_up, watch_points
from desa.infrastructure.connectivity.actions.rehearsing import rehearse
from desa.infrastructure.connectivity.actions.solving import solve_plan
from desa.infrastructure.connectivity.models import SitePlan


def run_watch(args: TaskArgs) -> None:
    """Every minute; whatever was done before is found done."""
    if settings.DEMO:
        rehearse()
    roll_up()
    watch_points()


def run_forget(args: TaskArgs) -> None:
    forget_old()


def run_plan(args: TaskArgs) -> None:
    """Heavy: numpy and scipy are loaded in the child of a worker, and nowhere else."""
    solve_plan(SitePlan.objects.get(pk=args["plan"]))
