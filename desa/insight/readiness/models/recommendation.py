from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import VillageOwned
from desa.insight.readiness.models.measurement import Measurement


class Recommendation(VillageOwned):
    """An action proposed for a gap: why, how much, what it costs, who, and what was measured before and after."""

    code = models.CharField(_("kode"), max_length=8)
    scope = models.CharField(_("lingkup"), max_length=60)
    action = models.SlugField(_("tindakan"), max_length=40)
    before = models.ForeignKey(Measurement, models.PROTECT, related_name="+")
    after = models.ForeignKey(Measurement, models.PROTECT, null=True, blank=True, related_name="+")
    target = models.FloatField(_("sasaran skor"))
    quantity = models.PositiveIntegerField(_("jumlah"), default=1)
    quantity_unit = models.CharField(_("satuan"), max_length=40)
    cost: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("biaya"), null=True, blank=True
    )
    effect = models.CharField(_("dampak yang diharapkan dan dari mana angkanya"), max_length=300)
    basis = models.CharField(_("dasar hukum"), max_length=200, blank=True)
    owner = models.CharField(_("penanggung jawab"), max_length=20, choices=Office.choices)
    due = models.DateField(_("jatuh tempo"), null=True, blank=True)
    created_at = models.DateTimeField(_("diusulkan"))
    accepted_at = models.DateTimeField(_("diterima"), null=True, blank=True)
    accepted_by_label = models.CharField(_("diterima oleh"), max_length=120, blank=True)
    ended_at = models.DateTimeField(_("selesai atau dibatalkan"), null=True, blank=True)
    ended_reason = models.CharField(_("alasan"), max_length=300, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "effect": "free text",
        "accepted_by_label": "official",
        "ended_reason": "free text",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "code", "scope", "action"],
                condition=Q(ended_at__isnull=True),
                name="recommendation_open_once",
            )
        ]
