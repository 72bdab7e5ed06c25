"""Every message of every room, and the guard that reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.codes import StatusCode
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.notifications.rules.guarding import wrong_with
from desa.foundation.notifications.rules.message import Message, PersonName, WebAddress

ZONE = "Asia/Jakarta"


def message_classes() -> list[type[Message]]:
    for room in settings.ROOMS:
        if find_spec(f"{room}.messages"):
            import_module(f"{room}.messages")
    return [kind for kind in _below(Message) if kind.__module__.startswith("desa.")]


def _below(kind: type[Message]) -> Iterator[type[Message]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


def test_every_message_of_the_house_keeps_people_out() -> None:
    assert [problem for kind in message_classes() for problem in wrong_with(kind)] == []


def test_messages_stand_in_the_slot_of_messages() -> None:
    elsewhere = [kind for kind in message_classes() if ".messages" not in kind.__module__]
    assert elsewhere == []


def test_no_two_messages_have_one_purpose() -> None:
    purposes = [kind.purpose for kind in message_classes()]
    assert len(purposes) == len(set(purposes))


def test_purpose_is_of_the_room_that_sends_it() -> None:
    wrong = [
        kind.purpose
        for kind in message_classes()
        if kind.purpose.split(".")[0] != kind.__module__.split(".")[2]
    ]
    assert wrong == []


def _kind(template: str, **types: object) -> type[Message]:
    """A class of messages as a careless author might write it."""
    body = {
        "__annotations__": types,
        "__module__": __name__,
        "purpose": "tests.careless",
        "subject": "Kabar",
        "template": template,
    }
    return dataclass(frozen=True)(type("Careless", (Message,), body))


@pytest.mark.parametrize(
    ("template", "types", "problem"),
    [
        ("NIK: %(code)s", {"code": str}, "number of a person"),
        ("Kode %(nik)s", {"nik": str}, "nik may not be in a message"),
        ("Kode %(no_kk)s", {"no_kk": str}, "no_kk may not be in a message"),
        ("Di %(alamat)s", {"alamat": str}, "alamat may not be in a message"),
        ("Untuk %(name)s", {"name": str}, "name is a name and not masked"),
        ("Isi %(row)s", {"row": object}, "which a message does not hold"),
        ("Isi %(other)s", {}, "other is no field"),
        ("Isi", {"code": str}, "code is told nowhere"),
        ("Satu.\n\nDua.", {}, "one paragraph"),
        ("Telepon 0812-3456-7890", {}, "number of a person"),
        ("x" * 701, {}, "one paragraph"),
    ],
)
def test_guard_refuses(template: str, types: dict[str, object], problem: str) -> None:
    assert any(problem in found for found in wrong_with(_kind(template, **types)))


def test_guard_refuses_a_purpose_without_a_room() -> None:
    kind = _kind("Kabar")
    kind.purpose = "kabar"
    assert any("is not room.matter" in found for found in wrong_with(kind))


def test_guard_refuses_a_class_that_borrows_its_purpose() -> None:
    kind = type("Child", (_kind("Kabar"),), {})
    assert wrong_with(kind) == ["Child is no dataclass with a purpose of its own"]


def test_guard_accepts_a_good_class() -> None:
    assert wrong_with(_kind("Untuk %(name)s, kode %(code)s", name=PersonName, code=str)) == []


@dataclass(frozen=True)
class Full(Message):
    purpose: ClassVar[str] = "tests.full"
    subject: ClassVar[object] = "Kabar %(code)s"
    template: ClassVar[object] = "%(name)s|%(code)s|%(at)s|%(day)s|%(sum)s|%(note)s|%(page)s|%(n)s"

    name: PersonName
    code: StatusCode
    at: datetime
    day: date
    sum: Rupiah
    note: str
    page: WebAddress
    n: int


def test_values_are_written_the_way_people_read_them() -> None:
    message = Full(
        name=PersonName("Siti Aminah"),
        code=StatusCode("K7M4QX"),
        at=datetime(2026, 11, 24, 2, 30, tzinfo=ZoneInfo("UTC")),
        day=date(2026, 8, 17),
        sum=Rupiah(9_650_000_000),
        note="NIK 3514995203550001",
        page=WebAddress("https://desa.example/tanya/baca/0000001234567/"),
        n=5,
    )
    assert message.text(ZONE).split("|") == [
        "S••••• A•••••",
        "K7M-4QX",
        "Selasa, 24 November 2026, 09.30 WIB",
        "17 Agustus 2026",
        "Rp96.500.000",
        "NIK •••••",
        "https://desa.example/tanya/baca/0000001234567/",
        "5",
    ]
    assert message.title(ZONE) == "Kabar K7M-4QX"


@given(st.text(max_size=80))
def test_name_in_a_message_never_shows_more_than_first_letters(name: str) -> None:
    shown = str(PersonName(name))
    assert sum(char.isalnum() for char in shown) <= len(name.split())


def test_percent_signs_in_values_do_no_harm() -> None:
    kind: Any = _kind("Isi %(code)s", code=str)
    message = kind("100 % selesai %(x)s")
    assert message.text(ZONE) == "Isi 100 % selesai %(x)s"
