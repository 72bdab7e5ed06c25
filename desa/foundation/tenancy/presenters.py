"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "tenancy.hours.dropped": _("menghapus masa khusus jam layanan"),
    "tenancy.hours.set": _("menetapkan jam layanan mulai %(valid_from)s"),
    "tenancy.room.switched": _("menyalakan atau mematikan fitur %(room)s"),
    "tenancy.village.awaited": _("menyiapkan tempat bagi data desa yang belum bernama"),
    "tenancy.village.changed": _("mengubah identitas desa"),
    "tenancy.village.founded": _("menyiapkan desa"),
}
