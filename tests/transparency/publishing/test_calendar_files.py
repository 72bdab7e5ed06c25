"""Other people's calendars: read back with the parser, in the village's own zone."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar, Event

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import change_identity
from desa.foundation.tenancy.enums import Zone
from desa.foundation.tenancy.models import Village
from desa.transparency.publishing.actions.posts import cancel_event, change_post, remove_post
from desa.transparency.publishing.models import Event as Row
from desa.transparency.publishing.models import Post
from tests.transparency.publishing.samples import CLERK, TUESDAY, event_text, published, written


def events_of(address: str = "/info/agenda.ics") -> list[Any]:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert not calendar.errors
    return [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]


def row_of(post: Post) -> Row:
    return Row.objects.get(pk=post.pk)


def test_event_comes_back_with_its_hour_zone_and_place(sekdes: User) -> None:
    post = published(event_text(note="Bawa buku; KIA, ya"), sekdes)
    (event,) = events_of()
    begins: datetime = event["DTSTART"].dt
    assert begins.utcoffset() == timedelta(hours=7)
    assert begins == row_of(post).begins_at
    assert event["DTEND"].dt == row_of(post).ends_at
    assert event["DTSTART"].params["TZID"] == "Asia/Jakarta"
    assert str(event["LOCATION"]) == "Balai Desa"
    assert "Bawa buku; KIA, ya" in str(event["DESCRIPTION"])
    assert str(event["STATUS"]) == "CONFIRMED"


@pytest.mark.parametrize(("zone", "hours"), [(Zone.WITA, 8), (Zone.WIT, 9)])
def test_calendar_carries_the_zone_of_the_village(
    village: Village, sekdes: User, zone: Zone, hours: int
) -> None:
    published(event_text(), sekdes)
    Village.objects.filter(pk=village.pk).update(timezone=zone)
    (event,) = events_of()
    assert event["DTSTART"].dt.utcoffset() == timedelta(hours=hours)
    assert event["DTSTART"].params["TZID"] == zone


def test_calendar_declares_its_zone(sekdes: User) -> None:
    published(event_text(), sekdes)
    calendar = Calendar.from_ical(Client().get("/info/agenda.ics").content)
    assert [str(part["TZID"]) for part in calendar.walk("VTIMEZONE")] == ["Asia/Jakarta"]


def test_change_keeps_the_name_and_raises_the_sequence(village: Village, sekdes: User) -> None:
    post = published(event_text(), sekdes)
    (before,) = events_of()
    change_post(by=sekdes, post=row_of(post), text=event_text(hour=10), seen=0)
    change_identity(by=CLERK, changes={"public_address": "https://baru.example"})
    (after,) = events_of()
    assert str(after["UID"]) == str(before["UID"])
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert str(after["URL"]).startswith("https://baru.example/info/agenda/")


def test_cancelled_event_stays_as_cancelled(sekdes: User) -> None:
    post = published(event_text(), sekdes)
    cancel_event(by=sekdes, event=row_of(post), reason="Hujan deras")
    (event,) = events_of()
    assert str(event["STATUS"]) == "CANCELLED"
    assert event["SEQUENCE"] == 1
    assert "Hujan deras" in str(event["DESCRIPTION"])


def test_drafts_removed_and_old_events_are_in_no_calendar(sekdes: User) -> None:
    written(event_text())
    remove_post(by=sekdes, post=row_of(published(event_text(), sekdes)))
    published(event_text(), sekdes)
    with clock.frozen(TUESDAY + timedelta(days=70)):
        assert events_of() == []


def test_one_event_has_a_file_of_its_own(sekdes: User) -> None:
    post = published(event_text(), sekdes)
    published(event_text(title="Kerja bakti"), sekdes)
    (event,) = events_of(f"/info/agenda/{post.public_id}/agenda.ics")
    assert str(event["SUMMARY"]) == "Posyandu lansia"
    draft = written(event_text())
    assert Client().get(f"/info/agenda/{draft.public_id}/agenda.ics").status_code == 404


@pytest.mark.parametrize("words", ["A" * 140, "Rapat\r\nBEGIN:VEVENT", "é, ; \\ \n", "😀" * 30])
def test_no_title_breaks_the_file(sekdes: User, words: str) -> None:
    published(event_text(title=words), sekdes)
    (event,) = events_of()
    read: Any = event["SUMMARY"]
    assert str(read).split() == words.split()
