"""The room's events in plain words, for the history page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "assets.asset.checked": _("memeriksa aset %(code)s"),
    "assets.asset.corrected": _("membetulkan data aset %(code)s"),
    "assets.asset.disposed": _("menghapus aset %(code)s dengan berita acara"),
    "assets.asset.registered": _("mencatat aset %(code)s"),
    "assets.asset.removed": _("membuang catatan aset %(code)s yang keliru"),
    "assets.asset.restored": _("mengembalikan catatan aset %(code)s"),
    "assets.budget_line.removed": _("membuang anggaran perawatan %(code)s tahun %(year)s"),
    "assets.budget_line.set": _("mengisi anggaran perawatan %(code)s tahun %(year)s"),
    "assets.care.done": _("mencatat perawatan aset %(code)s"),
    "assets.code_rule.set": _("mengatur kode aset: %(prefix)s"),
    "assets.disposal.undone": _("membatalkan penghapusan aset"),
    "assets.order.cancelled": _("membatalkan perbaikan aset"),
    "assets.order.closed": _("menutup perbaikan aset %(code)s"),
    "assets.order.opened": _("membuka perbaikan aset %(code)s"),
    "assets.photo.added": _("menambah foto aset %(code)s"),
}
