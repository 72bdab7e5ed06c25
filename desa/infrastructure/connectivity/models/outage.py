from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.servicelevels.models import ServiceCase
from desa.foundation.tenancy.models import VillageOwned
from desa.infrastructure.assets.models import WorkOrder
from desa.infrastructure.connectivity.enums import Cause, OutageKind
from desa.infrastructure.connectivity.models.point import Point


class Outage(VillageOwned):
    """A point is off: opened and closed by what the probes say, never by a resident's report alone.

    `lost`: after a week of silence nobody knows, so it ended without the point having come back.
    """

    point = models.ForeignKey(Point, models.PROTECT, related_name="outages")
    began_at = models.DateTimeField(_("mati sejak"))
    ended_at = models.DateTimeField(_("berakhir"), null=True, blank=True)
    kind = models.CharField(_("macam"), max_length=10, choices=OutageKind.choices)
    lost = models.BooleanField(_("tidak diketahui lagi"), default=False)
    case = models.ForeignKey(ServiceCase, models.PROTECT, related_name="+")
    cause = models.CharField(_("penyebab"), max_length=10, choices=Cause.choices, blank=True)
    work = models.CharField(_("yang dikerjakan"), max_length=200, blank=True)
    worker = models.CharField(_("dikerjakan oleh"), max_length=80, blank=True)
    cost = RupiahField(_("biaya"), default=Rupiah(0))
    order = models.ForeignKey(
        WorkOrder, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    personal: ClassVar[dict[str, str]] = {"worker": "official", "work": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "point"],
                condition=Q(ended_at__isnull=True),
                name="outage_open_once",
            ),
            models.UniqueConstraint(
                fields=["village", "point", "began_at"], name="outage_begins_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("began_at")),
                name="outage_ends_after_it_began",
            ),
        ]


class DownReport(VillageOwned):
    """Somebody pressed "Wi-Fi mati". It asks the office to look; it marks nothing down."""

    point = models.ForeignKey(Point, models.PROTECT, related_name="reports")
    at = models.DateTimeField(_("dilaporkan"))

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "2 years"

    class Meta(VillageOwned.Meta):
        indexes = [models.Index(fields=["village", "point", "at"], name="down_report_by_point")]
