from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.transparency.budgets.enums import Medium, WorkState
from desa.transparency.budgets.models.version import BudgetVersion, PartOfVersion


class Activity(PartOfVersion):
    """Who carries out a kegiatan of a version, and at a realisation how far it is and why."""

    version = models.ForeignKey(BudgetVersion, models.CASCADE, related_name="activities")
    kegiatan = models.CharField(_("kegiatan"), max_length=12)
    office = models.CharField(_("pelaksana"), max_length=20, choices=Office.choices)
    implementer = models.CharField(_("nama pelaksana"), max_length=120, blank=True)
    team = models.CharField(_("tim pelaksana"), max_length=300, blank=True)
    work_state = models.CharField(
        _("keadaan pekerjaan"), max_length=10, choices=WorkState.choices, blank=True
    )
    reason = models.CharField(_("alasan belum selesai"), max_length=300, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "implementer": "official",
        "team": "official",
        "reason": "free text",
    }
    retention: ClassVar[str] = "as its version"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "version", "kegiatan"], name="budget_activity_once"
            )
        ]
        ordering = ["kegiatan"]


class BudgetMedium(VillageOwned):
    """A file made when the version was published; all of a version's are there, or none."""

    version = models.ForeignKey(BudgetVersion, models.PROTECT, related_name="media")
    medium = models.CharField(_("bentuk"), max_length=12, choices=Medium.choices)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "version", "medium"], name="budget_medium_once"
            )
        ]
