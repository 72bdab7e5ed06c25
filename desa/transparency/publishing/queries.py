"""What stands on the pages now, what waits, what is kept; and who changed it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder
from desa.foundation.accounts.queries import current_officeholders
from desa.foundation.core import clock, registry
from desa.foundation.core.registry import PublicItem, Told
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.models import TrailEvent
from desa.transparency.publishing.enums import NoticeKind, Section
from desa.transparency.publishing.models import BoardNote, Event, Notice, Post, ProfileText

OUTSIDE_THE_HALL = (Office.OPERATOR, Office.RT_RW, Office.KADER, Office.POKMAS, Office.AUDITOR)
PASSED = timedelta(days=60)


def today() -> date:
    return clock.today(current_village())


def local(moment: datetime) -> datetime:
    return clock.local(moment, current_village())


def coming_events() -> QuerySet[Event]:
    """Published and not over, cancelled ones too: whoever wrote it down must see that it is off."""
    rows = Event.objects.filter(published_at__isnull=False, ends_at__gt=clock.now())
    return rows.select_related("dusun", "village").order_by("begins_at", "ends_at", "pk")


def events_for_calendars() -> QuerySet[Event]:
    """Those to come and those of the last weeks, so that a calendar also hears of late changes."""
    since = clock.now() - PASSED
    rows = Event.objects.filter(published_at__isnull=False, ends_at__gt=since)
    return rows.select_related("dusun", "village").order_by("begins_at", "pk")


def passed_events() -> QuerySet[Event]:
    rows = Event.objects.filter(published_at__isnull=False, ends_at__lte=clock.now())
    return rows.select_related("dusun", "village").order_by("-begins_at", "pk")


def published_event(event_id: int) -> Event | None:
    rows = Event.objects.filter(published_at__isnull=False)
    return rows.select_related("dusun", "village").filter(pk=event_id).first()


def running_notices() -> QuerySet[Notice]:
    """Urgent ones first, then the newest."""
    rows = Notice.objects.filter(published_at__isnull=False, ends_on__gte=today())
    return rows.order_by("-urgent", "-published_at", "pk")


def running(kind: NoticeKind) -> QuerySet[Notice]:
    return running_notices().filter(kind=kind)


def archived_notices() -> QuerySet[Notice]:
    rows = Notice.objects.filter(published_at__isnull=False, ends_on__lt=today())
    return rows.order_by("-ends_on", "pk")


def published_notice(notice_id: int) -> Notice | None:
    """Also one whose last day is over: its address says so."""
    return Notice.objects.filter(published_at__isnull=False, pk=notice_id).first()


def drafts() -> list[Event | Notice]:
    waiting: list[Event | Notice] = [
        *Event.objects.filter(published_at__isnull=True).select_related("dusun"),
        *Notice.objects.filter(published_at__isnull=True),
    ]
    return sorted(waiting, key=lambda post: post.changed_at, reverse=True)


def count_drafts() -> int:
    events = Event.objects.filter(published_at__isnull=True, ends_at__gt=clock.now())
    return events.count() + Notice.objects.filter(published_at__isnull=True).count()


def removed_posts() -> list[Event | Notice]:
    """What was taken away in the last weeks and can still be brought back."""
    since = clock.now() - PASSED
    rows: list[Event | Notice] = [
        *Event.base_objects.filter(removed_at__gt=since),
        *Notice.base_objects.filter(removed_at__gt=since),
    ]
    return sorted(rows, key=lambda post: post.removed_at or since, reverse=True)


def profile_in_force() -> dict[Section, ProfileText]:
    rows = ProfileText.objects.order_by("at", "pk")
    return {Section(row.section): row for row in rows}


def profile_versions(section: Section) -> QuerySet[ProfileText]:
    return ProfileText.objects.filter(section=section).order_by("-at", "-pk")


def first_written(section: Section) -> date:
    """The day of its first version. Raises ProfileText.DoesNotExist for a part nobody wrote."""
    return local(ProfileText.objects.filter(section=section).earliest("at").at).date()


def village_officials() -> list[Officeholder]:
    """Who holds an office of the village government today, in the order of the offices."""
    shown = [office for office in Office if office not in OUTSIDE_THE_HALL]
    order = {office.value: place for place, office in enumerate(shown)}
    holders = current_officeholders(*shown)
    return sorted(holders, key=lambda holder: (order[holder.office], holder.term_from, holder.name))


def officials_since() -> date | None:
    """The day the first of today's officials was entered, as the trail knows it; None without officials."""
    keys = [holder.pk for holder in village_officials()]
    if not keys:
        return None
    label = Officeholder._meta.label_lower
    first = TrailEvent.objects.filter(target_type=label, target_id__in=keys).order_by("sequence")
    entered = first.values_list("at", flat=True).first()
    return local(entered or current_village().created_at).date()


def dusun() -> QuerySet[Area]:
    return Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True).order_by("name")


@dataclass(frozen=True)
class Change:
    at: datetime
    actor: str
    sentence: str


def history_of(row: Post | ProfileText) -> list[Change]:
    """Who did what with this row, newest first."""
    label = row._meta.label_lower
    events = TrailEvent.objects.filter(target_type=label, target_id=row.pk).order_by("-sequence")
    return [
        Change(event.at, event.actor_label, str(registry.presenters.get(event.name)))
        for event in events
    ]


@dataclass(frozen=True)
class ItemStanding:
    """An item of the information list, and how far it is told: by a page of the house, or on a board."""

    key: str
    item: PublicItem
    told: Told | None
    board: BoardNote | None = None


def standings() -> list[ItemStanding]:
    """Every item that any room registered; one of a room that is switched off is not told."""
    village = current_village()
    notes = {note.item: note for note in BoardNote.objects.all()}
    found = []
    for key, item in registry.public_items.items():
        note = notes.get(key)
        told = item.told() if village.has_room(item.room) else None
        if told is None and note is not None:
            told = Told(level=1, on=local(note.at).date(), url="")
        found.append(ItemStanding(key, item, told, note))
    return sorted(found, key=lambda standing: standing.item.basis)
