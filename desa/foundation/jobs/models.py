from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.models import Row
from desa.foundation.jobs.enums import UNFINISHED, JobState
from desa.foundation.tenancy.models import Village

HOLDS_LEASE = Q(state=JobState.RUNNING)
UNFINISHED_JOB = Q(state__in=UNFINISHED)


class Job(Row):
    """Work that survives a restart. Global: a worker claims it before it opens the village.

    `lease_until` and `lease_owner` say which worker has it and until when without a heartbeat;
    `again` that it was asked for once more while running.
    """

    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    task = models.CharField(_("tugas"), max_length=80)
    key = models.CharField(_("kunci"), max_length=120)
    args = models.JSONField(_("rujukan"), default=dict, blank=True)
    state = models.CharField(
        _("keadaan"), max_length=8, choices=JobState.choices, default=JobState.WAITING
    )
    run_at = models.DateTimeField(_("dikerjakan mulai"), default=clock.now)
    again = models.BooleanField(_("diminta lagi"), default=False)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    max_attempts = models.PositiveSmallIntegerField(_("percobaan paling banyak"), default=8)
    lease_until = models.DateTimeField(_("dipegang sampai"), null=True, blank=True)
    lease_owner = models.CharField(_("dipegang oleh"), max_length=40, blank=True)
    last_error = models.CharField(_("kesalahan terakhir"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now)
    finished_at = models.DateTimeField(_("selesai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "30 days after it was done; a dead one until it is looked at"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["village", "task", "key"],
                condition=UNFINISHED_JOB & Q(village__isnull=False),
                name="job_once_per_village",
            ),
            models.UniqueConstraint(
                fields=["task", "key"],
                condition=UNFINISHED_JOB & Q(village__isnull=True),
                name="job_once",
            ),
            models.CheckConstraint(
                condition=(HOLDS_LEASE & Q(lease_until__isnull=False))
                | (~HOLDS_LEASE & Q(lease_until__isnull=True)),
                name="job_running_has_lease",
            ),
            models.CheckConstraint(
                condition=(UNFINISHED_JOB & Q(finished_at__isnull=True))
                | (~UNFINISHED_JOB & Q(finished_at__isnull=False)),
                name="job_finished_has_time",
            ),
        ]
        indexes = [models.Index(fields=["state", "run_at"], name="job_due")]

    def __str__(self) -> str:
        return f"{self.task} {self.key}"


class Schedule(Row):
    """When a declared task runs next. Global: read before a village is open."""

    task = models.CharField(_("tugas"), max_length=80)
    village = models.ForeignKey(Village, models.PROTECT, null=True, blank=True, related_name="+")
    next_run_at = models.DateTimeField(_("berikutnya"))

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["village", "task"],
                condition=Q(village__isnull=False),
                name="schedule_once_per_village",
            ),
            models.UniqueConstraint(
                fields=["task"], condition=Q(village__isnull=True), name="schedule_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.next_run_at.isoformat()}"
