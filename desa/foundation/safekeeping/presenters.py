"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "safekeeping.backup.asked": _("meminta cadangan sekarang"),
    "safekeeping.backup.made": _("menyimpan salinan data desa: %(name)s"),
    "safekeeping.codes.made": _("membuat kode pemulihan baru"),
}
