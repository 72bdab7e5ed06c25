from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office, Standing
from desa.foundation.accounts.models.membership import Membership
from desa.foundation.tenancy.models import VillageOwned


class Officeholder(VillageOwned):
    """Who holds an office, as papers print it; may exist without an account."""

    office = models.CharField(_("jabatan"), max_length=20, choices=Office.choices)
    title = models.CharField(_("sebutan jabatan di surat"), max_length=80)
    standing = models.CharField(
        _("kedudukan"), max_length=10, choices=Standing.choices, default=Standing.DEFINITIF
    )
    name = models.CharField(_("nama dengan gelar"), max_length=120)
    nip = models.CharField(_("NIP"), max_length=18, blank=True)
    phone = models.CharField(_("nomor HP"), max_length=20, blank=True)
    email = models.EmailField(_("surel"), blank=True)
    term_from = models.DateField(_("menjabat sejak"))
    term_to = models.DateField(_("menjabat sampai"), null=True, blank=True)
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="officeholders"
    )

    personal: ClassVar[dict[str, str]] = {
        "name": "official",
        "nip": "official",
        "phone": "contact",
        "email": "contact",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(term_to__isnull=True) | Q(term_to__gte=F("term_from")),
                name="term_ends_later",
            )
        ]
        ordering = ["office", "term_from"]

    def __str__(self) -> str:
        return f"{self.title} {self.name}"
