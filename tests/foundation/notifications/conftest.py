from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.notifications.actions import queue_message
from desa.foundation.notifications.models import Notice
from desa.foundation.notifications.rules.message import Message, Recipient
from desa.foundation.tenancy.models import Village
from tests.factories import official

CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=WIB)
NIGHT = datetime(2026, 11, 24, 22, 40, tzinfo=WIB)
PHONE, MAIL = "+6281234567890", "sri@contoh.example"


@dataclass(frozen=True)
class Sample(Message):
    """Stands for a room's message."""

    purpose: ClassVar[str] = "tests.sample"
    subject: ClassVar[object] = "Kabar %(code)s"
    template: ClassVar[object] = "Kabar dengan kode %(code)s sudah ada."

    code: str


@dataclass(frozen=True)
class Alarm(Message):
    purpose: ClassVar[str] = "tests.alarm"
    subject: ClassVar[object] = "Mendesak"
    template: ClassVar[object] = "Perlu dilihat sekarang."
    urgent: ClassVar[bool] = True


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    with clock.frozen(TUESDAY):
        yield


@pytest.fixture
def operator(scope: Village) -> User:
    return official(scope, Office.OPERATOR)


def queued(code: str = "K7M-4QX", to: Recipient | None = None) -> Notice:
    recipient = to or Recipient("Penanya K7M-4QX", phone=PHONE)
    return queue_message(by=CLERK, message=Sample(code), to=recipient)


def mailed(code: str = "K7M-4QX") -> Notice:
    return queued(code, Recipient("Penanya K7M-4QX", email=MAIL))
