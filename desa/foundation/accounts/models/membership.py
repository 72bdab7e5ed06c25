from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models.user import User
from desa.foundation.core.models import Row
from desa.foundation.tenancy.models import Village


class Membership(Row):
    """A user's office in a village. Global: it decides which village's scope may be opened."""

    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    village = models.ForeignKey(Village, models.PROTECT, related_name="+")
    office = models.CharField(_("jabatan"), max_length=20, choices=Office.choices)
    valid_from = models.DateField(_("mulai"))
    valid_to = models.DateField(_("sampai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["village", "user", "office"],
                condition=Q(valid_to__isnull=True),
                name="membership_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="membership_ends_later",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_office_display()}"
