"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "accounts.language.chosen": _("memilih bahasa layar"),
    "accounts.link.issued": _("membuat tautan masuk"),
    "accounts.officeholder.appointed": _("menambah pejabat"),
    "accounts.officeholder.contact_changed": _("mengganti nomor HP atau surel seorang pejabat"),
    "accounts.officeholder.ended": _("mengakhiri jabatan seorang pejabat"),
    "accounts.password.changed": _("mengganti kata sandi"),
    "accounts.password.chosen": _("membuat kata sandi"),
    "accounts.user.entered": _("masuk kantor desa"),
}
