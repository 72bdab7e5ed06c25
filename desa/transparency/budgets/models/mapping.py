from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned


class ColumnMapping(VillageOwned):
    """Which column holds what in a village's kind of paper, found by the words of its header."""

    signature = models.CharField(_("sidik kepala tabel"), max_length=64)
    columns = models.JSONField(_("kolom"), default=dict)
    confirmed_at = models.DateTimeField(_("dibenarkan"), default=clock.now)
    confirmed_by_label = models.CharField(_("dibenarkan oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"confirmed_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "signature"], name="budget_mapping_once")
        ]
