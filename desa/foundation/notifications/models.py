from typing import ClassVar
from urllib.parse import quote

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.modelfields import PhoneField
from desa.foundation.core.values.phone import Phone
from desa.foundation.notifications.enums import Channel, NoticeState
from desa.foundation.tenancy.models import VillageOwned


class Notice(VillageOwned):
    """One message to one reader, its words frozen; `audience` are the offices that may see and send it."""

    purpose = models.CharField(_("keperluan"), max_length=80)
    subject = models.CharField(_("perihal"), max_length=160)
    text = models.TextField(_("isi"), max_length=2000)
    recipient_label = models.CharField(_("kepada"), max_length=120)
    phone = PhoneField(_("nomor HP"), blank=True)
    email = models.EmailField(_("alamat surel"), blank=True)
    channel = models.CharField(_("jalur"), max_length=8, choices=Channel.choices)
    state = models.CharField(
        _("keadaan"), max_length=10, choices=NoticeState.choices, default=NoticeState.QUEUED
    )
    audience = models.CharField(_("dikirim oleh jabatan"), max_length=400)
    urgent = models.BooleanField(_("mendesak"), default=False)
    not_before = models.DateTimeField(_("dikirim mulai"))
    key = models.CharField(_("kunci"), max_length=120)
    attempts = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    problem = models.CharField(_("sebab gagal"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("dibuat"), default=clock.now)
    created_by_label = models.CharField(_("dibuat oleh"), max_length=120)
    ended_at = models.DateTimeField(_("selesai"), null=True, blank=True)
    ended_by_label = models.CharField(_("diselesaikan oleh"), max_length=120, blank=True)

    personal: ClassVar[dict[str, str]] = {
        "recipient_label": "identity",
        "phone": "contact",
        "email": "contact",
        "text": "free text",
        "created_by_label": "official",
        "ended_by_label": "official",
    }
    retention: ClassVar[str] = "90 days after it was sent or cancelled the number and text go"

    class Meta(VillageOwned.Meta):
        constraints = [
            models.UniqueConstraint(fields=["village", "key"], name="notice_once"),
            models.CheckConstraint(
                condition=Q(state__in=[NoticeState.QUEUED, NoticeState.FAILED])
                | Q(ended_at__isnull=False),
                name="notice_ended_has_time",
            ),
        ]
        indexes = [
            models.Index(fields=["village", "state", "not_before"], name="notice_waiting"),
            models.Index(fields=["village", "ended_at"], name="notice_history"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.recipient_label}"

    @property
    def is_open(self) -> bool:
        return self.state in (NoticeState.QUEUED, NoticeState.FAILED)

    @property
    def may_go_now(self) -> bool:
        return self.is_open and self.not_before <= clock.now()

    @property
    def by_hand(self) -> bool:
        return self.channel == Channel.WA_HAND

    @property
    def masked_address(self) -> str:
        """+6281•••••90 or s•••••@contoh.example; nothing when the sender picks the contact."""
        if self.phone:
            return Phone(self.phone).masked
        first, at, domain = self.email.partition("@")
        return f"{first[:1]}•••••@{domain}" if at else ""

    @property
    def link(self) -> str:
        """Opens the message ready to send, on the phone or machine of the person who taps it."""
        if not self.by_hand:
            return (
                f"mailto:{quote(self.email)}?subject={quote(self.subject)}&body={quote(self.text)}"
            )
        number = Phone(self.phone).wa_digits if self.phone else ""
        return f"https://wa.me/{number}?text={quote(self.text)}"
