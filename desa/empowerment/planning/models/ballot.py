from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.planning.enums import Sex
from desa.empowerment.planning.models.round import Round
from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Area, VillageOwned

SAME = Q(
    second_by__isnull=False,
    second_area__isnull=False,
    second_choices=F("first_choices"),
    second_area=F("first_area"),
    second_sex=F("first_sex"),
)


class Ballot(VillageOwned):
    """One paper sheet, typed by two people who do not see each other's; it counts when both read the same.

    `sheet` is the number printed on it; who filled it in is nowhere. Choices are "1,4,7".
    """

    round = models.ForeignKey(Round, models.PROTECT, related_name="ballots")
    sheet = models.PositiveIntegerField(_("nomor lembar"))
    first_choices = models.CharField(_("pilihan, ketikan pertama"), max_length=600, blank=True)
    first_area = models.ForeignKey(
        Area, models.PROTECT, related_name="+", verbose_name=_("dusun, ketikan pertama")
    )
    first_sex = models.CharField(
        _("ketikan pertama"), max_length=1, choices=Sex.choices, blank=True
    )
    first_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    second_choices = models.CharField(_("pilihan, ketikan kedua"), max_length=600, blank=True)
    second_area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("dusun, ketikan kedua"),
    )
    second_sex = models.CharField(_("ketikan kedua"), max_length=1, choices=Sex.choices, blank=True)
    second_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    counts = models.BooleanField(_("dihitung"), default=False)

    personal: ClassVar[dict[str, str]] = {"first_by": "official", "second_by": "official"}
    retention: ClassVar[str] = "5 years after the round"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "round", "sheet"], name="planning_sheet_once"
            ),
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=F("first_by")),
                name="planning_sheet_two_typists",
            ),
            models.CheckConstraint(
                condition=Q(counts=False) | SAME,
                name="planning_sheet_counts_when_alike",
            ),
            models.CheckConstraint(condition=Q(sheet__gte=1), name="planning_sheet_from_one"),
        ]
        ordering = ["sheet"]

    def __str__(self) -> str:
        return f"{self.sheet}"
