from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeState(TextChoices):
    QUEUED = "queued", _("Menunggu dikirim")
    SENT = "sent", _("Terkirim")
    FAILED = "failed", _("Gagal terkirim")
    CANCELLED = "cancelled", _("Tidak jadi dikirim")


class Channel(TextChoices):
    WA_HAND = "wa_hand", _("WhatsApp, dikirim petugas")
    EMAIL = "email", _("Surel")


class NotificationsPermission(StrEnum):
    """Granted by accounts, which stands above this room."""

    NOTICE_SEND = "notifications.notice_send"


EMAIL_TASK = "notifications.send_email"
