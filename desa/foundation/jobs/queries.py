"""How the queue stands, for the health check and the page of failed work."""

from datetime import timedelta

from django.db.models import Min, Q, QuerySet

from desa.foundation.core import clock
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.scope import current_village


def due() -> Q:
    """Jobs a worker may take now: waiting ones whose time has come, and those of a worker that died."""
    now = clock.now()
    return Q(state=JobState.WAITING, run_at__lte=now) | Q(
        state=JobState.RUNNING, lease_until__lt=now
    )


def dead_jobs() -> QuerySet[Job]:
    """Failed for good, in the open village or in none; newest first."""
    here = Q(village=current_village()) | Q(village__isnull=True)
    return Job.objects.filter(here, state=JobState.DEAD).order_by("-finished_at")


def dead_count() -> int:
    """Over all villages of the installation."""
    return Job.objects.filter(state=JobState.DEAD).count()


def longest_wait() -> timedelta:
    """How long the oldest due job has been waiting; zero when none is. Long means: no worker runs."""
    oldest = Job.objects.filter(due()).aggregate(oldest=Min("run_at"))["oldest"]
    return clock.now() - oldest if oldest else timedelta()
