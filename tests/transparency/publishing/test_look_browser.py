"""Info Desa in real Chromium: axe, narrow screens, and the weight of a first visit."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from desa.foundation.accounts.actions import Appointment, appoint
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import village_scope
from desa.transparency.publishing.actions.posts import cancel_event
from desa.transparency.publishing.actions.profile import post_on_board, write_profile
from desa.transparency.publishing.enums import Section
from desa.transparency.publishing.models import Event
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.factories import enter, official
from tests.transparency.publishing.samples import (
    CLERK,
    TUESDAY,
    event_text,
    notice_text,
    pictured,
    published,
    written,
)

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db]
Pages = dict[str, str]
LONG = "Gotong royong membersihkan saluran irigasi tersier dari hulu sampai hilir bersama semua RT"


@pytest.fixture(scope="module")
def html(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Pages:
    """The bytes of every page by a short name, made before the browser starts; nothing stays."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(TUESDAY):
        identity = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
        with village_scope(found_village(by=CLERK, identity=identity)) as village:
            found = _pages(official(village, Office.SEKDES))
        transaction.set_rollback(True)
    return found


@pytest.fixture
def browser(html: Pages, db: None) -> Iterator[Browser]:
    with chromium() as found:
        yield found


def _pages(sekdes: User) -> Pages:
    Area.objects.create(kind="dusun", name="Sendi")
    appointment = Appointment(
        Office.KADES, "Kepala Desa", "Hariyono", date(2024, 1, 1), username="kades"
    )
    appoint(by=CLERK, appointment=appointment)
    _tell_of_the_village()
    event = published(event_text(title=LONG, note="Bawa cangkul."), sekdes)
    called_off = published(event_text(4), sekdes)
    cancel_event(by=sekdes, event=Event.objects.get(pk=called_off.pk), reason="Hujan deras")
    urgent = published(notice_text(title=LONG, urgent=True), sekdes)
    published(notice_text(), sekdes)
    draft, photo = written(notice_text(title="Draf")), pictured(sekdes)
    public = [
        "/",
        "/en/",
        "/info/",
        "/info/agenda/lewat/",
        f"/info/agenda/{event.public_id}/",
        f"/info/agenda/{called_off.public_id}/",
        f"/info/kabar/{urgent.public_id}/",
        f"/info/kabar/{photo.public_id}/",
        "/info/profil/",
        "/info/daftar/",
        "/info/minta/",
    ]
    office = [
        "/kantor/info/",
        "/kantor/info/arsip/",
        "/kantor/info/kabar/baru/",
        "/kantor/info/agenda/baru/",
        f"/kantor/info/kabar/{draft.public_id}/",
        f"/kantor/info/agenda/{event.public_id}/",
        f"/kantor/info/agenda/{event.public_id}/batalkan/",
        f"/kantor/info/kabar/{photo.public_id}/gambar/",
        "/kantor/info/profil/",
        "/kantor/info/profil/visi/",
        "/kantor/info/daftar/",
        "/kantor/info/daftar/perki.lppd/papan/",
        "/kantor/ukuran/",
        "/kantor/ukuran/TRA1/",
        "/kantor/ukuran/TRA3/",
    ]
    found = {path: _body(Client(), path) for path in public}
    return found | {path: _body(enter(sekdes), path) for path in office}


def _tell_of_the_village() -> None:
    for section in Section:
        write_profile(by=CLERK, section=section, source="Desa **terang**.\n\n- air\n- jalan")
    post_on_board(by=CLERK, item="perki.durkp", place="Papan Balai Desa")


def _body(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Browser, html: Pages, width: int
) -> None:
    for address, source in html.items():
        page = opened(browser, source, width)
        assert axe_findings(page) == [], address
        assert too_wide(page) == 0, address
        page.close()


def test_public_pages_ask_for_three_things(browser: Browser, html: Pages) -> None:
    for address in ("/", "/info/"):
        page = opened(browser, html[address], 360)
        count = page.evaluate("performance.getEntriesByType('resource').length")
        assert count + 1 <= 4, address
        page.close()


def test_lists_of_a_notice_have_their_marks(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["/info/profil/"], 360)
    style = page.locator(".prose ul").first.evaluate("node => getComputedStyle(node).listStyleType")
    assert style == "disc"
    page.close()


def test_day_box_of_the_home_is_whole_on_a_phone(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["/"], 360)
    box = page.locator(".day time").first.bounding_box()
    words = page.locator(".day a").first.bounding_box()
    assert box is not None
    assert words is not None
    assert box["x"] + box["width"] <= words["x"]
    assert page.locator(".day time").first.inner_text().split() == ["26", "Kamis", "Nov"]
    page.close()
