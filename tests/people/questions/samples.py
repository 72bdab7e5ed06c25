"""A published figure of this test, and questions about it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.registry import Askable, AskableKind, askable
from desa.foundation.tenancy.actions import set_hours
from desa.people.questions.actions import ASKER, Asking, ask
from desa.people.questions.enums import Channel
from desa.people.questions.models import Question

CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=WIB)
PHONE = "+6281234567890"
NIK = "3514995203550001"
KIND, KEY, MONEY_KEY = "uji", "jalan-rajeg", "kas"
TEXT = "Mengapa jalan Dusun Rajeg belum mulai dikerjakan?"
ROAD = Askable(
    "Jalan lingkungan Dusun Rajeg", "/uji/jalan/", Office.KASI_KESEJAHTERAAN, "Kasi Kesejahteraan"
)
CASH = Askable("Saldo kas desa", "/uji/kas/", Office.KAUR_KEUANGAN, "Kaur Keuangan")
FIGURES = {KEY: ROAD, MONEY_KEY: CASH}


def _search(words: str, limit: int) -> list[tuple[str, Askable]]:
    found = [(key, item) for key, item in FIGURES.items() if words.lower() in item.title.lower()]
    return found[:limit]


SAMPLE_KIND = AskableKind(FIGURES.get, "questions", _search)
if KIND not in askable.names():
    askable.add(KIND, SAMPLE_KIND)


def open_office() -> None:
    """Monday to Friday 08.00 to 15.00 since the new year."""
    windows = [(weekday, time(8), time(15)) for weekday in range(5)]
    set_hours(by=CLERK, valid_from=date(2026, 1, 1), windows=windows)


def asked(text: str = TEXT, *, key: str = KEY, phone: str = "") -> Question:
    return ask(by=ASKER, asking=Asking(KIND, key, text, phone, Channel.WEB))
