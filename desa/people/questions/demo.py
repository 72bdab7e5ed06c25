"""Questions of desa contoh, on what its other rooms have published: answered, waiting, late, opened again."""

from datetime import timedelta

from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.scope import current_village
from desa.people.questions.actions import ASKER, Asking, answer, ask_about, escalate, judge, release
from desa.people.questions.models import Question
from desa.people.questions.queries import Found, figures_like

DEMO = SystemActor("desa contoh")
PHONE = "+6281200000001"
DAYS_AGO = (24, 16, 14, 1)
ABOUT_SERVICES = (
    "Kenapa di papan tertulis satu hari kerja, padahal tetangga saya menunggu tiga hari?",
    "Kalau operatornya sakit, apakah janjinya tetap berlaku?",
    "Apakah bisa diurus anak saya? Saya kerja di pabrik sampai sore.",
    "Hari Jumat setelah jam 15 apakah masih dihitung satu hari?",
)
ABOUT_MONEY = (
    "Kenapa angka ini lebih besar dari tahun lalu?",
    "Uang ini untuk membeli apa saja, dan siapa yang mengerjakan?",
    "Apakah angka ini sudah termasuk pajak? Bukti belanjanya bisa dilihat di mana?",
    "Apakah tahun depan masih dianggarkan lagi?",
)
FIRST = (
    "Terima kasih sudah bertanya. Rinciannya kami tempel di papan kantor desa, dan buktinya boleh "
    "dilihat pada jam layanan."
)
SECOND = "Kami lengkapi: penyebab dan tanggalnya kami tulis di papan, dan mulai bulan ini diumumkan tiap Jumat."


def make_demo(_seed: int) -> None:
    """Nothing where no room has published a figure to ask about."""
    asked = []
    for number, (kind, key, found) in enumerate(_figures()):
        texts = ABOUT_SERVICES if kind == "layanan" else ABOUT_MONEY
        with clock.frozen(clock.now() - timedelta(days=DAYS_AGO[number])):
            asking = Asking(kind, key, texts[number], PHONE if number == 1 else "")
            asked.append(ask_about(by=ASKER, asking=asking, found=found))
    if asked:
        _lead_on(asked)


def _figures() -> list[Found]:
    """Four to ask about, as different as there are."""
    found = figures_like("", 20)
    apart = found[:: max(len(found) // 4, 1)][:4]
    return [apart[place % len(apart)] for place in range(4)] if apart else []


def _lead_on(asked: list[Question]) -> None:
    first, second, late, _new = asked
    with clock.frozen(clock.now() - timedelta(days=21)):
        answer(by=_owner(first), question=first, text=FIRST)
        judge(by=ASKER, question=first, answered=False, follow_up="Penyebabnya apa?")
    with clock.frozen(clock.now() - timedelta(days=17)):
        answer(by=_owner(first), question=first, text=SECOND)
        judge(by=ASKER, question=first, answered=True)
    with clock.frozen(clock.now() - timedelta(days=12)):
        answer(by=_owner(second), question=second, text=FIRST)
        release(by=_owner(late), question=late)
    escalate(by=DEMO, question=late)


def _owner(question: Question) -> User:
    """Who holds the office whose question it is."""
    held = Membership.objects.select_related("user").filter(
        village=current_village(), office=question.owner_office
    )
    return held.get().user
