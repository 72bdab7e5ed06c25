from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core.values.nik import MASK
from desa.foundation.tenancy.models import Removable, VillageOwned
from desa.people.residents.enums import Shdk
from desa.people.residents.models.person import NUMBER_LENGTH, Person


class Family(Removable):
    """A family card (KK). Who heads it is a membership, so that it has a history."""

    no_kk = models.CharField(_("nomor KK"), max_length=NUMBER_LENGTH)

    personal: ClassVar[dict[str, str]] = {"no_kk": "identity", "removed_by_label": "official"}
    retention: ClassVar[str] = "permanent register; a removed row 1 year after its removal"

    class Meta(Removable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "no_kk"],
                condition=Q(removed_at__isnull=True),
                name="family_number_once",
            )
        ]

    def __str__(self) -> str:
        return self.masked_no_kk

    @property
    def masked_no_kk(self) -> str:
        return self.no_kk[:4] + MASK


class FamilyMembership(VillageOwned):
    """A person's place in a family, from a day to a day; an unknown beginning is empty."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships", db_index=False)
    family = models.ForeignKey(Family, models.CASCADE, related_name="memberships")
    shdk = models.PositiveSmallIntegerField(_("hubungan keluarga"), choices=Shdk.choices)
    valid_from = models.DateField(_("sejak"), null=True, blank=True)
    valid_to = models.DateField(_("sampai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "person": "reference",
        "family": "reference",
        "shdk": "identity",
    }
    retention: ClassVar[str] = "as long as the person"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "person"],
                condition=Q(valid_to__isnull=True),
                name="membership_one_family_now",
            ),
            models.UniqueConstraint(
                fields=["village", "family"],
                condition=Q(valid_to__isnull=True, shdk=Shdk.HEAD),
                name="family_one_head_now",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="family_membership_ends_later",
            ),
        ]
        indexes = [models.Index(fields=["person", "valid_to"], name="membership_by_person")]

    def __str__(self) -> str:
        return self.get_shdk_display()
