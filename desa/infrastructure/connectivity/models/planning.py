from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.modelfields import RupiahField
from desa.foundation.tenancy.models import Area, Removable, VillageOwned
from desa.infrastructure.connectivity.enums import PlanState
from desa.infrastructure.connectivity.fields import LATITUDE, LONGITUDE, DegreesField


class CandidateSite(Removable):
    """A place a point could stand. Its radius is an estimate until somebody walks it."""

    name = models.CharField(_("nama calon titik"), max_length=80)
    hamlet = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("dusun"))
    latitude = DegreesField(_("lintang"), validators=LATITUDE)
    longitude = DegreesField(_("bujur"), validators=LONGITUDE)
    radius = models.PositiveIntegerField(
        _("perkiraan jangkauan, meter"),
        validators=[MinValueValidator(10), MaxValueValidator(2000)],
    )
    walked = models.BooleanField(_("sudah diuji jalan"), default=False)
    cost = RupiahField(_("biaya pasang"))
    upkeep = RupiahField(_("biaya setahun"))
    uplink = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("hanya bisa bila titik ini juga dipasang"),
    )

    personal: ClassVar[dict[str, str]] = {"removed_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "name"],
                condition=Q(removed_at__isnull=True),
                name="candidate_site_once",
                violation_error_message=_("Nama calon titik ini sudah dipakai. Beri nama lain."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class SitePlan(VillageOwned):
    """One calculation: with how much money, which sites, whom they reach. Its answer is kept as it was."""

    asked_at = models.DateTimeField(_("diminta"))
    asked_by_label = models.CharField(_("diminta oleh"), max_length=120)
    budget = RupiahField(_("dana untuk memasang"))
    upkeep = RupiahField(_("dana setahun untuk merawat"))
    floor_percent = models.PositiveSmallIntegerField(
        _("tiap dusun paling sedikit, persen"), default=0, validators=[MaxValueValidator(100)]
    )
    state = models.CharField(
        _("keadaan"), max_length=15, choices=PlanState.choices, default=PlanState.WAITING
    )
    answer = models.JSONField(_("jawaban"), default=dict, blank=True)
    public = models.BooleanField(_("ditampilkan kepada warga"), default=False)
    note = models.CharField(_("keterangan untuk warga"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {"asked_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village"], condition=Q(public=True), name="site_plan_public_once"
            )
        ]
