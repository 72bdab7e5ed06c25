"""What intake forgets by itself."""

from desa.foundation.core.registry import TaskArgs
from desa.foundation.intake.actions import (
    forget_drafts,
    forget_guest_drafts,
    forget_submissions,
    forget_uploads,
    sweep_parts,
)


def run_forget_old(args: TaskArgs) -> None:
    forget_drafts()
    forget_submissions()


def run_forget_guests(args: TaskArgs) -> None:
    """Every hour: what lies longer than a day is the address and the photo of somebody who went away."""
    forget_guest_drafts()
    forget_uploads()


def run_sweep_parts(args: TaskArgs) -> None:
    sweep_parts()
