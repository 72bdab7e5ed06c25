from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.enums import ReportReason
from desa.empowerment.marketplace.models.card import Card
from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned


class CardReport(VillageOwned):
    """Somebody says that a card is wrong; nobody's name is asked for."""

    card = models.ForeignKey(Card, models.PROTECT, related_name="reports")
    why = models.CharField(_("apa yang salah"), max_length=10, choices=ReportReason.choices)
    words = models.CharField(_("keterangan"), max_length=300, blank=True)
    at = models.DateTimeField(_("pada"), default=clock.now)
    closed_at = models.DateTimeField(_("selesai"), null=True, blank=True)
    closed_by_label = models.CharField(_("diselesaikan oleh"), max_length=120, blank=True)
    outcome = models.CharField(_("hasil"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "words": "free text",
        "outcome": "free text",
        "closed_by_label": "official",
    }
    retention: ClassVar[str] = "1 year after it was closed"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="")
                | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                name="card_report_closed_has_outcome",
            )
        ]
        ordering = ["at", "id"]
