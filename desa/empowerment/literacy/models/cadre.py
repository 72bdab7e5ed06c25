from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Area, VillageOwned


class Cadre(VillageOwned):
    """Who teaches and helps in one dusun, from a day to a day; may work without an account."""

    name = models.CharField(_("nama kader"), max_length=100)
    user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    dusun = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("dusun"))
    valid_from = models.DateField(_("bertugas sejak"))
    valid_to = models.DateField(_("bertugas sampai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {"name": "official", "user": "official"}
    retention: ClassVar[str] = "as long as a class or help names the cadre"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "user"],
                condition=Q(valid_to__isnull=True, user__isnull=False),
                name="cadre_account_once",
            ),
            models.UniqueConstraint(
                fields=["village", "dusun", "name"],
                condition=Q(valid_to__isnull=True),
                name="cadre_once_in_dusun",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="cadre_ends_later",
            ),
        ]
        ordering = ["dusun__name", "name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.dusun}"
