from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned


class TrailHead(VillageOwned):
    """The last link of the village's chain; locked while links are appended."""

    sequence = models.BigIntegerField(_("urutan terakhir"), default=0)
    mac = models.CharField(_("mata rantai terakhir"), max_length=64)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [models.UniqueConstraint(fields=["village"], name="trail_one_head")]
