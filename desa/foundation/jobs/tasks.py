"""The queue's own housekeeping."""

from desa.foundation.core.registry import TaskArgs
from desa.foundation.jobs.actions import forget_done


def run_forget_done(args: TaskArgs) -> None:
    forget_done()
