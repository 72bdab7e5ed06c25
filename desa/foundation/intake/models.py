from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned


class Submission(VillageOwned):
    """A form that was sent and what it made: the same form sent again leads to the same row."""

    key = models.UUIDField(_("kunci kiriman"))
    purpose = models.CharField(_("keperluan"), max_length=80)
    result_type = models.CharField(_("jenis hasil"), max_length=60, blank=True)
    result_id = models.BigIntegerField(_("id hasil"), null=True, blank=True)
    by_label = models.CharField(_("dikirim oleh"), max_length=120)
    at = models.DateTimeField(_("pada"), default=clock.now)

    personal: ClassVar[dict[str, str]] = {"by_label": "identity", "result_id": "reference"}
    retention: ClassVar[str] = "90 days after it was sent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "key", "purpose"], name="submission_once")
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.key}"


class Draft(VillageOwned):
    """A half-filled form of one official; `subject_id` is what it is about, 0 for something new."""

    owner_id = models.BigIntegerField(_("id pengguna"))
    form = models.CharField(_("formulir"), max_length=80)
    subject_id = models.BigIntegerField(_("id perihal"), default=0)
    data = models.JSONField(_("isian"), default=dict)
    saved_at = models.DateTimeField(_("tersimpan pada"), default=clock.now)

    personal: ClassVar[dict[str, str]] = {
        "owner_id": "reference",
        "subject_id": "reference",
        "data": "free text",
    }
    retention: ClassVar[str] = "until it is sent, 30 days at most"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "owner_id", "form", "subject_id"], name="draft_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.subject_id}"
