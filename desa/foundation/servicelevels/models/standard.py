from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned


class ServiceStandard(VillageOwned):
    """What the village promises of one service (UU 25/2009 Ps 21); a new version starts on its day."""

    service = models.SlugField(_("layanan"), max_length=60)
    name = models.CharField(_("nama layanan"), max_length=120)
    product = models.CharField(_("yang Anda dapat"), max_length=200)
    requirements = models.JSONField(_("yang perlu dibawa"), default=list)
    working_days = models.PositiveSmallIntegerField(_("janji (hari kerja)"), default=1)
    least_minutes = models.PositiveSmallIntegerField(
        _("sisa jam buka yang masih dihitung (menit)"), default=180
    )
    cost = models.CharField(_("biaya"), max_length=80, default="Gratis")
    basis = models.CharField(_("dasar"), max_length=200, blank=True)
    valid_from = models.DateField(_("berlaku sejak"))
    author_label = models.CharField(_("ditetapkan oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"author_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "service", "valid_from"], name="standard_once_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(working_days__gte=1), name="standard_at_least_a_day"
            ),
        ]

    def __str__(self) -> str:
        return self.name
