from contextlib import suppress

from desa.foundation.core.registry import TaskArgs
from desa.foundation.safekeeping.actions import make_asked_backup, make_nightly_backup
from desa.foundation.safekeeping.exceptions import BackupProblem


def run_nightly_backup(args: TaskArgs) -> None:
    """A disk that is not plugged in stands in the health check; the next hour tries again."""
    with suppress(BackupProblem):
        make_nightly_backup()


def run_backup_now(args: TaskArgs) -> None:
    """Somebody pressed the button; what went wrong stands on the health page, to be pressed again."""
    with suppress(BackupProblem):
        make_asked_backup()
