"""Founding a village and changing what it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _
from desa.foundation.tenancy.models import UNNAMED_CODE, OpeningHours, Village
from desa.foundation.tenancy.queries import switchable_rooms
from desa.foundation.tenancy.scope import current_village, village_scope

USUAL_OPENING, USUAL_CLOSING = time(8), time(15)
FRIDAY = 4
FRIDAY_PRAYER = (time(11, 30), time(13))


@dataclass(frozen=True)
class Identity:
    """What a village is called and where it lies; `code` is Kemendagri's, as 35.14.11.2009."""

    code: str
    name: str
    kecamatan: str
    kabupaten: str
    provinsi: str
    timezone: str = "Asia/Jakarta"
    public_address: str = ""


def found_village(*, by: Actor, identity: Identity) -> Village:
    """Make the village and its usual hours, or name the one that waits for its name with what it holds.

    Raises ValidationError for a code that is not a desa's.
    """
    with transaction.atomic():
        village = Village.objects.filter(code=UNNAMED_CODE).first() or Village()
        for name, value in vars(identity).items():
            setattr(village, name, value)
        village.full_clean()
        village.save()
        with village_scope(village):
            _open_office(by=by, village=village)
    return village


def village_to_fill(*, by: Actor) -> Village:
    """The only village; in an empty installation one that waits for its name, so that data can come first."""
    with transaction.atomic():
        if village := Village.objects.first():
            return village
        village = Village.objects.create(
            code=UNNAMED_CODE, name="(belum bernama)", kecamatan="-", kabupaten="-", provinsi="-"
        )
        with village_scope(village):
            _note_unnamed(by=by, village=village)
    return village


@action
def _note_unnamed(*, by: Actor, village: Village) -> None:
    record("tenancy.village.awaited", village, by)


@action
def _open_office(*, by: Actor, village: Village) -> None:
    first_day = date(clock.today(village).year, 1, 1)
    for weekday in range(5):
        windows = [(USUAL_OPENING, USUAL_CLOSING)]
        if weekday == FRIDAY:
            windows = [(USUAL_OPENING, FRIDAY_PRAYER[0]), (FRIDAY_PRAYER[1], USUAL_CLOSING)]
        for opens, closes in windows:
            OpeningHours.objects.create(
                weekday=weekday, opens=opens, closes=closes, valid_from=first_day
            )
    record("tenancy.village.founded", village, by, code=village.code)


@action
def change_identity(*, by: Actor, changes: Mapping[str, str]) -> Village:
    """Change name, address, contact or public address; an earlier public address stays valid for old QR codes."""
    village = _locked()
    former = village.public_address
    for name, value in changes.items():
        setattr(village, name, value)
    if former and former != village.public_address and former not in village.earlier_addresses:
        village.earlier_addresses = [*village.earlier_addresses, former]
    village.full_clean()
    village.save()
    record("tenancy.village.changed", village, by, fields=sorted(changes))
    return _made_known()


@action
def set_hours(
    *,
    by: Actor,
    valid_from: date,
    windows: list[tuple[int, time, time]],
    valid_to: date | None = None,
) -> None:
    """A week of hours from a day on, as (weekday, opens, closes); a weekday left out is closed.

    With `valid_to` (the fasting month) the hours of before return by themselves. Hours that begin on the
    same day are replaced; raises ValueProblem when those are of the other kind.
    """
    same_day = OpeningHours.objects.filter(valid_from=valid_from)
    if same_day.filter(valid_to__isnull=valid_to is not None).exists():
        raise ValueProblem("same_day", _("Jam lain sudah mulai pada hari itu. Pilih hari lain."))
    same_day.delete()
    for weekday, opens, closes in windows:
        row = OpeningHours(
            weekday=weekday, opens=opens, closes=closes, valid_from=valid_from, valid_to=valid_to
        )
        row.full_clean()
        row.save()
    begins = valid_from.isoformat()
    record("tenancy.hours.set", current_village(), by, valid_from=begins, windows=len(windows))


@action
def drop_period(*, by: Actor, valid_from: date) -> None:
    """A dated period that was entered wrongly; the hours around it then hold."""
    OpeningHours.objects.filter(valid_from=valid_from, valid_to__isnull=False).delete()
    record("tenancy.hours.dropped", current_village(), by, valid_from=valid_from.isoformat())


@action
def switch_room(*, by: Actor, room: str, on: bool) -> Village:
    """Switch a feature on or off for the whole village; off = 404, no menu entry.

    Raises LookupError for a room that is no feature: accounts or papers cannot be closed.
    """
    if room not in switchable_rooms():
        raise LookupError(f"{room!r} is no room that a village may switch off")
    village = _locked()
    others = [name for name in village.rooms_off if name != room]
    village.rooms_off = others if on else [*others, room]
    village.save(update_fields=["rooms_off"])
    record("tenancy.room.switched", village, by, room=room, on=on)
    return _made_known()


def _locked() -> Village:
    """Read anew and held until the change is whole: two officials may both be in the settings."""
    return Village.objects.select_for_update().get(pk=current_village().pk)


def _made_known() -> Village:
    """The open village, read anew: what follows in this request or job must not print the old name."""
    village = current_village()
    village.refresh_from_db()
    return village
