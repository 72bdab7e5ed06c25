from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.models import VillageOwned
from desa.services.complaints.enums import AnswerVia, Wish
from desa.services.complaints.models.complaint import Complaint


class ReporterContact(VillageOwned):
    """Who told it, apart from the case: shown on demand only, and every look is noted.

    Someone who wants to stay unknown has no row.
    """

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="contacts")
    name = models.CharField(_("nama pelapor"), max_length=100, blank=True)
    phone = models.CharField(_("nomor HP pelapor"), max_length=20, blank=True)
    wish = models.CharField(_("cara dihubungi"), max_length=10, choices=Wish.choices, blank=True)

    personal: ClassVar[dict[str, str]] = {"name": "identity", "phone": "contact"}
    retention: ClassVar[str] = "1 year after the complaint ended"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "complaint"], name="reporter_once"),
            models.CheckConstraint(
                condition=~Q(name="") | ~Q(phone=""), name="reporter_says_something"
            ),
        ]

    def __str__(self) -> str:
        return "•••"


class ReporterAnswer(VillageOwned):
    """One reporter's word on one round of work; of several in a round the last one counts."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="answers")
    round = models.PositiveSmallIntegerField(_("putaran"))
    good = models.BooleanField(_("sudah beres"))
    via = models.CharField(_("lewat"), max_length=10, choices=AnswerVia.choices)
    words = models.CharField(_("kata pelapor"), max_length=300, blank=True)
    at = models.DateTimeField(_("pada"))

    personal: ClassVar[dict[str, str]] = {"words": "free text"}
    retention: ClassVar[str] = "as its complaint"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "complaint", "round"], name="reporter_answer_once_a_round"
            )
        ]
