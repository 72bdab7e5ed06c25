"""The public home: an urgent word on top, what comes next, what else runs."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import switch_room
from desa.foundation.tenancy.models import Village
from desa.transparency.publishing.actions.posts import cancel_event
from desa.transparency.publishing.models import Event
from tests.transparency.publishing.samples import (
    CLERK,
    TUESDAY,
    event_text,
    notice_text,
    published,
)


def home(path: str = "/") -> str:
    return Client().get(f"{path}?baru").content.decode()


def test_home_shows_the_next_three_in_order(sekdes: User) -> None:
    for days in (9, 2, 5, 7):
        published(event_text(days, title=f"Acara hari {days}"), sekdes)
    shown = home()
    places = [shown.index(f"Acara hari {days}") for days in (2, 5, 7)]
    assert places == sorted(places)
    assert "Acara hari 9" not in shown
    assert "08.00 WIB, Balai Desa" in shown
    assert "Semua agenda dan pengumuman" in shown


def test_urgent_notice_stands_above_the_tiles(sekdes: User) -> None:
    published(notice_text(title="Banjir di Klampok", urgent=True), sekdes)
    published(notice_text(title="Loket tutup Jumat"), sekdes)
    shown = home()
    assert shown.index("Banjir di Klampok") < shown.index('class="tiles"')
    assert shown.index("Loket tutup Jumat") > shown.index('class="tiles"')
    assert shown.count("Banjir di Klampok") == 1


def test_cancelled_and_ended_news_leave_the_home(sekdes: User) -> None:
    post = published(event_text(), sekdes)
    published(notice_text(1, urgent=True), sekdes)
    cancel_event(by=sekdes, event=Event.objects.get(pk=post.pk), reason="Hujan")
    with clock.frozen(TUESDAY + timedelta(days=2)):
        shown = home()
    assert "Posyandu lansia" not in shown
    assert "Air mati" not in shown
    assert "Segera di desa" not in shown


def test_home_of_a_quiet_village_has_no_empty_headings(scope: Village) -> None:
    shown = home()
    assert "Segera di desa" not in shown
    assert "Pengumuman</h2>" not in shown


def test_switched_off_room_tells_nothing(village: Village, sekdes: User) -> None:
    published(event_text(), sekdes)
    switch_room(by=CLERK, room="publishing", on=False)
    assert "Posyandu lansia" not in home()


def test_links_of_the_english_home_stay_english(sekdes: User) -> None:
    post = published(event_text(), sekdes)
    shown = home("/en/")
    assert f'href="/en/info/agenda/{post.public_id}/"' in shown
    assert "Soon in the village" in shown


def test_news_cost_the_home_two_queries(
    sekdes: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for days in range(1, 8):
        published(event_text(days), sekdes)
        published(notice_text(title=f"Kabar {days}"), sekdes)
    with django_assert_max_num_queries(10):
        home()


@pytest.mark.parametrize("count", [0, 3, 40])
def test_home_stays_small(sekdes: User, count: int) -> None:
    for number in range(count):
        published(event_text(2 + number % 20, title=f"Kegiatan warga nomor {number}"), sekdes)
        published(notice_text(title=f"Kabar nomor {number}", urgent=number < 2), sekdes)
    packed = Client().get("/?baru=1", headers={"Accept-Encoding": "br"}).content
    assert len(packed) < 30_000
