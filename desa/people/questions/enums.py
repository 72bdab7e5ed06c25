from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class QuestionState(TextChoices):
    WAITING = "waiting", _("Menunggu jawaban")
    ANSWERED = "answered", _("Dijawab")
    CONFIRMED = "confirmed", _("Terjawab, kata penanya")
    REOPENED = "reopened", _("Dibuka lagi oleh penanya")
    DISPUTED = "disputed", _("Belum terjawab, kata penanya")
    CLOSED = "closed", _("Ditutup tanpa jawaban")


OPEN = (QuestionState.WAITING, QuestionState.REOPENED)


class Channel(TextChoices):
    WEB = "web", _("Lewat situs desa")
    COUNTER = "loket", _("Di loket")


class CloseReason(TextChoices):
    """Why no answer is given; the public reads it."""

    RUDE = "kasar", _("Berisi kata kasar, tanpa pertanyaan")
    NO_QUESTION = "bukan", _("Bukan pertanyaan tentang angka ini")
    TWICE = "ganda", _("Sama dengan pertanyaan yang sudah ada")
    PRIVATE = "pribadi", _("Menanyakan urusan pribadi orang lain")


class Escalation(TextChoices):
    NONE = "", _("Belum")
    SEKDES = "sekdes", _("Sekretaris Desa")
    KADES = "kades", _("Kepala Desa")


class QuestionsPermission(StrEnum):
    QUESTION_VIEW = "questions.question_view"
    QUESTION_ANSWER = "questions.question_answer"
    QUESTION_TAKE = "questions.question_take"
    QUESTION_CLOSE = "questions.question_close"
