from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Removable
from desa.infrastructure.assets.models.asset import NO_MINUS

CODE = RegexValidator(
    r"^\d{1,2}(\.\d{1,3}){0,6}\Z", _("Kode ditulis dengan angka dan titik, misalnya 5.2.5.05.")
)


class UpkeepLine(Removable):
    """What one line of the APBDes gives for keeping the assets, as the village says, with its source.

    The room of budgets lies in another wing and gives only names of lines, no amounts; and which part of
    5.2.6.08 (it also pays for electricity) is meant is a judgement that no sum of codes can make.
    """

    year = models.PositiveSmallIntegerField(
        _("tahun anggaran"), validators=[MinValueValidator(2015), MaxValueValidator(2100)]
    )
    code = models.CharField(_("kode rekening"), max_length=24, validators=[CODE])
    name = models.CharField(_("untuk apa"), max_length=160)
    amount: "RupiahField[Rupiah, Rupiah]" = RupiahField(_("anggaran"), validators=[NO_MINUS])
    spent: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("realisasi"), null=True, blank=True, validators=[NO_MINUS]
    )
    source = models.CharField(_("sumber angka"), max_length=160)
    set_at = models.DateTimeField(_("dicatat"))
    set_by_label = models.CharField(_("dicatat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {
        "name": "free text",
        "source": "free text",
        "set_by_label": "official",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "year", "code"],
                condition=Q(removed_at__isnull=True),
                name="asset_budget_line_once",
            )
        ]
        ordering = ["code", "id"]
