from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import VillageOwned
from desa.services.complaints.enums import ComplaintState, Step
from desa.services.complaints.models.complaint import Complaint


class ComplaintStep(VillageOwned):
    """One line of the case's own story; `words` may be read by anyone who may read the case."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="story")
    at = models.DateTimeField(_("pada"))
    step = models.CharField(_("langkah"), max_length=12, choices=Step.choices)
    state = models.CharField(_("keadaan"), max_length=12, choices=ComplaintState.choices)
    office = models.CharField(_("jabatan"), max_length=20, choices=Office.choices, blank=True)
    by_label = models.CharField(_("oleh"), max_length=120, blank=True)
    words = models.CharField(_("keterangan"), max_length=600, blank=True)

    personal: ClassVar[dict[str, str]] = {"by_label": "official", "words": "free text"}
    retention: ClassVar[str] = "as its complaint"

    class Meta(VillageOwned.Meta):
        indexes = [models.Index(fields=["village", "complaint", "at"], name="complaint_story")]
        ordering = ["at", "id"]
