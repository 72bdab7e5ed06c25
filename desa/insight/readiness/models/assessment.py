from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned

UNSIGNED = Q(
    signed_on__isnull=True, second_user__isnull=True, second_office="", replaced_on__isnull=True
)
SIGNED = Q(signed_on__isnull=False, second_user__isnull=False) & ~Q(second_office="")


class ChecklistAnswer(VillageOwned):
    """An item of the first evening: what is there, the document or photo, two signers of different offices.

    Counts from `signed_on`, when the second one signed, until `replaced_on`; before that it may be changed.
    """

    item = models.SlugField(_("butir"), max_length=40)
    level = models.PositiveSmallIntegerField(_("tingkat bukti"))
    document = models.CharField(_("bukti"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField(_("keadaan pada"))
    first_user = models.ForeignKey(User, models.PROTECT, related_name="+")
    first_office = models.CharField(_("jabatan penilai"), max_length=20, choices=Office.choices)
    first_label = models.CharField(_("dinilai oleh"), max_length=120)
    second_user = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    second_office = models.CharField(
        _("jabatan pemeriksa"), max_length=20, choices=Office.choices, blank=True
    )
    second_label = models.CharField(_("diperiksa oleh"), max_length=120, blank=True)
    created_at = models.DateTimeField(_("dicatat"))
    signed_on = models.DateField(_("diperiksa pada"), null=True, blank=True)
    replaced_on = models.DateField(_("diganti pada"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "document": "free text",
        "first_user": "official",
        "first_label": "official",
        "second_user": "official",
        "second_label": "official",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "item"],
                condition=Q(signed_on__isnull=True),
                name="checklist_open_once",
            ),
            models.UniqueConstraint(
                fields=["village", "item"],
                condition=Q(signed_on__isnull=False, replaced_on__isnull=True),
                name="checklist_standing_once",
            ),
            models.CheckConstraint(
                condition=UNSIGNED | (SIGNED & ~Q(second_office=F("first_office"))),
                name="checklist_second_signer_of_another_office",
            ),
            models.CheckConstraint(
                condition=Q(second_user__isnull=True) | ~Q(second_user=F("first_user")),
                name="checklist_second_signer_is_someone_else",
            ),
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=5), name="checklist_level_on_the_ladder"
            ),
        ]
