"""How far the job of publishing is."""

from dataclasses import dataclass

from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.enums import PUBLISH_TASK
from desa.transparency.budgets.models import BudgetVersion


@dataclass(frozen=True)
class Progress:
    """`stopped` when no worker will take it up again by itself."""

    waiting: bool
    running: bool
    stopped: bool
    attempts: int


def progress_of(version: BudgetVersion) -> Progress:
    jobs = Job.objects.filter(village=current_village(), task=PUBLISH_TASK, key=str(version.pk))
    job = jobs.order_by("-created_at", "-pk").first()
    state = job.state if job else ""
    return Progress(
        waiting=state == JobState.WAITING,
        running=state == JobState.RUNNING,
        stopped=state not in (JobState.WAITING, JobState.RUNNING),
        attempts=job.attempts if job else 0,
    )
