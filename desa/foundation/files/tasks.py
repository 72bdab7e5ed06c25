"""What files forgets by itself."""

from desa.foundation.core.registry import TaskArgs
from desa.foundation.files.actions import sweep_unclaimed


def run_sweep(args: TaskArgs) -> None:
    sweep_unclaimed()
