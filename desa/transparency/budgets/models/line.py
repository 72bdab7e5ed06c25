from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.modelfields import RupiahField
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import VillageOwned
from desa.transparency.budgets.enums import Axis
from desa.transparency.budgets.models.version import BudgetVersion, PartOfVersion


class BudgetLine(PartOfVersion):
    """A leaf of a version, as rules.lines.Line; `position` is its place in the source."""

    version = models.ForeignKey(BudgetVersion, models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField(_("urutan"))
    kegiatan = models.CharField(_("kegiatan"), max_length=12, blank=True)
    akun = models.CharField(_("rekening"), max_length=16)
    funds = models.JSONField(_("sumber dana"), default=list, blank=True)
    name = models.CharField(_("uraian"), max_length=300)
    amount: "RupiahField[Rupiah, Rupiah]" = RupiahField(_("anggaran"))
    before: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("semula"), null=True, blank=True
    )
    realised: "RupiahField[Rupiah | None, Rupiah | None]" = RupiahField(
        _("realisasi"), null=True, blank=True
    )
    volume = models.CharField(_("volume"), max_length=30, blank=True)
    unit = models.CharField(_("satuan"), max_length=40, blank=True)
    sheet = models.CharField(_("lembar"), max_length=40, blank=True)
    row = models.PositiveIntegerField(_("baris"), default=0)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "as its version"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "version", "position"], name="budget_line_place_once"
            )
        ]
        indexes = [
            models.Index(fields=["village", "version", "kegiatan"], name="budget_line_by_kegiatan")
        ]
        ordering = ["position"]


class BudgetName(PartOfVersion):
    """The name of a code as the source printed it: villages have their own codes from 90 up."""

    version = models.ForeignKey(BudgetVersion, models.CASCADE, related_name="names")
    axis = models.CharField(_("daftar"), max_length=8, choices=Axis.choices)
    code = models.CharField(_("kode"), max_length=16)
    name = models.CharField(_("nama"), max_length=300)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "as its version"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "version", "axis", "code"], name="budget_name_once"
            )
        ]
