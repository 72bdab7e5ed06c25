from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import Area, VillageOwned
from desa.people.residents.models.person import Person


class Residence(VillageOwned):
    """Where a person lives in the village, from a day to a day.

    `area` is the smallest known one: the RT, else the RW, else the dusun.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="residences", db_index=False)
    area = models.ForeignKey(Area, models.PROTECT, related_name="residences")
    address = models.CharField(_("alamat"), max_length=200, blank=True)
    valid_from = models.DateField(_("sejak"), null=True, blank=True)
    valid_to = models.DateField(_("sampai"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "person": "reference",
        "area": "contact",
        "address": "contact",
    }
    retention: ClassVar[str] = "as long as the person"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "person"],
                condition=Q(valid_to__isnull=True),
                name="residence_one_now",
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
                name="residence_ends_later",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "valid_to", "area"], name="residence_by_person"),
        ]
