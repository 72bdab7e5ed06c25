from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.services.complaints.enums import PhotoKind, PhotoShowing
from desa.services.complaints.models.complaint import Complaint


class ComplaintPhoto(VillageOwned):
    """A picture without its hidden data; nobody outside sees it until the office has looked at it."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="photos")
    kind = models.CharField(
        _("jenis foto"), max_length=10, choices=PhotoKind.choices, default=PhotoKind.BEFORE
    )
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    showing = models.CharField(
        _("untuk umum"), max_length=10, choices=PhotoShowing.choices, blank=True
    )
    public_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+"
    )
    caption = models.CharField(_("keterangan foto"), max_length=160, blank=True)
    added_at = models.DateTimeField(_("ditambahkan"))

    personal: ClassVar[dict[str, str]] = {"file": "free text", "caption": "free text"}
    retention: ClassVar[str] = "as its complaint"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "complaint", "file"], name="complaint_photo_once"
            ),
            models.CheckConstraint(
                condition=Q(showing=PhotoShowing.HIDDEN, public_file__isnull=True)
                | (~Q(showing=PhotoShowing.HIDDEN) & Q(public_file__isnull=False)),
                name="complaint_photo_shown_has_file",
            ),
        ]
        ordering = ["added_at", "id"]
