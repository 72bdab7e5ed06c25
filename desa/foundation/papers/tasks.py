"""What the worker does for papers; task names are registered in apps.py."""

from datetime import timedelta

from desa.foundation.core import clock
from desa.foundation.core.registry import TaskArgs
from desa.foundation.jobs.actions import enqueue
from desa.foundation.papers.actions import attach
from desa.foundation.papers.enums import ATTACH_TASK, PaperState
from desa.foundation.papers.models import Paper

PATIENCE = timedelta(minutes=2)


def run_attach(args: TaskArgs) -> None:
    attach(paper_id=int(args["paper_id"]))


def run_resume(args: TaskArgs) -> None:
    """Queue again what has a number and no file, whatever became of its first job."""
    waiting = Paper.objects.filter(
        state=PaperState.NUMBERED, numbered_at__lt=clock.now() - PATIENCE
    )
    for paper_id in waiting.values_list("pk", flat=True)[:200]:
        enqueue(task=ATTACH_TASK, key=str(paper_id), args={"paper_id": paper_id})
