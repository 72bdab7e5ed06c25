"""What sheets forgets by itself."""

from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.foundation.sheets.actions import forget_journals

ROUND = SystemActor("masa simpan impor")


def run_forget_journals(args: TaskArgs) -> None:
    forget_journals(by=ROUND)
