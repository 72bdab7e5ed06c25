"""Questions of desa contoh, on what its other rooms have published: answered, waiting, late, opened again."""

from datetime import timedelta

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.scope import current_village
from desa.people.questions.actions import ASKER, Asking, answer, ask_about, escalate, judge, release
from desa.people.questions.enums import Channel
from desa.people.questions.models import Question
from desa.people.questions.queries import figures_like

DEMO = SystemActor("desa contoh")
PHONE = "+6281200000001"
ASKED = (
    "Kenapa di papan tertulis satu hari kerja, padahal tetangga saya menunggu tiga hari?",
    "Uang ini untuk membeli apa saja, dan siapa yang mengerjakan?",
    "Apakah angka ini sudah termasuk pajak? Bukti belanjanya bisa dilihat di mana?",
    "Apakah tahun depan masih dianggarkan lagi?",
)
DAYS_AGO = (24, 16, 14, 1)
ANSWER = (
    "Terima kasih sudah bertanya. Rinciannya bisa dilihat di papan kantor desa dan di halaman ini. "
    "Bukti belanja disimpan Kaur Keuangan dan boleh dilihat pada jam layanan."
)
SECOND = "Kami lengkapi: ada dua permohonan yang terlambat karena listrik padam. Mulai bulan ini dicatat di papan."


def make_demo(_seed: int) -> None:
    """Nothing where no room has published a figure to ask about."""
    figures = figures_like("", 4)
    if not figures:
        return
    asked = []
    for number, (days, text) in enumerate(zip(DAYS_AGO, ASKED, strict=True)):
        kind, key, found = figures[number % len(figures)]
        with clock.frozen(clock.now() - timedelta(days=days)):
            asking = Asking(kind, key, text, PHONE if number == 1 else "", Channel.WEB)
            asked.append(ask_about(by=ASKER, asking=asking, found=found))
    _lead_on(asked)


def _lead_on(asked: list[Question]) -> None:
    first, second, late, _new = asked
    with clock.frozen(clock.now() - timedelta(days=21)):
        answer(by=_owner(first), question=first, text=ANSWER)
        judge(by=ASKER, question=first, answered=False, follow_up="Yang tiga hari itu kenapa?")
    with clock.frozen(clock.now() - timedelta(days=17)):
        answer(by=_owner(first), question=first, text=SECOND)
        judge(by=ASKER, question=first, answered=True)
    with clock.frozen(clock.now() - timedelta(days=12)):
        answer(by=_owner(second), question=second, text=ANSWER)
        release(by=_owner(late), question=late)
    escalate(by=DEMO, question=late)


def _owner(question: Question) -> User:
    """Who holds the office whose question it is."""
    held = Membership.objects.select_related("user").filter(
        village=current_village(), office=question.owner_office
    )
    return (held.first() or held.model.objects.get(office=Office.SEKDES)).user
