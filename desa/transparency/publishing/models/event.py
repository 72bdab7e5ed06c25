from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import Area
from desa.transparency.publishing.models.post import Post


class Event(Post):
    """Something that happens in the village. `open_end`: "sampai selesai", and `ends_at` is a guess."""

    begins_at = models.DateTimeField(_("mulai"))
    ends_at = models.DateTimeField(_("selesai"))
    open_end = models.BooleanField(_("sampai selesai"), default=False)
    place = models.CharField(_("tempat"), max_length=140)
    invited = models.CharField(_("yang diundang"), max_length=140)
    dusun = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    note = models.TextField(_("catatan acara"), max_length=600, blank=True)
    cancelled_at = models.DateTimeField(_("dibatalkan pada"), null=True, blank=True, editable=False)
    cancel_reason = models.CharField(_("alasan batal"), max_length=200, blank=True, editable=False)

    personal: ClassVar[dict[str, str]] = {
        "note": "free text",
        "cancel_reason": "free text",
        "changed_by_label": "official",
        "published_by_label": "official",
        "removed_by_label": "official",
    }
    retention: ClassVar[str] = "permanent: what a village did is its history"

    class Meta(Post.Meta):
        constraints = [
            *Post.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("begins_at")), name="event_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at__isnull=True, cancel_reason="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancel_reason="")),
                name="cancelled_event_has_its_reason",
            ),
        ]
        indexes = [models.Index(fields=["village", "ends_at"], name="event_by_end")]

    @property
    def uid(self) -> str:
        """The same in every calendar for ever, also when the village's address changes."""
        return f"{self.public_id}@{self.village.code}"
