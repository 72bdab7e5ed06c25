from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned


class ServiceCase(VillageOwned):
    """The clock of one application: a promise made when it was taken, and when it was kept."""

    service = models.SlugField(_("layanan"), max_length=60)
    opened_at = models.DateTimeField(_("diterima"))
    first_promised_at = models.DateTimeField(_("janji pertama"))
    promised_at = models.DateTimeField(_("janji, setelah jeda"))
    closed_at = models.DateTimeField(_("selesai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(closed_at__gte=F("opened_at")),
                name="case_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["village", "service", "closed_at"], name="case_by_service")]


class ServicePause(VillageOwned):
    """Time that the office could not work because it waited for the applicant; always with a reason."""

    case = models.ForeignKey(ServiceCase, models.PROTECT, related_name="pauses")
    since = models.DateTimeField(_("sejak"))
    until = models.DateTimeField(_("sampai"), null=True, blank=True)
    reason = models.CharField(_("alasan"), max_length=200)

    personal: ClassVar[dict[str, str]] = {"reason": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="pause_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["village", "case"], condition=Q(until__isnull=True), name="one_open_pause"
            ),
        ]
        ordering = ["since"]
