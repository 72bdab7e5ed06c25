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


class GuestDraft(VillageOwned):
    """A half-filled public form of someone without an account; the secret part of its address opens it."""

    key_digest = models.CharField(_("sidik kunci alamat"), max_length=64)
    form = models.CharField(_("formulir"), max_length=80)
    data = models.JSONField(_("isian"), default=dict, blank=True)
    saved_at = models.DateTimeField(_("tersimpan pada"), default=clock.now)
    created_at = models.DateTimeField(_("dimulai pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {"data": "free text"}
    retention: ClassVar[str] = "until it is sent, one day without a change at most"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "key_digest"], name="guest_draft_once")
        ]
        indexes = [models.Index(fields=["village", "saved_at"], name="guest_draft_age")]

    def __str__(self) -> str:
        return f"{self.form} {self.key_digest[:12]}"


class Upload(VillageOwned):
    """A file that arrives in parts; the parts lie encrypted in the data folder until it is taken."""

    key_digest = models.CharField(_("sidik kunci"), max_length=64)
    purpose = models.CharField(_("keperluan"), max_length=80)
    size = models.BigIntegerField(_("ukuran (bita)"))
    begun_at = models.DateTimeField(_("dimulai pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "until it is taken, one day at most"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "key_digest"], name="upload_once"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="upload_size"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.key_digest[:12]}"
