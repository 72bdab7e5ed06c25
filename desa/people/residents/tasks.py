"""What residents forgets by itself."""

from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import TaskArgs
from desa.people.residents.actions.uploading import forget_uploads

ROUND = SystemActor("masa simpan impor")


def run_forget_uploads(args: TaskArgs) -> None:
    forget_uploads(by=ROUND)
