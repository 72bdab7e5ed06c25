"""The room's events in plain words, for the history page; no numbers, and its tables."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from desa.empowerment.marketplace.queries.events import InvitationLine
from desa.empowerment.marketplace.rules.grouping import to_csv
from desa.foundation.core import clock
from desa.foundation.tenancy.scope import current_village

SENTENCES: dict[str, str | Promise] = {
    "marketplace.app.kept": _("menyimpan tautan aplikasi desa"),
    "marketplace.app.removed": _("menghapus tautan aplikasi desa"),
    "marketplace.bazaar.answered": _("mencatat jawaban undangan bazar"),
    "marketplace.bazaar.invited": _("mengundang penjual ke bazar"),
    "marketplace.bazaar.planned": _("mencatat acara bazar"),
    "marketplace.card.asked": _("menanyai penjual apakah masih jual"),
    "marketplace.card.changed": _("mengubah kartu Lapak Desa"),
    "marketplace.card.claims_kept": _("memeriksa kata kesehatan di kartu dan mempertahankannya"),
    "marketplace.card.confirmed": _("menyetujui kartunya lewat tautan"),
    "marketplace.card.declined": _("tidak menyetujui kartunya"),
    "marketplace.card.link_sent": _("menyiapkan tautan persetujuan untuk penjual"),
    "marketplace.card.made": _("membuat kartu Lapak Desa"),
    "marketplace.card.pictured": _("memasang foto di kartu Lapak Desa"),
    "marketplace.card.priced": _("mencatat harga %(price)s"),
    "marketplace.card.reopened": _("membuka lagi kartu Lapak Desa"),
    "marketplace.card.slept": _("menidurkan kartu yang penjualnya tidak menjawab"),
    "marketplace.card.still": _("mencatat bahwa penjual masih jual"),
    "marketplace.card.stopped": _("mencatat bahwa penjual sudah tidak jual"),
    "marketplace.card.unpictured": _("mencopot foto dari kartu Lapak Desa"),
    "marketplace.card.vouched": _("mencatat persetujuan penjual: %(words)s"),
    "marketplace.card.withdrawn": _("menarik kartu Lapak Desa"),
    "marketplace.card.woken": _("membangunkan kartu Lapak Desa"),
    "marketplace.groups.imported": _("mengganti daftar kelompok barang (%(groups)s kelompok)"),
    "marketplace.number.asked": _("meminta ganti nomor HP di kartu Lapak Desa"),
    "marketplace.number.changed": _("mengganti nomor HP di kartu Lapak Desa. %(reason)s"),
    "marketplace.number.corrected": _("membetulkan nomor HP di kartu yang belum disetujui"),
    "marketplace.number.refused": _("menolak ganti nomor HP di kartu Lapak Desa. %(reason)s"),
    "marketplace.report.closed": _("menyelesaikan laporan tentang kartu Lapak Desa"),
    "marketplace.report.filed": _("melaporkan kartu Lapak Desa"),
}
HEAD = ("kelompok", "barang", "penjual", "dusun", "diundang", "oleh", "jawaban")


def invitations_csv(lines: Iterable[InvitationLine]) -> str:
    """Without numbers: the invitation itself goes out by WhatsApp, from the page."""
    return to_csv(HEAD, (_cells(line) for line in lines))


def _cells(line: InvitationLine) -> tuple[object, ...]:
    card, asked = line.card, line.invitation
    hamlet = card.hamlet.name if card.hamlet else ""
    row = (card.group.title, card.title, card.seller_name, hamlet)
    if asked is None:
        return (*row, _t("belum"), "", "")
    day = clock.local(asked.asked_at, current_village()).date().isoformat()
    return (*row, day, asked.asked_by_label, asked.get_answer_display())
