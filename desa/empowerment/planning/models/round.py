from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.enums import Phase
from desa.foundation.core.modelfields import RupiahField
from desa.foundation.tenancy.models import VillageOwned


class Round(VillageOwned):
    """The proposals for one year of the plan (RKPDes `year`); its row is locked while a number is taken.

    `advice` is the last count of the ballots, as it was made; None while sheets have changed since.
    """

    year = models.PositiveSmallIntegerField(_("tahun rencana"))
    budget = RupiahField(_("pagu yang dibagi"), null=True, blank=True)
    next_number = models.PositiveIntegerField(_("nomor berikutnya"), default=1)
    advice = models.JSONField(_("hasil hitung"), null=True, blank=True)
    counted_at = models.DateTimeField(_("dihitung"), null=True, blank=True)
    published_at = models.DateTimeField(_("putusan diumumkan"), null=True, blank=True)
    published_by_label = models.CharField(_("diumumkan oleh"), max_length=120, blank=True)

    personal: ClassVar[dict[str, str]] = {"published_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "year"], name="planning_round_once"),
            models.CheckConstraint(
                condition=Q(year__gte=2015) & Q(year__lte=2100), name="planning_round_year"
            ),
            models.CheckConstraint(
                condition=Q(advice__isnull=True) | Q(counted_at__isnull=False),
                name="planning_count_has_moment",
            ),
        ]
        ordering = ["-year"]

    def __str__(self) -> str:
        return str(self.year)


class RoundPhase(VillageOwned):
    """From when to when a part of the year is open; both days belong to it."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="phases")
    phase = models.CharField(_("tahap"), max_length=12, choices=Phase.choices)
    opens = models.DateField(_("dibuka sejak"))
    closes = models.DateField(_("ditutup setelah"))

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "round", "phase"], name="planning_phase_once"
            ),
            models.CheckConstraint(
                condition=Q(closes__gte=F("opens")), name="planning_phase_closes_after_opening"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.phase} {self.opens.isoformat()}"
