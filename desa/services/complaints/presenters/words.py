"""The room's events in plain words, for the history page; never who told it and never about whom."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area

SENTENCES: dict[str, str | Promise] = {
    "complaints.complaint.about_set": _("menandai pengaduan sebagai tentang perangkat desa"),
    "complaints.complaint.answered": _("menanggapi pengaduan %(number)s"),
    "complaints.complaint.closed_unanswered": _(
        "menutup pengaduan %(number)s tanpa jawaban pelapor"
    ),
    "complaints.complaint.confirmed": _(
        "menutup pengaduan %(number)s: menurut pelapor sudah beres"
    ),
    "complaints.complaint.escalated": _("menaikkan pengaduan yang lewat janji"),
    "complaints.complaint.filed": _("menerima pengaduan %(number)s"),
    "complaints.complaint.forwarded": _("mengalihkan pengaduan %(number)s"),
    "complaints.complaint.given": _("memindahkan penanggung jawab pengaduan"),
    "complaints.complaint.informed": _("menerima keterangan tambahan untuk pengaduan %(number)s"),
    "complaints.complaint.joined": _("menggabungkan pengaduan dengan %(number)s"),
    "complaints.complaint.marked_spam": _("menandai pengaduan %(number)s sebagai bukan laporan"),
    "complaints.complaint.paused": _("menghentikan waktu pengaduan"),
    "complaints.complaint.refused": _("menolak pengaduan %(number)s"),
    "complaints.complaint.reopened": _("membuka kembali pengaduan %(number)s"),
    "complaints.complaint.reporter_said": _("mencatat jawaban pelapor"),
    "complaints.complaint.restored": _("mengembalikan pengaduan %(number)s"),
    "complaints.complaint.resumed": _("menjalankan lagi waktu pengaduan"),
    "complaints.complaint.started": _("menindaklanjuti pengaduan %(number)s"),
    "complaints.complaint.summarised": _("menulis ringkasan umum pengaduan %(number)s"),
    "complaints.complaint.verified": _("memeriksa pengaduan %(number)s"),
    "complaints.photo.added": _("menambah foto pengaduan %(number)s"),
    "complaints.photo.decided": _("memutuskan foto pengaduan untuk umum"),
}


def place_words(area: Area | None) -> str:
    """Dusun Winog, RT 021: never more exact than an RT. Empty when no place was given."""
    if area is None:
        return ""
    names, inner = [], area
    while inner.parent_id is not None and inner.parent is not None:
        if inner.kind == AreaKind.RT:
            names.append(f"RT {inner.name}")
        inner = inner.parent
    if inner.kind == AreaKind.DUSUN:
        names.append(f"Dusun {inner.name}")
    else:
        names.append(str(inner))
    return ", ".join(reversed(names))
