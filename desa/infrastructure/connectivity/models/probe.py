from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import Removable, VillageOwned


class Probe(Removable):
    """A small device that asks points whether they answer. Its secret is made from the working key, never stored.

    `last_number` and `last_line` only grow: what was posted once counts once.
    """

    name = models.CharField(_("nama alat"), max_length=60)
    place = models.CharField(_("dipasang di"), max_length=120, blank=True)
    generation = models.PositiveSmallIntegerField(_("token ke"), default=1)
    last_number = models.BigIntegerField(_("kiriman terakhir"), default=0)
    last_line = models.BigIntegerField(_("menit terakhir"), default=0)
    last_seen_at = models.DateTimeField(_("terakhir terdengar"), null=True, blank=True)
    clock_offset = models.IntegerField(_("jamnya meleset, detik"), default=0)
    way = models.CharField(_("cara memeriksa"), max_length=10, blank=True)
    dropped = models.PositiveBigIntegerField(_("menit yang terbuang"), default=0)
    undated = models.PositiveBigIntegerField(_("menit tanpa jam yang benar"), default=0)

    personal: ClassVar[dict[str, str]] = {"removed_by_label": "official"}
    retention: ClassVar[str] = "permanent"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "name"],
                condition=Q(removed_at__isnull=True),
                name="probe_name_once",
                violation_error_message=_("Nama alat ini sudah dipakai. Beri nama lain."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ProbeReading(VillageOwned):
    """One point in one minute (whole minutes since 1970, UTC). `took`: milliseconds."""

    point = models.ForeignKey(
        "connectivity.Point", models.PROTECT, related_name="+", db_index=False
    )
    minute = models.IntegerField(_("menit"))
    up = models.BooleanField(_("menjawab"))
    took = models.IntegerField(_("milidetik"), null=True)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "400 days; hours and days are kept"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["point", "minute", "village"], name="reading_once")
        ]


class PointHour(VillageOwned):
    """Minutes of one clock hour (whole hours since 1970, UTC) in which the point answered or did not."""

    point = models.ForeignKey(
        "connectivity.Point", models.PROTECT, related_name="+", db_index=False
    )
    hour = models.IntegerField(_("jam"))
    up = models.PositiveSmallIntegerField(_("menit nyala"))
    down = models.PositiveSmallIntegerField(_("menit mati"))
    took = models.IntegerField(_("milidetik rata-rata"), null=True)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["point", "hour", "village"], name="point_hour_once"),
            models.CheckConstraint(condition=Q(up__lte=60 - F("down")), name="point_hour_sixty"),
        ]


class PointDay(VillageOwned):
    """The same of one day of the village's own calendar."""

    point = models.ForeignKey(
        "connectivity.Point", models.PROTECT, related_name="+", db_index=False
    )
    day = models.DateField(_("hari"))
    up = models.PositiveSmallIntegerField(_("menit nyala"))
    down = models.PositiveSmallIntegerField(_("menit mati"))

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "day", "point"], name="point_day_once"),
            models.CheckConstraint(condition=Q(up__lte=1440 - F("down")), name="point_day_whole"),
        ]


class RollupMark(VillageOwned):
    """How far the minutes have been counted into hours: the newest reading that was seen."""

    reading_id = models.BigIntegerField(_("bacaan terakhir"), default=0)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["village"], name="rollup_mark_once")]
