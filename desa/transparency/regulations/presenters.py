"""The room's events in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "regulations.regulation.brought_back": _("mengembalikan peraturan yang dihapus"),
    "regulations.regulation.corrected": _("memperbaiki catatan peraturan (%(changed)s)"),
    "regulations.regulation.expiring": _("mengingatkan peraturan yang habis pada %(until)s"),
    "regulations.regulation.recorded": _("mencatat peraturan"),
    "regulations.regulation.removed": _("menghapus catatan peraturan"),
    "regulations.regulation.revocation_undone": _("membatalkan pencabutan peraturan"),
    "regulations.regulation.revoked": _("mencatat pencabutan peraturan sejak %(on)s"),
}
