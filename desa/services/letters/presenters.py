"""The room's events in plain words, for the history page; no names of residents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "letters.letter.approved": _("menyetujui surat"),
    "letters.letter.cancelled": _("membatalkan permohonan surat"),
    "letters.letter.handed_over": _("menyerahkan surat"),
    "letters.letter.refused": _("menolak surat"),
    "letters.letter.replaced": _("mengganti surat"),
    "letters.letter.signed_on_the_spot": _("memberi nomor surat yang ditandatangani di tempat"),
    "letters.letter.submitted": _("mengajukan surat untuk disetujui"),
    "letters.letter.voided": _("mencabut surat"),
}
