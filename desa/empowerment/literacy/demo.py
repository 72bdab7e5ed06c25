"""Desa contoh learns: cadres, two classes that were held and one to come, help, and what officials master."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from desa.empowerment.literacy.actions import (
    RESIDENT,
    ClassPlan,
    Entry,
    Seat,
    appoint_cadre,
    confirm_by_code,
    enrol,
    log_assist,
    observe,
    plan_class,
    record_tasks,
)
from desa.empowerment.literacy.engine.catalogue import functions
from desa.empowerment.literacy.enums import AgeBand, ClassKind, Help, Moment
from desa.empowerment.literacy.models import Cadre, LearningClass
from desa.empowerment.literacy.queries import hamlets
from desa.empowerment.literacy.rules.gain import read_marks
from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.enums import Sex

DEMO = SystemActor("desa contoh")
SINCE = date(2025, 1, 6)
CADRES = (("Rina", "Sendi"), ("Fitri", "Winog"), ("Agus", "Klampok"), ("Wulan", "Rajeg"))
BEFORE = ("1000", "0000", "0100", "1100", "0000", "1000", "0100", "0000")
AFTER = ("1110", "1101", "0110", "1111", "1100", "1011", "1110", "0100")
LARGE_BEFORE = (*BEFORE, "1100", "0100", "1000", "0000")
LARGE_AFTER = (*AFTER, "1111", "1110", "1101", "0110")
HELPED = (
    ("Sendi", AgeBand.ELDER, (Help.WIFI, Help.PHONE), 12, True),
    ("Sendi", AgeBand.ELDER, (Help.LETTER,), 9, True),
    ("Sendi", AgeBand.MIDDLE, (Help.AID,), 6, True),
    ("Winog", AgeBand.MIDDLE, (Help.COMPLAINT,), 10, True),
    ("Winog", AgeBand.ELDER, (Help.SAFETY,), 4, True),
    ("Klampok", AgeBand.YOUNG, (Help.AID, Help.OTHER), 3, True),
    ("Klampok", AgeBand.ELDER, (Help.WIFI,), 1, False),
    ("Rajeg", AgeBand.ELDER, (Help.PHONE,), 0, False),
)
MASTERED = (
    ("periksa-surat", (Office.OPERATOR, Office.KASI_PELAYANAN)),
    ("terbit-apbdes", (Office.KAUR_KEUANGAN,)),
    ("cadangan", (Office.OPERATOR, Office.KASI_KESEJAHTERAAN)),
)


def make_demo(_seed: int) -> None:
    """Nothing while the village has no dusun or no officials."""
    known = {area.name: area for area in hamlets()}
    cadres = {dusun: _cadre(name, known[dusun]) for name, dusun in CADRES if dusun in known}
    if not cadres:
        return
    _classes(cadres)
    _help(cadres)
    _observations()


def _cadre(name: str, dusun: Area) -> Cadre:
    """Rina has an account, so that a cadre's own screens can be seen."""
    user = _rina() if name == "Rina" else None
    return appoint_cadre(by=DEMO, name=name, dusun=dusun, since=SINCE, user=user)


def _rina() -> User:
    appointment = Appointment(Office.KADER, "Kader", "Rina", SINCE, username="kader")
    holder = appoint(by=DEMO, appointment=appointment)
    assert holder.membership is not None
    return holder.membership.user


def _classes(cadres: dict[str, Cadre]) -> None:
    first = next(iter(cadres.values()))
    sendi, winog = cadres.get("Sendi", first), cadres.get("Winog", first)
    _held(sendi, ClassKind.SERVICES, "Serambi musala", 21, (BEFORE, AFTER))
    _held(winog, ClassKind.BASICS, "Balai dusun", 35, (LARGE_BEFORE, LARGE_AFTER))
    _planned(sendi, ClassKind.SAFETY, "Serambi musala", -5)
    _planned(cadres.get("Klampok", first), ClassKind.SERVICES, "Balai RT 004", -12)


def _planned(
    cadre: Cadre, kind: ClassKind, place: str, days_ago: int, seats: int = 8
) -> LearningClass:
    """At half past three in the afternoon of that day."""
    village = current_village()
    day = clock.today(village) - timedelta(days=days_ago)
    begins = datetime(day.year, day.month, day.day, 15, 30, tzinfo=ZoneInfo(village.timezone))
    plan = ClassPlan(kind, cadre.dusun, place, begins, cadre, seats)
    return plan_class(by=DEMO, plan=plan)


def _held(
    cadre: Cadre,
    kind: ClassKind,
    place: str,
    days_ago: int,
    typed: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    before, after = typed
    held = _planned(cadre, kind, place, days_ago, len(before))
    marks = {}
    with clock.frozen(held.starts_at + timedelta(hours=2)):
        for number, (first, last) in enumerate(zip(before, after, strict=True)):
            sex = Sex.FEMALE if number % 4 else Sex.MALE
            seat = Seat(None, AgeBand.ELDER if number < 8 else AgeBand.MIDDLE, sex, agreed=True)
            participant = enrol(by=DEMO, learning_class=held, seat=seat)
            marks[participant.pk] = {
                Moment.BEFORE: read_marks(first, 4),
                Moment.AFTER: read_marks(last, 4),
            }
        record_tasks(by=DEMO, learning_class=held, marks=marks)


def _help(cadres: dict[str, Cadre]) -> None:
    now = clock.now()
    for dusun, band, helps, days_ago, confirmed in HELPED:
        if dusun not in cadres:
            continue
        with clock.frozen(now - timedelta(days=days_ago, hours=2)):
            assist = log_assist(by=DEMO, entry=Entry(cadres[dusun], band, helps))
        if confirmed:
            with clock.frozen(now - timedelta(days=days_ago, hours=1)):
                confirm_by_code(by=RESIDENT, assist=assist)


def _observations() -> None:
    sekdes = _holder(Office.SEKDES)
    day = clock.today(current_village()) - timedelta(days=40)
    for function, offices in MASTERED:
        everything = range(len(functions()[function].tasks))
        for office in offices:
            official = _holder(office)
            if sekdes and official:
                observe(by=sekdes, official=official, function=function, done=everything, on=day)


def _holder(office: Office) -> User | None:
    held = Membership.objects.filter(village=current_village(), office=office, valid_to=None)
    found = held.select_related("user").first()
    return found.user if found else None
