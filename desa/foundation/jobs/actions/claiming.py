"""What a worker does to a job. Every step is one conditional UPDATE: it holds on SQLite and PostgreSQL,
and a worker whose lease was taken over can change nothing any more."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, QuerySet

from desa.foundation.core import clock
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.models import Job
from desa.foundation.jobs.queries import due
from desa.foundation.jobs.rules import retry_after

LOOK_AT = 8
WORKER_DIED = "WorkerDied"


def _lease_end() -> datetime:
    return clock.now() + timedelta(seconds=settings.JOB_LEASE_SECONDS)


def claim(owner: str) -> Job | None:
    """Take the job that is due longest, for this worker alone; None when nothing is due."""
    for job in Job.objects.filter(due()).order_by("run_at", "pk")[:LOOK_AT]:
        as_seen = Job.objects.filter(due(), pk=job.pk, attempts=job.attempts)
        if job.attempts >= job.max_attempts:
            _bury(as_seen, WORKER_DIED)
        elif as_seen.update(
            state=JobState.RUNNING,
            lease_owner=owner,
            lease_until=_lease_end(),
            attempts=F("attempts") + 1,
            again=False,
        ):
            return Job.objects.select_related("village").get(pk=job.pk)
    return None


def _held(job: Job) -> QuerySet[Job]:
    """The job while this very attempt still holds it."""
    return Job.objects.filter(
        pk=job.pk, state=JobState.RUNNING, lease_owner=job.lease_owner, attempts=job.attempts
    )


def renew(job: Job) -> bool:
    """Heartbeat. False when the lease was lost to another worker."""
    return bool(_held(job).update(lease_until=_lease_end()))


def finish(job: Job) -> None:
    """Done; or waiting once more when it was asked for again meanwhile."""
    now = clock.now()
    if (
        _held(job)
        .filter(again=False)
        .update(state=JobState.DONE, finished_at=now, lease_until=None, last_error="")
    ):
        return
    _held(job).update(
        state=JobState.WAITING, run_at=now, lease_until=None, attempts=0, again=False, last_error=""
    )


def fail(job: Job, error: str) -> None:
    """Wait for the next attempt, or lie dead after the last one."""
    if job.attempts >= job.max_attempts:
        _bury(_held(job), error)
        return
    _held(job).update(
        state=JobState.WAITING,
        run_at=clock.now() + retry_after(job.attempts),
        lease_until=None,
        last_error=error,
    )


def release(job: Job) -> None:
    """Give it back unharmed: the worker stops, the attempt does not count."""
    _held(job).update(
        state=JobState.WAITING, lease_until=None, run_at=clock.now(), attempts=F("attempts") - 1
    )


def _bury(jobs: QuerySet[Job], error: str) -> None:
    jobs.update(state=JobState.DEAD, finished_at=clock.now(), lease_until=None, last_error=error)
