from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.enums import Answer
from desa.empowerment.marketplace.models.card import Card
from desa.foundation.core import clock
from desa.foundation.tenancy.models import VillageOwned


class Bazaar(VillageOwned):
    """A bazaar, training or fair to which sellers are invited by what they sell."""

    title = models.CharField(_("nama acara"), max_length=100)
    day = models.DateField(_("tanggal"))
    where = models.CharField(_("tempat"), max_length=100)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now, editable=False)
    created_by_label = models.CharField(_("dibuat oleh"), max_length=120, editable=False)

    personal: ClassVar[dict[str, str]] = {"created_by_label": "official"}
    retention: ClassVar[str] = "5 years"

    class Meta(VillageOwned.Meta):
        ordering = ["-day", "-id"]

    def __str__(self) -> str:
        return self.title


class Invitation(VillageOwned):
    """Who has been asked, for which product, and what they said."""

    bazaar = models.ForeignKey(Bazaar, models.PROTECT, related_name="invitations")
    card = models.ForeignKey(Card, models.PROTECT, related_name="invitations")
    asked_at = models.DateTimeField(_("diundang"), default=clock.now)
    asked_by_label = models.CharField(_("diundang oleh"), max_length=120)
    answer = models.CharField(_("jawaban"), max_length=6, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(_("dijawab"), null=True, blank=True)

    personal: ClassVar[dict[str, str]] = {"asked_by_label": "official"}
    retention: ClassVar[str] = "as its bazaar"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "bazaar", "card"], name="bazaar_invitation_once"
            )
        ]
        ordering = ["asked_at", "id"]
