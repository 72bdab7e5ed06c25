"""The room's events in plain words, for the history page; never who asked or what."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, str | Promise] = {
    "questions.question.answered": _("menjawab pertanyaan warga"),
    "questions.question.asked": _("mengirim pertanyaan"),
    "questions.question.closed": _("menutup pertanyaan tanpa jawaban"),
    "questions.question.confirmed": _("menyatakan pertanyaannya terjawab"),
    "questions.question.disputed": _("menyatakan pertanyaannya tetap belum terjawab"),
    "questions.question.escalated": _("meneruskan pertanyaan yang lewat janji"),
    "questions.question.released": _("menampilkan isi pertanyaan"),
    "questions.question.reopened": _("membuka lagi pertanyaannya"),
}
