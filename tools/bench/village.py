"""Desa contoh in this process: import it after Workspace.use_django()."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.sheets.queries.workbooks import OutSheet, write_workbook
from desa.foundation.tenancy.actions import found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village, village_scope
from desa.gateway.portal.actions import load_demo
from desa.gateway.portal.actions.demo import IDENTITY, SEED
from desa.people.residents.actions.areas import ensure_areas
from desa.people.residents.actions.register import register_families
from desa.people.residents.demo.families import families
from desa.people.residents.models import Person
from desa.people.residents.rules.chunks import chunks
from desa.people.residents.rules.layout import COLUMNS as LAYOUT
from desa.people.residents.rules.resident import Resident
from desa.services.letters.actions import Application, submit_letter
from desa.services.letters.engine.catalogue import kind_named
from desa.services.letters.models import Letter
from tools.bench.visitor import Visitor, in_process

BY, COLUMNS = SystemActor("bench"), 22
KIND, ANSWERS = "keterangan-domisili", {"keperluan": "pembukaan rekening bank", "sejak": "lahir"}


@contextmanager
def demo_village() -> Iterator[Village]:
    """With its officials, its residents and its first letters; open in this process."""
    call_command("collectstatic", verbosity=0, interactive=False)
    village = load_demo()
    with village_scope(village):
        yield village


@contextmanager
def bare_village() -> Iterator[Village]:
    """Without officials and residents."""
    village = found_village(by=BY, identity=IDENTITY)
    with village_scope(village):
        yield village


def further_residents(count: int) -> list[Resident]:
    """Invented people who are not in the register yet: the demo's own list where it stopped."""
    have = Person.objects.count()
    return families(SEED, clock.today(current_village()), have + count)[have : have + count]


def workbook(rows: int) -> bytes:
    """As many further residents in the columns that every village fills."""
    columns = LAYOUT[:COLUMNS]
    residents = (resident.values() for resident in further_residents(rows))
    cells = [[_cell(values.get(column.field)) for column in columns] for values in residents]
    titles = [column.title for column in columns]
    return write_workbook([OutSheet("Data Penduduk", titles, cells, frozenset(range(COLUMNS)))])


def _cell(value: object) -> str | None:
    return None if value is None else str(value)


def add_people(residents: list[Resident]) -> None:
    areas, _new = ensure_areas(by=BY, wanted={resident.place for resident in residents})
    for chunk in chunks(residents):
        register_families(by=BY, residents=chunk, areas=areas)


def official(office: Office) -> User:
    """Desa contoh's own, or a new one for an office that nobody holds there."""
    village = current_village()
    if found := Membership.objects.select_related("user").filter(office=office).first():
        return found.user
    user = User(username=office.value, name=str(office.label))
    user.set_unusable_password()
    user.save()
    day = clock.today(village)
    Membership.objects.create(user=user, village=village, office=office, valid_from=day)
    return user


def visitor() -> Visitor:
    return Visitor(in_process(), "127.0.0.1")


def signed_in(office: Office) -> Visitor:
    user, session, browser = official(office), SessionStore(), visitor()
    session[SESSION_KEY] = str(user.pk)
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    browser.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""
    return browser


def people(count: int) -> list[Person]:
    return list(Person.objects.filter(status=1).order_by("pk")[:count])


def submitted(person: Person) -> Letter:
    """One letter of this person, waiting for the kades."""
    application = Application(kind=kind_named(KIND), person=person, answers=ANSWERS)
    return submit_letter(by=official(Office.OPERATOR), application=application)
