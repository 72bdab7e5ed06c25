"""What is told about a question. No code: whoever sends the message must not be able to answer for the asker."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from desa.foundation.notifications.rules.message import Message


@dataclass(frozen=True)
class QuestionAnswered(Message):
    """To the asker."""

    purpose: ClassVar[str] = "questions.answered"
    subject: ClassVar[object] = _("Pertanyaan Anda sudah dijawab")
    template: ClassVar[object] = _(
        "Pertanyaan Anda tentang “%(figure)s” sudah dijawab oleh %(office)s. Baca di situs desa dengan "
        "kode Anda, atau tanyakan di kantor desa. Di sana Anda juga bisa bilang sudah terjawab atau belum."
    )

    figure: str
    office: str


@dataclass(frozen=True)
class QuestionClosed(Message):
    """To the asker of what is no question on the figure."""

    purpose: ClassVar[str] = "questions.closed"
    subject: ClassVar[object] = _("Pertanyaan Anda ditutup")
    template: ClassVar[object] = _(
        "Pertanyaan Anda tentang “%(figure)s” ditutup tanpa jawaban: %(reason)s. "
        "Tidak setuju? Datang ke kantor desa, atau sampaikan lewat BPD."
    )

    figure: str
    reason: str


@dataclass(frozen=True)
class QuestionOverdue(Message):
    """To the sekdes, and when silence goes on to the kades."""

    purpose: ClassVar[str] = "questions.overdue"
    subject: ClassVar[object] = _("Pertanyaan warga lewat janji")
    template: ClassVar[object] = _(
        "Pertanyaan warga tentang “%(figure)s” belum dijawab oleh %(owner)s dan lewat janji sejak %(day)s. "
        "Sekarang diteruskan kepada Anda. Buka Tanya di kantor desa."
    )

    figure: str
    owner: str
    day: str
