from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned
from desa.people.residents.models import Person
from desa.transparency.regulations.enums import Plan, RelationKind
from desa.transparency.regulations.models.regulation import Regulation
from desa.transparency.regulations.rules.lines import PlanLine


class Relation(VillageOwned):
    """What a regulation does to an older one of the village, or which it rests on."""

    regulation = models.ForeignKey(Regulation, models.CASCADE, related_name="relations")
    target = models.ForeignKey(Regulation, models.PROTECT, related_name="pointed_at_by")
    kind = models.CharField(_("hubungan"), max_length=12, choices=RelationKind.choices)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "regulation", "target", "kind"], name="relation_once"
            ),
            models.CheckConstraint(
                condition=~Q(regulation=F("target")), name="relation_to_another"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.regulation_id} {self.kind} {self.target_id}"


class BudgetLine(VillageOwned):
    """The line of a plan that pays for it, by year and code: the plan itself lies in another room."""

    regulation = models.ForeignKey(Regulation, models.CASCADE, related_name="budget_lines")
    plan = models.CharField(_("rencana"), max_length=8, choices=Plan.choices)
    year = models.PositiveSmallIntegerField(_("tahun"))
    code = models.CharField(_("kode kegiatan"), max_length=12)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "regulation", "plan", "year", "code"],
                name="regulation_line_once",
            )
        ]
        ordering = ["plan", "year", "code"]

    def __str__(self) -> str:
        return f"{self.get_plan_display()} {self.line}"

    @property
    def line(self) -> PlanLine:
        return PlanLine(self.plan, self.year, self.code)


class Member(VillageOwned):
    """Who a decree names, and as what; `person` when exactly one resident has this name."""

    regulation = models.ForeignKey(Regulation, models.CASCADE, related_name="members")
    place = models.PositiveSmallIntegerField(_("urutan"))
    role = models.CharField(_("jabatan"), max_length=80)
    name = models.CharField(_("nama"), max_length=100)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    personal: ClassVar[dict[str, str]] = {"name": "official", "person": "reference"}
    retention: ClassVar[str] = "as long as the decree"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "regulation", "place"], name="member_place_once"
            )
        ]
        ordering = ["place"]

    def __str__(self) -> str:
        return f"{self.role}: {self.name}"
