"""Dusun, cadres, classes and help of the tests; all of them are invented."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desa.empowerment.literacy.actions import (
    ClassPlan,
    Entry,
    Seat,
    appoint_cadre,
    enrol,
    log_assist,
    plan_class,
    record_tasks,
)
from desa.empowerment.literacy.enums import AgeBand, ClassKind, Help, Moment
from desa.empowerment.literacy.models import Assist, Cadre, LearningClass, Participant
from desa.empowerment.literacy.rules.gain import read_marks
from desa.foundation.accounts.models import User
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.people.residents.actions.indexing import index_people
from desa.people.residents.enums import Sex
from desa.people.residents.models import Person, Residence

CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=WIB)
YESTERDAY = TUESDAY - timedelta(days=1)
SINCE = date(2026, 1, 5)
SUWARNI = ("Suwarni", "3514995203550001", date(1955, 3, 12))
RAFI = ("Rafi Abdul Rohim", "3514991201190016", date(2019, 1, 12))


def hamlet(name: str = "Sendi") -> Area:
    return Area.objects.get_or_create(kind=AreaKind.DUSUN, name=name, parent=None)[0]


def cadre(name: str = "Rina", dusun: str = "Sendi", user: User | None = None) -> Cadre:
    return appoint_cadre(by=CLERK, name=name, dusun=hamlet(dusun), since=SINCE, user=user)


def some_cadre(dusun: str = "Sendi") -> Cadre:
    """The first there is in this dusun, or a new one."""
    return Cadre.objects.filter(dusun=hamlet(dusun)).first() or cadre(dusun=dusun)


def resident(
    name: str = SUWARNI[0],
    nik: str = SUWARNI[1],
    born: date | None = SUWARNI[2],
    dusun: str = "Sendi",
    sex: Sex | None = Sex.FEMALE,
) -> Person:
    text = f"{name.lower()} {nik}"
    person = Person.objects.create(name=name, nik=nik, birth_date=born, sex=sex, search_text=text)
    index_people([(person.pk, text)])
    Residence.objects.create(person=person, area=hamlet(dusun))
    return person


def planned(
    teacher: Cadre | None = None,
    *,
    at: datetime = YESTERDAY,
    kind: ClassKind = ClassKind.SERVICES,
    seats: int = 8,
) -> LearningClass:
    teacher = teacher or some_cadre()
    plan = ClassPlan(kind, teacher.dusun, "Serambi musala", at, teacher, seats)
    return plan_class(by=CLERK, plan=plan)


def seated(
    learning_class: LearningClass, *, agreed: bool = True, person: Person | None = None
) -> Participant:
    seat = Seat(person, AgeBand.ELDER, Sex.FEMALE, agreed)
    return enrol(by=CLERK, learning_class=learning_class, seat=seat)


def marked(
    learning_class: LearningClass, before: str, after: str, times: int = 1
) -> list[Participant]:
    """So many new participants with the same marks."""
    people = [seated(learning_class) for _time in range(times)]
    given = {Moment.BEFORE: read_marks(before, 4), Moment.AFTER: read_marks(after, 4)}
    marks = {person.pk: given for person in people}
    record_tasks(by=CLERK, learning_class=learning_class, marks=marks)
    return people


def helped(
    by_cadre: Cadre | None = None,
    *,
    at: datetime = YESTERDAY,
    helps: tuple[Help, ...] = (Help.WIFI,),
) -> Assist:
    entry = Entry(by_cadre or some_cadre(), AgeBand.ELDER, helps, at)
    return log_assist(by=CLERK, entry=entry)
