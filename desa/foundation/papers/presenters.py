"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "papers.emblem.stored": _("menyimpan lambang"),
    "papers.paper.issued": _("menyimpan berkas surat"),
    "papers.paper.numbered": _("memberi nomor %(number)s"),
    "papers.paper.replaced": _("mencatat surat pengganti"),
    "papers.paper.voided": _("mencabut nomor %(number)s"),
    "papers.policy.decided": _("mengubah aturan kertas"),
    "papers.register.started": _("memajukan nomor dari %(before)s ke %(next)s: %(reason)s"),
}
