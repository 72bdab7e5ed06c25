from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.files.models import StoredFile
from desa.foundation.papers.models import Paper
from desa.foundation.tenancy.models import Removable
from desa.infrastructure.assets.enums import DisposalReason
from desa.infrastructure.assets.models.asset import Asset


class Disposal(Removable):
    """The asset is written off, by minutes: a paper of our own register, or a number and its picture.

    Taken back (removed) it counts again; both stay in the trail.
    """

    asset = models.ForeignKey(Asset, models.PROTECT, related_name="disposals")
    on = models.DateField(_("tanggal berita acara"))
    reason = models.CharField(_("sebab"), max_length=12, choices=DisposalReason.choices)
    words = models.CharField(_("keterangan"), max_length=300)
    paper = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("surat")
    )
    document_number = models.CharField(_("nomor berita acara"), max_length=120, blank=True)
    document = models.ForeignKey(
        StoredFile,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("foto berita acara"),
    )
    at = models.DateTimeField(_("dicatat"))
    by_label = models.CharField(_("dicatat oleh"), max_length=120)
    undo_reason = models.CharField(_("alasan dibatalkan"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "words": "free text",
        "document": "free text",
        "by_label": "official",
        "undo_reason": "free text",
    }
    retention: ClassVar[str] = "permanent, as its asset"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "asset"],
                condition=Q(removed_at__isnull=True),
                name="asset_disposed_once",
            ),
            models.CheckConstraint(
                condition=Q(paper__isnull=False)
                | (~Q(document_number="") & Q(document__isnull=False)),
                name="asset_disposal_has_minutes",
            ),
            models.CheckConstraint(
                condition=Q(removed_at__isnull=True) | ~Q(undo_reason=""),
                name="asset_disposal_undone_says_why",
            ),
        ]
        ordering = ["-on", "-id"]
