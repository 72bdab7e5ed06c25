"""The agenda as an iCalendar file (RFC 5545), for the calendar of any phone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from icalendar import Calendar, Event

PRODUCT = "-//Sumbergedang Baru//Agenda Desa//ID"
TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class Entry:
    """`begins_at` and `ends_at` carry the village's own zone; `sequence` grows with every change."""

    uid: str
    title: str
    begins_at: datetime
    ends_at: datetime
    changed_at: datetime
    sequence: int
    place: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False


def calendar_file(name: str, entries: Iterable[Entry]) -> str:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry))
    calendar.add_missing_timezones()
    body: bytes = calendar.to_ical()
    return body.decode()


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("summary", entry.title)
    event.add("dtstart", entry.begins_at)
    event.add("dtend", entry.ends_at)
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    for name, value in (
        ("location", entry.place),
        ("description", entry.description),
        ("url", entry.url),
    ):
        if value:
            event.add(name, value)
    return event
