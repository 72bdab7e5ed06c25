from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models.owned import VillageOwned


class Area(VillageOwned):
    """A dusun, RW or RT with its validity; after a split or merger the successor is named."""

    kind = models.CharField(_("jenis"), max_length=5, choices=AreaKind.choices)
    name = models.CharField(_("nama atau nomor"), max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    valid_from = models.DateField(_("berlaku sejak"), null=True, blank=True)
    valid_to = models.DateField(_("berlaku sampai"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors"
    )

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "kind", "parent", "name"],
                condition=Q(valid_to__isnull=True),
                name="area_once_per_parent",
            ),
            models.UniqueConstraint(
                fields=["village", "name"],
                condition=Q(kind=AreaKind.DUSUN, valid_to__isnull=True),
                name="dusun_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="area_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return (
            self.name if self.kind == AreaKind.DUSUN else f"{self.get_kind_display()} {self.name}"
        )
