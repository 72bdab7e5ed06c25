"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "notifications.notice.cancelled": _("membatalkan sebuah pesan"),
    "notifications.notice.emailed": _("mengirim sebuah pesan lewat surel"),
    "notifications.notice.failed": _("gagal mengirim sebuah pesan"),
    "notifications.notice.queued": _("menyiapkan sebuah pesan"),
    "notifications.notice.requeued": _("mencoba lagi sebuah pesan"),
    "notifications.notice.sent_by_hand": _("mencatat bahwa sebuah pesan sudah dikirim"),
}
