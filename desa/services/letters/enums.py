from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LetterState(TextChoices):
    SUBMITTED = "submitted", _("Menunggu tanda tangan")
    APPROVED = "approved", _("Bernomor, siap dicetak")
    HANDED_OVER = "handed_over", _("Sudah diserahkan")
    REFUSED = "refused", _("Ditolak")
    CANCELLED = "cancelled", _("Dibatalkan")
    VOIDED = "voided", _("Dicabut")
    REPLACED = "replaced", _("Diganti surat lain")


class Channel(TextChoices):
    COUNTER = "loket", _("Di loket")
    ASSISTED = "dibantu", _("Di loket, dibantu orang lain")


class Helper(TextChoices):
    NONE = "", _("Sendiri")
    CHILD = "anak", _("Anak")
    IN_LAW = "menantu", _("Menantu")
    SPOUSE = "pasangan", _("Suami atau istri")
    RT = "rt", _("Ketua RT")
    CADRE = "kader", _("Kader")
    OTHER = "lain", _("Orang lain")


class LetterPermission(StrEnum):
    LETTER_VIEW = "letters.letter_view"
    LETTER_MAKE = "letters.letter_make"
    LETTER_APPROVE = "letters.letter_approve"
    LETTER_VOID = "letters.letter_void"
