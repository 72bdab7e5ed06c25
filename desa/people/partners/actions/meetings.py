"""A forum from its invitation to its minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, time

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.codes import StatusCode
from desa.foundation.files.models import StoredFile
from desa.people.partners.actions.common import VISITOR, save_new
from desa.people.partners.enums import Channel, Element, MeetingState
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Attendance, Invitee, Meeting, MeetingPhoto
from desa.people.partners.queries import dusun, today
from desa.people.partners.rules.sheet import Line, name_key
from desa.people.residents.enums import Status
from desa.people.residents.models import Person

MOST_INVITED = 120
SEALED = _(
    "Berita acaranya sudah bernomor, jadi daftar hadir dan keputusan tidak bisa diubah lagi."
)
INVITED = _("Undangannya sudah bernomor. Batalkan musyawarah ini, lalu buat yang baru.")
CANCELLED = _("Musyawarah ini sudah dibatalkan.")
NOT_YET = _("Musyawarah ini belum berlangsung. Catat pada harinya atau sesudahnya.")
TOO_MANY = _("Paling banyak 120 undangan sekali cetak. Kurangi daftarnya.")
WITH_LEVEL = _("Tingkat keterlibatan perlu bukti. Tulis apa yang menunjukkannya.")


@dataclass(frozen=True)
class MeetingFacts:
    kind: str
    title: str
    day: date
    hour: time
    place: str
    agenda: str = ""
    is_digital: bool = False


@dataclass(frozen=True)
class Minutes:
    """`level` counts only with `level_evidence`."""

    chair: str
    minutes_by: str
    minutes: str
    level: int | None = None
    level_evidence: str = ""


@action
def call_meeting(*, by: Actor, facts: MeetingFacts) -> Meeting:
    """Raises ValidationError."""
    meeting = save_new(Meeting(checkin_code=StatusCode.new().value, **vars(facts)))
    record("partners.meeting.called", meeting, by, kind=meeting.kind)
    return meeting


@action
def correct_meeting(*, by: Actor, meeting: Meeting, facts: MeetingFacts) -> Meeting:
    """Until its invitation has a number. Raises PartnersRefused."""
    current = unsealed(meeting)
    if current.invitation_id is not None and _differs(current, facts):
        raise PartnersRefused(INVITED)
    for item in fields(MeetingFacts):
        setattr(current, item.name, getattr(facts, item.name))
    current.full_clean()
    current.save()
    record("partners.meeting.corrected", current, by)
    return current


def _differs(meeting: Meeting, facts: MeetingFacts) -> bool:
    """In what the invitation says."""
    said = ("kind", "title", "day", "hour", "place", "agenda")
    return any(getattr(meeting, name) != getattr(facts, name) for name in said)


@action
def cancel_meeting(*, by: Actor, meeting: Meeting, reason: str) -> Meeting:
    current = unsealed(meeting)
    if current.state == MeetingState.HELD:
        raise PartnersRefused(_("Musyawarah yang sudah berlangsung tidak dapat dibatalkan."))
    current.state, current.cancel_reason = MeetingState.CANCELLED, reason
    current.full_clean()
    current.save(update_fields=["state", "cancel_reason"])
    record("partners.meeting.cancelled", current, by)
    return current


@action
def invite(*, by: Actor, meeting: Meeting, names: Sequence[str]) -> Meeting:
    """The whole list of addressees; each name once. Raises PartnersRefused."""
    current = unsealed(meeting)
    if current.invitation_id is not None:
        raise PartnersRefused(INVITED)
    wanted = list(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    if len(wanted) > MOST_INVITED:
        raise PartnersRefused(TOO_MANY, "names")
    Invitee.objects.filter(meeting=current).delete()
    rows = Invitee.objects.bulk_create(
        Invitee(meeting=current, place=place, name=name[:120])
        for place, name in enumerate(wanted, start=1)
    )
    record("partners.meeting.invited", current, by, people=len(rows))
    return current


def unsealed(meeting: Meeting) -> Meeting:
    """The locked row, while nothing that was signed says what it says. Raises PartnersRefused."""
    current = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if current.state == MeetingState.CANCELLED:
        raise PartnersRefused(CANCELLED)
    if current.record_paper_id is not None:
        raise PartnersRefused(SEALED)
    return current


@action
def take_list(*, by: Actor, meeting: Meeting, lines: Sequence[Line]) -> Meeting:
    """Type the signed list back; names that are on it already are left out."""
    current = _begun(meeting)
    known = set(current.attendances.values_list("name_key", "gender"))
    new = [line for line in lines if (name_key(line.name), line.gender) not in known]
    people, areas = residents_named(line.name for line in new), _dusun_ids()
    rows = [
        _attendance(current, line, people.get(line.name.casefold()), areas, Channel.LIST)
        for line in new
    ]
    Attendance.objects.bulk_create(rows)
    record("partners.meeting.list_taken", current, by, people=len(rows))
    return current


@action
def check_in(*, meeting: Meeting, line: Line) -> bool:
    """By the participant's own phone; False when the name is on the list already. Raises PartnersRefused."""
    current = _begun(meeting)
    if current.day != today():
        raise PartnersRefused(_("Daftar hadir lewat HP hanya terbuka pada hari musyawarah."))
    key = name_key(line.name)
    if current.attendances.filter(name_key=key, gender=line.gender).exists():
        return False
    found = residents_named([line.name]).get(line.name.casefold())
    row = save_new(_attendance(current, line, found, _dusun_ids(), Channel.QR))
    record("partners.attendance.checked_in", row, VISITOR)
    return True


def _begun(meeting: Meeting) -> Meeting:
    """On its day or later; the first name says that it is held."""
    current = unsealed(meeting)
    if current.day > today():
        raise PartnersRefused(NOT_YET)
    if current.state == MeetingState.PLANNED:
        current.state, current.held_at = MeetingState.HELD, clock.now()
        current.save(update_fields=["state", "held_at"])
    return current


def _attendance(
    meeting: Meeting, line: Line, person: Person | None, areas: dict[str, int], channel: Channel
) -> Attendance:
    return Attendance(
        meeting=meeting,
        name=line.name,
        name_key=name_key(line.name),
        gender=line.gender,
        element=line.element or Element.RESIDENT,
        dusun_id=areas.get(line.dusun),
        person=person,
        channel=channel,
        at=clock.now(),
    )


def _dusun_ids() -> dict[str, int]:
    return {row.name: row.pk for row in dusun()}


def residents_named(names: Iterable[str]) -> dict[str, Person]:
    """The one living resident of each of these very names; a namesake is nobody's business to guess."""
    wanted = {name.casefold() for name in names}
    rows = Person.objects.annotate(low=Lower("name")).filter(low__in=wanted, status=Status.ALIVE)
    found: dict[str, list[Person]] = {}
    for row in rows:
        found.setdefault(row.name.casefold(), []).append(row)
    return {name: people[0] for name, people in found.items() if len(people) == 1}


@action
def strike(*, by: Actor, attendance: Attendance) -> None:
    """A name that was typed by mistake."""
    current = unsealed(attendance.meeting)
    attendance.delete()
    record("partners.meeting.name_struck", current, by)


@action
def write_minutes(*, by: Actor, meeting: Meeting, minutes: Minutes) -> Meeting:
    """Raises PartnersRefused, also for a level without evidence."""
    current = _begun(meeting)
    if minutes.level is not None and not minutes.level_evidence.strip():
        raise PartnersRefused(WITH_LEVEL, "level_evidence")
    for item in fields(Minutes):
        setattr(current, item.name, getattr(minutes, item.name))
    current.full_clean()
    current.save()
    record("partners.meeting.minuted", current, by, level=minutes.level or 0)
    return current


@action
def add_photo(
    *, by: Actor, meeting: Meeting, file: StoredFile, caption: str, is_shown: bool
) -> MeetingPhoto:
    """`is_shown`: an official looked at it and everybody on it may be seen."""
    current = Meeting.objects.select_for_update().get(pk=meeting.pk)
    earlier = MeetingPhoto.objects.filter(meeting=current, file=file).first()
    if earlier is not None:
        return earlier
    photo = save_new(MeetingPhoto(meeting=current, file=file, caption=caption, is_shown=is_shown))
    record("partners.photo.added", photo, by, shown=is_shown)
    return photo


@action
def show_photo(*, by: Actor, photo: MeetingPhoto, is_shown: bool) -> MeetingPhoto:
    photo.is_shown = is_shown
    photo.save(update_fields=["is_shown"])
    record("partners.photo.shown" if is_shown else "partners.photo.hidden", photo, by)
    return photo
