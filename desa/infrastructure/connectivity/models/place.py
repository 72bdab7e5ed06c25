from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import Area, VillageOwned
from desa.infrastructure.connectivity.fields import LATITUDE, LONGITUDE, DegreesField


class RtPlace(VillageOwned):
    """The middle of the houses of one RT; an RT without one counts as unknown, never as zero."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("RT"))
    latitude = DegreesField(_("lintang"), validators=LATITUDE)
    longitude = DegreesField(_("bujur"), validators=LONGITUDE)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["village", "area"], name="rt_place_once")]


class MapShape(VillageOwned):
    """One outline of the village's own map: rings of [longitude, latitude]."""

    name = models.CharField(_("nama"), max_length=80)
    rings = models.JSONField(_("garis"))

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["village", "name"], name="map_shape_once")]

    def __str__(self) -> str:
        return self.name
