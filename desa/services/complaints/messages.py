"""What a complaint lets people know; a message goes out by a human tap and names nobody."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from desa.foundation.core.values.codes import StatusCode
from desa.foundation.notifications.rules.message import Message


@dataclass(frozen=True, repr=False)
class AnsweredMessage(Message):
    """Asks the reporter; only their word closes the case."""

    purpose: ClassVar[str] = "complaints.answered"
    subject: ClassVar[object] = _("Laporan Anda sudah ditanggapi")
    template: ClassVar[object] = _(
        "Laporan %(number)s sudah ditanggapi: %(answer)s.\n%(question)s Balas SUDAH atau BELUM, atau jawab"
        " di halaman Pengaduan dengan kode %(code)s. Laporan selesai hanya jika Anda menjawab SUDAH."
    )

    number: str
    answer: str
    question: str
    code: StatusCode


@dataclass(frozen=True, repr=False)
class LateMessage(Message):
    """To the official above; the case itself is read in the office."""

    purpose: ClassVar[str] = "complaints.late"
    subject: ClassVar[object] = _("Pengaduan %(number)s lewat janji")
    template: ClassVar[object] = _(
        "Pengaduan %(number)s (%(category)s) lewat janji sejak %(due_at)s. Penanggung jawab:"
        " %(owner)s. Buka Pengaduan di kantor desa untuk membaca dan menindaklanjuti."
    )

    number: str
    category: str
    owner: str
    due_at: datetime
