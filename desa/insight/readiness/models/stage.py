from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned

BASES = [("terukur", _("terukur")), ("studi", _("bacaan studi"))]


class StageReading(VillageOwned):
    """The village as a whole at one cut-off: score with its 5-50-95 %, and the chance of every stage.

    Of what is measured, or of the study alone, which is never joined to it. Only added, like measurements.
    """

    basis = models.CharField(_("dasar"), max_length=8, choices=BASES)
    cutoff = models.DateField(_("keadaan sampai"))
    stage = models.PositiveSmallIntegerField(_("tahap"), null=True, blank=True)
    gate = models.CharField(_("ditahan oleh"), max_length=8, blank=True)
    weakest = models.CharField(_("terlemah"), max_length=8, blank=True)
    figures = models.JSONField(_("angka"), default=dict)
    method = models.CharField(_("versi cara hitung"), max_length=12)
    computed_at = models.DateTimeField(_("dihitung"))
    seal = models.CharField(_("segel"), max_length=64)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "basis"],
                condition=Q(basis="studi"),
                name="stage_of_the_study_once",
            ),
            models.CheckConstraint(
                condition=Q(stage__isnull=True) | Q(stage__gte=1, stage__lte=5),
                name="stage_is_one_of_five",
            ),
        ]
        indexes = [models.Index(fields=["village", "basis", "-cutoff"], name="stage_latest")]
