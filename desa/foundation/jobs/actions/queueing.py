"""Putting work into the queue."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.registry import TaskArgs, tasks
from desa.foundation.jobs.enums import UNFINISHED, JobState
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village_or_none

KEPT = timedelta(days=30)
LONGEST_TEXT = 64


def enqueue(*, task: str, key: str, args: TaskArgs, run_at: datetime | None = None) -> Job:
    """Have `task` run in the open village after this transaction commits, or not at all.

    What its task declares as not `per_village` runs once for the installation.

    One unfinished job per key: asked again while it waits it stays one, while it runs it runs once
    more. Equal keys must mean equal arguments; both hold ids, never personal data.
    """
    village = current_village_or_none() if tasks.get(task).per_village else None
    check_args(args)
    return put(village, task, key, dict(args), run_at or clock.now())


def check_args(args: TaskArgs) -> None:
    """Raises ValueError for what is no reference: jobs hold ids, the data stays in its rows."""
    for name, value in args.items():
        is_text = isinstance(value, str) and len(value) <= LONGEST_TEXT
        if not is_text and type(value) is not int:
            raise ValueError(f"a job takes ids and short codes only, not {name} of {type(value)}")


@transaction.atomic
def put(
    village: Village | None, task: str, key: str, args: dict[str, int | str], run_at: datetime
) -> Job:
    if waiting := _unfinished(village, task, key):
        return waiting
    job = Job(village=village, task=task, key=key, args=args, run_at=run_at)
    job.clean_fields(exclude=["village"])
    try:
        with transaction.atomic():
            job.save(force_insert=True)
    except IntegrityError:
        return _unfinished(village, task, key) or put(village, task, key, args, run_at)
    return job


def _unfinished(village: Village | None, task: str, key: str) -> Job | None:
    """Locked until we commit, so that no worker starts it before it can see what we write."""
    jobs = Job.objects.select_for_update(of=("self",))
    job = jobs.filter(village=village, task=task, key=key, state__in=UNFINISHED).first()
    if job is not None and job.state == JobState.RUNNING:
        job.again = True
        job.save(update_fields=["again"])
    return job


@action
def revive(*, by: Actor, job: Job) -> Job:
    """Try a dead job afresh. Raises ValueError for one that is not dead."""
    dead = Job.objects.filter(pk=job.pk, state=JobState.DEAD)
    record("jobs.job.revived", job, by, task=job.task, error=job.last_error)
    if not dead.delete()[0]:
        raise ValueError("only a dead job can be revived")
    return put(job.village, job.task, job.key, job.args, clock.now())


def forget_done() -> int:
    """Delete what was done more than 30 days ago; gives how many."""
    old = Job.objects.filter(state=JobState.DONE, finished_at__lt=clock.now() - KEPT)
    return old.delete()[0]
