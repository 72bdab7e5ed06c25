from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.enums import Office
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned


class ChecklistAnswer(VillageOwned):
    """An item of the first evening: what is there, the document or photo, two signers of different offices."""

    item = models.SlugField(_("butir"), max_length=40)
    level = models.PositiveSmallIntegerField(_("tingkat"))
    document = models.CharField(_("bukti"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField(_("keadaan pada"))
    first_office = models.CharField(_("jabatan penilai"), max_length=20, choices=Office.choices)
    first_label = models.CharField(_("dinilai oleh"), max_length=120)
    second_office = models.CharField(
        _("jabatan pemeriksa"), max_length=20, choices=Office.choices, blank=True
    )
    second_label = models.CharField(_("diperiksa oleh"), max_length=120, blank=True)
    created_at = models.DateTimeField(_("dicatat"))
    replaced_at = models.DateTimeField(_("diganti"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "document": "free text",
        "first_label": "official",
        "second_label": "official",
    }
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "item"],
                condition=Q(replaced_at__isnull=True),
                name="checklist_answer_once",
            ),
            models.CheckConstraint(
                condition=Q(second_office="", second_label="")
                | (~Q(second_office=F("first_office")) & ~Q(second_office="")),
                name="checklist_second_signer_of_another_office",
            ),
            models.CheckConstraint(
                condition=Q(level__gte=1, level__lte=5), name="checklist_level_on_the_ladder"
            ),
        ]
