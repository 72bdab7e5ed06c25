"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "sheets.batch.done": _("menyimpan impor"),
    "sheets.batch.failed": _("impor terhenti"),
    "sheets.batch.journal_forgotten": _("menghapus catatan pembatalan impor lama"),
    "sheets.batch.previewed": _("memeriksa berkas impor"),
    "sheets.batch.running": _("memulai impor"),
    "sheets.batch.undoing": _("mulai membatalkan impor"),
    "sheets.batch.undone": _("membatalkan impor"),
}
