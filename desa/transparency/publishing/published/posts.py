"""Agenda, announcements and news as anyone may read them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.urls import reverse

from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_time, format_weekday
from desa.foundation.tenancy.scope import current_village
from desa.transparency.publishing import queries
from desa.transparency.publishing.engine.calendar import TYPE, Entry, calendar_file
from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.models import Event, Notice
from desa.transparency.publishing.rules.agenda import OPEN_END
from desa.transparency.publishing.rules.expiry import is_running
from desa.transparency.publishing.rules.markup import to_plain

CALENDAR = TYPE
NOTHING = timedelta(0)
MOST_EVENTS, MOST_PASSED, MOST_NEWS = 100, 10, 30


@dataclass(frozen=True)
class PublishedEvent:
    """On the village's clock; `share` is the text to send on, always in Indonesian."""

    id: int
    title: str
    begins_at: datetime
    ends_at: datetime
    open_end: bool
    place: str
    invited: str
    dusun: str
    note: str
    cancelled: bool
    cancel_reason: str
    is_over: bool
    share: str

    @property
    def path(self) -> str:
        return event_path(self.id)

    @property
    def line(self) -> str:
        """Hour and place, for a list."""
        return f"{format_time(self.begins_at, current_village().timezone)}, {self.place}"

    @property
    def several_days(self) -> bool:
        return (
            self.begins_at.date()
            != (self.ends_at - (OPEN_END if self.open_end else NOTHING)).date()
        )


@dataclass(frozen=True)
class PublishedNotice:
    """`html` was cleaned when it was saved."""

    id: int
    kind: NoticeKind
    title: str
    html: str
    urgent: bool
    on: datetime
    ends_on: date
    has_ended: bool
    picture_words: str
    share: str


def next_events() -> tuple[PublishedEvent, ...]:
    return tuple(_event(row) for row in queries.coming_events()[:MOST_EVENTS])


def past_events() -> tuple[PublishedEvent, ...]:
    return tuple(_event(row) for row in queries.passed_events()[:MOST_PASSED])


def event(event_id: int) -> PublishedEvent | None:
    row = queries.published_event(event_id)
    return _event(row) if row else None


def announcements() -> tuple[PublishedNotice, ...]:
    rows = queries.running(NoticeKind.ANNOUNCEMENT)[:MOST_NEWS]
    return tuple(_notice(row) for row in rows)


def news() -> tuple[PublishedNotice, ...]:
    return tuple(_notice(row) for row in queries.running(NoticeKind.NEWS)[:MOST_NEWS])


def notice(notice_id: int) -> PublishedNotice | None:
    row = queries.published_notice(notice_id)
    return _notice(row) if row else None


def agenda_file() -> str:
    name = f"Agenda Desa {current_village().name}"
    return calendar_file(name, (_entry(row) for row in queries.events_for_calendars()))


def event_file(event_id: int) -> str | None:
    row = queries.published_event(event_id)
    return calendar_file(row.title, [_entry(row)]) if row else None


def event_path(event_id: int) -> str:
    return reverse("publishing:event", args=[event_id])


def notice_path(notice_id: int) -> str:
    return reverse("publishing:notice", args=[notice_id])


def _address(path: str) -> str:
    """For a message: the Indonesian page by the village's own address, or nothing while it has none."""
    base = current_village().public_address
    return f"{base}{path.removeprefix('/en')}" if base else ""


def _event(row: Event) -> PublishedEvent:
    return PublishedEvent(
        id=row.pk,
        title=row.title,
        begins_at=queries.local(row.begins_at),
        ends_at=queries.local(row.ends_at),
        open_end=row.open_end,
        place=row.place,
        invited=row.invited,
        dusun=row.dusun.name if row.dusun else "",
        note=row.note,
        cancelled=row.cancelled_at is not None,
        cancel_reason=row.cancel_reason,
        is_over=row.ends_at <= clock.now(),
        share=_event_message(row),
    )


def _notice(row: Notice) -> PublishedNotice:
    return PublishedNotice(
        id=row.pk,
        kind=NoticeKind(row.kind),
        title=row.title,
        html=row.html,
        urgent=row.urgent,
        on=queries.local(row.published_at or row.changed_at),
        ends_on=row.ends_on,
        picture_words=row.picture_words,
        has_ended=not is_running(row.ends_on, queries.today()),
        share=_message(row.title, to_plain(row.source), _address(notice_path(row.pk))),
    )


def _message(title: str, *lines: str) -> str:
    """Signed by the village; no line stays empty."""
    head = f"*{title}*"
    return "\n".join([head, *filter(None, lines), f"– Desa {current_village().name}"])


def _event_message(row: Event) -> str:
    begins = queries.local(row.begins_at)
    when = f"{format_weekday(begins.date())}, {format_time(begins, row.village.timezone)}"
    return _message(
        f"BATAL: {row.title}" if row.cancelled_at else row.title,
        f"Alasan: {row.cancel_reason}" if row.cancelled_at else "",
        when,
        f"Tempat: {row.place}",
        f"Undangan: {row.invited}",
        row.note,
        _address(event_path(row.pk)),
    )


def _entry(row: Event) -> Entry:
    return Entry(
        uid=row.uid,
        title=row.title,
        begins_at=queries.local(row.begins_at),
        ends_at=queries.local(row.ends_at),
        changed_at=row.changed_at,
        sequence=row.revision,
        place=row.place,
        description="\n".join(filter(None, [row.invited, row.note, row.cancel_reason])),
        url=_address(event_path(row.pk)),
        cancelled=row.cancelled_at is not None,
    )
