from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import VillageOwned


class Observation(VillageOwned):
    """One official did the tasks of a critical function before somebody else; a certificate is none."""

    function = models.SlugField(_("fungsi"), max_length=40)
    official = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name=_("yang diamati")
    )
    observer = models.ForeignKey(User, models.PROTECT, related_name="+")
    observed_on = models.DateField(_("tanggal"))
    done = models.JSONField(_("tugas yang dilakukan sendiri"), default=list)
    passed = models.BooleanField(_("mampu"))

    personal: ClassVar[dict[str, str]] = {
        "official": "official",
        "observer": "official",
        "done": "official",
        "passed": "official",
    }
    retention: ClassVar[str] = "5 years"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(official=F("observer")), name="observed_by_somebody_else"
            )
        ]
        indexes = [
            models.Index(
                fields=["village", "function", "official", "observed_on"], name="observation_last"
            )
        ]

    def __str__(self) -> str:
        return f"{self.function} {self.observed_on}"
