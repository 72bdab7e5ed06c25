from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models.owned import VillageOwned


class Holiday(VillageOwned):
    """A day the office is closed; proposed from the national list, corrected by the sekdes each year."""

    day = models.DateField(_("tanggal"))
    name = models.CharField(_("nama hari libur"), max_length=120)
    confirmed = models.BooleanField(_("sudah dipastikan"), default=False)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["village", "day"], name="holiday_once")]
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day.isoformat()} {self.name}"


class OpeningHours(VillageOwned):
    """Opening time of one weekday (0 = Monday) within a period; the latest period that covers a day wins."""

    weekday = models.PositiveSmallIntegerField(_("hari"))
    opens = models.TimeField(_("buka"))
    closes = models.TimeField(_("tutup"))
    valid_from = models.DateField(_("berlaku sejak"))
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")), name="hours_close_after_opening"
            ),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_weekday"),
            models.UniqueConstraint(
                fields=["village", "weekday", "opens", "valid_from"], name="hours_once_per_period"
            ),
        ]
        ordering = ["weekday", "opens"]

    def __str__(self) -> str:
        return f"{self.weekday}: {self.opens:%H.%M}-{self.closes:%H.%M}"
