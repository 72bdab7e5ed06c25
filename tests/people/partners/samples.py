"""Partners, activities and meetings of this test."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desa.foundation.core.actions import SystemActor
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.people.partners.actions import (
    ActivityFacts,
    BasisFacts,
    DecisionFacts,
    DeliverableFacts,
    MeetingFacts,
    Minutes,
    PartnerFacts,
    Report,
    add_basis,
    answer_by_link,
    call_meeting,
    decide,
    make_link,
    plan_activity,
    promise_deliverable,
    register_partner,
    report_activity,
    take_list,
    write_minutes,
)
from desa.people.partners.enums import BasisKind, DeliverableKind, MeetingKind, PartnerKind
from desa.people.partners.models import (
    Activity,
    Basis,
    Decision,
    Deliverable,
    Meeting,
    Participation,
    Partner,
)
from desa.people.partners.rules.sheet import Line

CLERK = SystemActor("uji")
WIB = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=WIB)
TODAY = date(2026, 11, 24)


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


def partner(name: str = "Pokmas G4S", kind: str = PartnerKind.POKMAS, **facts: str) -> Partner:
    return register_partner(by=CLERK, facts=PartnerFacts(kind, name, **facts))


def basis(
    of: Partner,
    until: date | None = date(2026, 12, 31),
    *,
    kind: str = BasisKind.DECREE,
    number: str = "188/4/2026",
    since: date = date(2026, 1, 2),
) -> Basis:
    return add_basis(by=CLERK, partner=of, facts=BasisFacts(kind, number, since, since, until))


def picture(content: bytes = b"\xff\xd8\xff sample") -> StoredFile:
    return register_file(digest=put_content(content), size=len(content), media_type="image/jpeg")


def planned(*partners: Partner, title: str = "Kelas HP", with_village: bool = True) -> Activity:
    facts = ActivityFacts(title, TODAY, "Balai desa", with_village)
    return plan_activity(by=CLERK, facts=facts, partners=partners)


def told(
    *partners: Partner,
    on: date = TODAY,
    photo: bool = True,
    with_village: bool = True,
    title: str = "Kelas HP",
) -> Activity:
    made = planned(*partners, title=title, with_village=with_village)
    file = picture() if photo else None
    report_activity(by=CLERK, activity=made, report=Report(on, 22, "Berjalan lancar.", file))
    made.refresh_from_db()
    return made


def confirm(activity: Activity, *, yes: bool = True) -> None:
    """By every partner, each through its own link."""
    for row in Participation.objects.filter(activity=activity):
        code = make_link(by=CLERK, participation=row)
        answer_by_link(code=code.value, took_part=yes)


def joint(*partners: Partner, on: date = TODAY, photo: bool = True) -> Activity:
    made = told(*partners, on=on, photo=photo, title=f"Kegiatan {on} {len(partners)}")
    confirm(made)
    return made


def agreement(of: Partner) -> Basis:
    return basis(of, kind=BasisKind.AGREEMENT, number="PKS/1/2026")


def owed(of: Partner, due: date = TODAY) -> Deliverable:
    facts = DeliverableFacts(DeliverableKind.HANDOVER, "Sandi dan kode sumber", due)
    return promise_deliverable(by=CLERK, basis=agreement(of), facts=facts)


def called(day: date = TODAY, *, digital: bool = True, title: str = "Wi-Fi desa") -> Meeting:
    facts = MeetingFacts(
        MeetingKind.MUSDES, title, day, time(19), "Balai desa", "Pembukaan", digital
    )
    return call_meeting(by=CLERK, facts=facts)


def lines(men: int = 3, women: int = 2, dusun: tuple[str, ...] = ("",)) -> list[Line]:
    sexes = ["L"] * men + ["P"] * women
    return [
        Line(f"Orang {place} {sex}", sex, "warga", dusun[place % len(dusun)])
        for place, sex in enumerate(sexes)
    ]


def held(
    day: date = TODAY,
    people: list[Line] | None = None,
    *,
    level: int | None = 4,
    digital: bool = True,
    title: str = "Wi-Fi desa",
) -> Meeting:
    meeting = called(day, digital=digital, title=title)
    take_list(by=CLERK, meeting=meeting, lines=lines() if people is None else people)
    words = Minutes("Hadi Santoso", "Lilik Handayani", "Dibahas titik baru.", level, "Butir 4")
    return write_minutes(by=CLERK, meeting=meeting, minutes=words)


def decided(meeting: Meeting, due: date = TODAY, of: Partner | None = None) -> Decision:
    office = "" if of else "sekdes"
    facts = DecisionFacts("Membeli pelindung listrik", due, office, of)
    return decide(by=CLERK, meeting=meeting, facts=facts)


def areas(*names: str) -> list[Area]:
    return [Area.objects.create(kind=AreaKind.DUSUN, name=name) for name in names]
