from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.transparency.budgets.enums import Stage


class BudgetUpload(VillageOwned):
    """A workbook that came through the browser, kept until someone takes it in or throws it away.

    `columns` holds what a person said about its columns: {signature of a header: {"5": "amount"}}.
    """

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    filename = models.CharField(_("nama berkas"), max_length=120)
    year = models.PositiveSmallIntegerField(_("tahun anggaran"))
    stage = models.CharField(_("tahap"), max_length=24, choices=Stage.choices)
    as_of = models.DateField(_("keadaan per tanggal"), null=True, blank=True)
    columns = models.JSONField(_("kolom"), default=dict, blank=True)
    is_own_village = models.BooleanField(_("benar milik desa ini"), default=False)
    created_at = models.DateTimeField(_("diunggah"), default=clock.now, editable=False)
    by_label = models.CharField(_("diunggah oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"filename": "free text", "by_label": "official"}
    retention: ClassVar[str] = "30 days, or until it is imported"

    class Meta(VillageOwned.Meta):
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return self.filename
