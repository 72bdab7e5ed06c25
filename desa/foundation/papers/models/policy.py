from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.problems import validation_error
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.files.models import StoredFile
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.rules.numbering import validate_format
from desa.foundation.tenancy.models import VillageOwned

MARGIN = [MinValueValidator(10), MaxValueValidator(50)]


def _check_formats(formats: dict[str, str]) -> None:
    for text in formats.values():
        try:
            validate_format(text)
        except ValueProblem as problem:
            raise validation_error(problem) from None


class PaperPolicy(VillageOwned):
    """What the village decided about its papers from a day on; the latest one that has begun counts."""

    valid_from = models.DateField(_("berlaku sejak"))
    author_label = models.CharField(_("ditetapkan oleh"), max_length=120)
    default_size = models.CharField(
        _("ukuran kertas"), max_length=4, choices=PaperSize.choices, default=PaperSize.A4
    )
    margin_top = models.PositiveSmallIntegerField(
        _("jarak atas (mm)"), default=20, validators=MARGIN
    )
    margin_right = models.PositiveSmallIntegerField(
        _("jarak kanan (mm)"), default=25, validators=MARGIN
    )
    margin_bottom = models.PositiveSmallIntegerField(
        _("jarak bawah (mm)"), default=20, validators=MARGIN
    )
    margin_left = models.PositiveSmallIntegerField(
        _("jarak kiri (mm)"), default=25, validators=MARGIN
    )
    font_size = models.PositiveSmallIntegerField(
        _("besar huruf"),
        default=12,
        validators=[MinValueValidator(11), MaxValueValidator(14)],
    )
    letterhead_lines = models.JSONField(_("baris tambahan kop surat"), default=list, blank=True)
    number_code = models.CharField(
        _("kode desa di nomor surat"),
        max_length=30,
        blank=True,
        help_text=_("Kosongkan untuk memakai kode wilayah dari Kemendagri."),
    )
    number_formats = models.JSONField(
        _("format nomor tiap buku register"), default=dict, blank=True, validators=[_check_formats]
    )
    emblem = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lambang"),
    )

    personal: ClassVar[dict[str, str]] = {"author_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        indexes = [models.Index(fields=["village", "valid_from"], name="paper_policy_by_day")]
        ordering = ["-valid_from", "-id"]

    def __str__(self) -> str:
        return f"{self.valid_from.isoformat()} {self.author_label}"
