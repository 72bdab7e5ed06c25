from collections.abc import Callable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.enums import Office, Standing
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.papers.actions import attach
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.people.residents.actions.areas import ensure_areas
from desa.people.residents.actions.register import register_families
from desa.people.residents.models import Person
from desa.people.residents.rules.resident import Resident
from desa.services.letters.actions import (
    Application,
    approve_letter,
    publish_usual_standards,
    submit_letter,
)
from desa.services.letters.engine.catalogue import kind_named
from desa.services.letters.models import Letter

CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=WIB)
SUWARNI_NIK = "3514995203550001"
Submit = Callable[..., Letter]
SignIn = Callable[[User], Client]


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    with clock.frozen(TUESDAY):
        yield


@pytest.fixture
def village(db: None) -> Village:
    return founded()


def founded() -> Village:
    identity = Identity(
        "35.14.11.2009",
        "Sumbergedang",
        "Pandaan",
        "Pasuruan",
        "Jawa Timur",
        public_address="https://desa.example",
    )
    village = found_village(by=CLERK, identity=identity)
    with village_scope(village):
        publish_usual_standards(by=CLERK)
    return village


def official(office: Office, name: str, standing: Standing = Standing.DEFINITIF) -> Officeholder:
    titles = {Office.KADES: "Kepala Desa", Office.SEKDES: "Sekretaris Desa"}
    appointment = Appointment(
        office,
        titles.get(office, str(office.label)),
        name,
        date(2026, 1, 1),
        username=name.lower(),
        standing=standing,
    )
    return appoint(by=CLERK, appointment=appointment)


def user_of(holder: Officeholder) -> User:
    assert holder.membership is not None
    return holder.membership.user


@pytest.fixture
def kades(scope: Village) -> User:
    return user_of(official(Office.KADES, "Hariyono"))


@pytest.fixture
def operator(scope: Village) -> User:
    return user_of(official(Office.OPERATOR, "Dewi"))


@pytest.fixture
def sekdes(scope: Village) -> User:
    return user_of(official(Office.SEKDES, "Endang"))


def register(name: str, nik: str, no_kk: str = "3514990101100001") -> Person:
    fields = {
        "nik": nik,
        "name": name,
        "sex": 2,
        "birth_place": "Pasuruan",
        "birth_date": date(1955, 3, 12),
        "occupation": 2,
        "religion": 1,
        "marital_status": 4,
    }
    resident = Resident(no_kk=no_kk, shdk=1, dusun="Sendi", rw="001", rt="003", fields=fields)
    areas, _new = ensure_areas(by=CLERK, wanted=[resident.place])
    return register_families(by=CLERK, residents=[resident], areas=areas).people[0]


@pytest.fixture
def suwarni(scope: Village) -> Person:
    return register("Suwarni", SUWARNI_NIK)


@pytest.fixture
def submit(suwarni: Person, operator: User) -> Submit:
    def make(kind: str = "keterangan-tidak-mampu", **answers: str) -> Letter:
        answers = answers or {"keperluan": "keringanan biaya rumah sakit"}
        application = Application(kind=kind_named(kind), person=suwarni, answers=answers)
        return submit_letter(by=operator, application=application)

    return make


@pytest.fixture
def sign_in() -> SignIn:
    return entered


def entered(user: User) -> Client:
    """A browser of its own for an official; the password is beside the point here."""
    user.set_password("sawah hijau luas")
    user.save()
    client = Client()
    data = {"username": user.username, "password": "sawah hijau luas"}
    client.post("/akun/masuk/", data, headers={"Origin": "http://testserver"})
    return client


def printed(letter: Letter, by: User) -> Letter:
    """Approved, and its file there to print."""
    approved = approve_letter(by=by, letter=letter)
    assert approved.paper_id is not None
    attach(paper_id=approved.paper_id)
    return approved
