"""What intake forgets by itself."""

from desa.foundation.core.registry import TaskArgs
from desa.foundation.intake.actions import forget_drafts, forget_submissions


def run_forget_old(args: TaskArgs) -> None:
    forget_drafts()
    forget_submissions()
