"""The rounds of the worker."""

from desa.foundation.core.registry import TaskArgs
from desa.infrastructure.connectivity.actions import forget_old, roll_up, watch_points


def run_watch(args: TaskArgs) -> None:
    """Every minute; whatever was done before is found done."""
    roll_up()
    watch_points()


def run_forget(args: TaskArgs) -> None:
    forget_old()
