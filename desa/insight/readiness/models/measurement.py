from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.insight.readiness.enums import WHOLE_VILLAGE
from desa.insight.readiness.rules.standing import Status

STATUSES = [(status.value, status.value) for status in Status]
NUMBERED = [Status.MEASURED, Status.ESTIMATED, Status.FROM_DOCUMENTS, Status.STALE]


class Measurement(VillageOwned):
    """One figure of one sub-indicator at one cut-off. Only added: a corrected one supersedes its elder.

    `seal` is an HMAC over everything else, so that a row changed behind our back is found and named.
    `rows` is the table of what was counted, kept by its content.
    """

    code = models.CharField(_("kode"), max_length=8)
    scope = models.CharField(_("lingkup"), max_length=60, default=WHOLE_VILLAGE)
    cutoff = models.DateField(_("keadaan sampai"))
    status = models.CharField(_("status"), max_length=24, choices=STATUSES)
    value = models.FloatField(_("nilai"), null=True, blank=True)
    score = models.FloatField(_("skor"), null=True, blank=True)
    low = models.FloatField(_("batas bawah"), null=True, blank=True)
    high = models.FloatField(_("batas atas"), null=True, blank=True)
    numerator = models.BigIntegerField(_("pembilang"), null=True, blank=True)
    denominator = models.BigIntegerField(_("penyebut"), null=True, blank=True)
    n = models.BigIntegerField(_("jumlah baris"), null=True, blank=True)
    why = models.CharField(_("sebab"), max_length=600, blank=True)
    parts = models.JSONField(_("skor bagian"), default=list, blank=True)
    method = models.CharField(_("versi cara hitung"), max_length=12)
    rows = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    rows_digest = models.CharField(_("sidik baris (SHA-256)"), max_length=64, blank=True)
    computed_at = models.DateTimeField(_("dihitung"))
    computed_by_label = models.CharField(_("dihitung oleh"), max_length=120)
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    seal = models.CharField(_("segel"), max_length=64)

    personal: ClassVar[dict[str, str]] = {"why": "free text", "computed_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=True) | Q(status__in=NUMBERED),
                name="measurement_number_only_when_known",
            ),
            models.UniqueConstraint(
                fields=["village", "code", "scope", "cutoff"],
                condition=Q(supersedes__isnull=True),
                name="measurement_first_once",
            ),
            models.UniqueConstraint(
                fields=["village", "supersedes"], name="measurement_superseded_once"
            ),
        ]
        indexes = [
            models.Index(fields=["village", "code", "scope", "-cutoff"], name="measurement_latest")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.cutoff.isoformat()}"
