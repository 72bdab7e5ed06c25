from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.enums import ChangeState, LinkUse, Via
from desa.empowerment.marketplace.models.card import Card
from desa.foundation.core import clock
from desa.foundation.core.modelfields import PhoneField
from desa.foundation.tenancy.models import VillageOwned


class NumberChange(VillageOwned):
    """A new number for a card that its seller has confirmed: it waits for the old number's word.

    Of the old number only the mask stays; a decided request loses the new one too.
    """

    card = models.ForeignKey(Card, models.PROTECT, related_name="number_changes")
    old_masked = models.CharField(_("nomor lama"), max_length=20)
    new_masked = models.CharField(_("nomor baru"), max_length=20)
    new_phone = PhoneField(_("nomor baru"), blank=True)
    reason = models.CharField(_("alasan"), max_length=200)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=ChangeState.choices, default=ChangeState.ASKED
    )
    asked_at = models.DateTimeField(_("diminta"), default=clock.now)
    asked_by_label = models.CharField(_("diminta oleh"), max_length=120)
    decided_at = models.DateTimeField(_("diputuskan"), null=True, blank=True)
    decided_by_label = models.CharField(_("diputuskan oleh"), max_length=120, blank=True)
    decided_via = models.CharField(_("lewat"), max_length=8, choices=Via.choices, blank=True)
    decision_reason = models.CharField(_("dasar keputusan"), max_length=200, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "old_masked": "contact",
        "new_masked": "contact",
        "new_phone": "contact",
        "reason": "free text",
        "decision_reason": "free text",
        "asked_by_label": "official",
        "decided_by_label": "official",
    }
    retention: ClassVar[str] = "as its card"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["village", "card"],
                condition=Q(state=ChangeState.ASKED),
                name="number_change_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state=ChangeState.ASKED, decided_at__isnull=True)
                | (~Q(state=ChangeState.ASKED) & Q(decided_at__isnull=False, new_phone="")),
                name="number_change_decided_forgets",
            ),
        ]
        ordering = ["-asked_at", "-id"]


class SellerLink(VillageOwned):
    """What stands in a message to the seller; only the digest is kept, a newer one makes it worthless."""

    digest = models.CharField(_("sidik tautan"), max_length=64)
    card = models.ForeignKey(Card, models.PROTECT, related_name="links")
    use = models.CharField(_("keperluan"), max_length=8, choices=LinkUse.choices)
    expires_at = models.DateTimeField(_("berlaku sampai"))
    used_at = models.DateTimeField(_("dipakai atau diganti"), null=True, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now, editable=False)

    personal: ClassVar[dict[str, str]] = {}
    retention: ClassVar[str] = "90 days after expiry"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "digest"], name="seller_link_once"),
            models.UniqueConstraint(
                fields=["village", "card", "use"],
                condition=Q(used_at__isnull=True),
                name="seller_link_one_open",
            ),
        ]
