from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import VillageOwned
from desa.people.partners.enums import DeliverableKind
from desa.people.partners.models.partner import Basis


class Deliverable(VillageOwned):
    """Something an agreement promises, with its day; done is done with evidence."""

    basis = models.ForeignKey(Basis, models.PROTECT, related_name="deliverables")
    kind = models.CharField(_("jenis"), max_length=12, choices=DeliverableKind.choices)
    title = models.CharField(_("yang diserahkan"), max_length=160)
    due_on = models.DateField(_("paling lambat"))
    done_on = models.DateField(_("diserahkan tanggal"), null=True, blank=True)
    evidence = models.CharField(_("bukti"), max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("dicatat pada"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {"title": "free text", "evidence": "free text"}
    retention: ClassVar[str] = "permanent"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(done_on__isnull=True) | ~Q(evidence=""),
                name="deliverable_done_with_evidence",
            )
        ]
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.title
