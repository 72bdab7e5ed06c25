from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned


class RegisterCounter(VillageOwned):
    """The next number of one register in one year; its row is locked while a number is taken."""

    register = models.CharField(_("buku register"), max_length=30)
    year = models.PositiveSmallIntegerField(_("tahun"))
    next_number = models.PositiveIntegerField(_("nomor berikutnya"), default=1)
    start_reason = models.CharField(_("alasan mulai dari nomor ini"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {"start_reason": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "register", "year"], name="register_counter_once"
            ),
            models.CheckConstraint(
                condition=models.Q(next_number__gte=1), name="register_counter_from_one"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.year}: {self.next_number}"
