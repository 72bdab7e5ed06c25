from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.enums import CardState, Stock, Via
from desa.empowerment.marketplace.models.group import ProductGroup
from desa.foundation.core import clock
from desa.foundation.core.modelfields import PhoneField, RupiahField
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import Area, VillageOwned


class Card(VillageOwned):
    """One product of one seller. `heard_at` is the seller's last word; `asked_at` an open question."""

    title = models.CharField(_("nama barang"), max_length=70)
    unit = models.CharField(_("satuan"), max_length=40)
    price = RupiahField(_("harga"))
    about = models.CharField(_("keterangan"), max_length=300, blank=True)
    hours = models.CharField(_("jam buka"), max_length=100, blank=True)
    stock = models.CharField(
        _("persediaan"), max_length=6, choices=Stock.choices, default=Stock.READY
    )
    group = models.ForeignKey(ProductGroup, models.PROTECT, related_name="cards")
    hamlet = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    seller_name = models.CharField(_("nama penjual"), max_length=60)
    phone = PhoneField(_("nomor HP penjual"))
    photo = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    preview = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(
        _("keadaan"), max_length=10, choices=CardState.choices, default=CardState.WAITING
    )
    state_since = models.DateTimeField(_("keadaan sejak"), default=clock.now)
    end_reason = models.CharField(_("alasan ditarik"), max_length=200, blank=True)
    claims_kept = models.BooleanField(_("kata kesehatan diperiksa petugas"), default=False)
    confirmed_at = models.DateTimeField(_("disetujui penjual"), null=True, blank=True)
    confirmed_via = models.CharField(
        _("disetujui lewat"), max_length=8, choices=Via.choices, blank=True
    )
    heard_at = models.DateTimeField(_("kata terakhir penjual"), null=True, blank=True)
    asked_at = models.DateTimeField(_("ditanya “masih jual?”"), null=True, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now, editable=False)
    created_by_label = models.CharField(_("dibuat oleh"), max_length=120, editable=False)

    personal: ClassVar[dict[str, str]] = {
        "seller_name": "identity",
        "phone": "contact",
        "photo": "free text",
        "about": "free text",
        "end_reason": "free text",
        "created_by_label": "official",
    }
    retention: ClassVar[str] = "2 years after it was withdrawn"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[CardState.SHOWN, CardState.ASLEEP])
                | Q(confirmed_at__isnull=False, heard_at__isnull=False),
                name="card_shown_is_confirmed",
            ),
            models.CheckConstraint(
                condition=Q(photo__isnull=True, preview__isnull=True)
                | Q(photo__isnull=False, preview__isnull=False),
                name="card_photo_has_preview",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "state", "-state_since"], name="card_by_state"),
            models.Index(fields=["village", "group", "state"], name="card_by_group"),
        ]
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_shown(self) -> bool:
        return self.state == CardState.SHOWN


class CardPrice(VillageOwned):
    """Appended, never changed: what it cost from then on, and how the office knows."""

    card = models.ForeignKey(Card, models.PROTECT, related_name="prices")
    price = RupiahField(_("harga"))
    via = models.CharField(_("dari"), max_length=8, choices=Via.choices)
    at = models.DateTimeField(_("sejak"), default=clock.now)
    by_label = models.CharField(_("dicatat oleh"), max_length=120)

    personal: ClassVar[dict[str, str]] = {"by_label": "official"}
    retention: ClassVar[str] = "as its card"

    class Meta(VillageOwned.Meta):
        indexes = [models.Index(fields=["village", "card", "-at"], name="card_price_history")]
        ordering = ["-at", "-id"]
