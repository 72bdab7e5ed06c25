"""J8 in real Chromium: axe, nothing sticks out at 360 px, and the buttons do what they say."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.people.partners.actions import (
    MemberFacts,
    add_member,
    give_account,
    invite,
    issue_invitation,
    issue_record,
    make_link,
)
from desa.people.partners.models import Partner
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.factories import enter, officeholder, official
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    TUESDAY,
    areas,
    basis,
    called,
    days,
    decided,
    held,
    joint,
    owed,
    partner,
    told,
)

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db]
Pages = dict[str, str]
NAMES = (
    "list", "partner", "meetings", "meeting", "confirm", "door", "door_wrong",
    "desk", "detail", "activity", "forums", "forum", "coming", "type_list", "minutes",
    "money", "wrong", "decide", "link", "own",
)  # fmt: skip


@pytest.fixture(scope="module")
def html(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Pages:
    """The bytes of every page by a short name, made before the browser starts; nothing stays."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(TUESDAY):
        identity = Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur")
        with village_scope(found_village(by=CLERK, identity=identity)) as village:
            found = _pages(village)
        transaction.set_rollback(True)
    return found


@pytest.fixture
def browser(html: Pages, db: None) -> Iterator[Browser]:
    with chromium() as found:
        yield found


def _pages(village: Village) -> Pages:
    officeholder()
    areas("Sendi", "Rajeg")
    pokmas = official(village, Office.POKMAS)
    g4s, taruna = partner("Pokmas G4S", task="Merawat Wi-Fi"), partner("Karang Taruna")
    basis(g4s)
    owed(g4s, days(-1))
    add_member(by=CLERK, partner=g4s, facts=MemberFacts("ANTON WIJAYA", "Ketua", TODAY, True))
    give_account(by=CLERK, partner=g4s, user=pokmas)
    joint(g4s, taruna)
    return _fetched(village, pokmas, g4s, taruna)


def _fetched(village: Village, pokmas: User, g4s: Partner, taruna: Partner) -> Pages:
    waits = told(g4s, taruna, title="Gotong royong")
    side = waits.participations.get(partner=taruna)
    door, done = called(title="Rapat hari ini"), held()
    decided(done, days(5), g4s)
    issue_record(by=CLERK, meeting=done)
    soon = called(days(7), title="Musrenbangdes")
    invite(by=CLERK, meeting=soon, names=["Ketua BPD"])
    issue_invitation(by=CLERK, meeting=soon)
    open_one = held(title="Rapat yang belum berita acara")
    desk = enter(official(village, Office.SEKDES))
    visitor = Client(headers={"Origin": "http://testserver"})
    meetings, activity = "/kantor/mitra/musyawarah/", f"/kantor/mitra/kegiatan/{waits.public_id}/"
    link = make_link(by=CLERK, participation=side).value
    at_door = f"/mitra/hadir/{door.checkin_code}/"
    addresses = {
        "list": "/mitra/",
        "partner": f"/mitra/{g4s.public_id}/",
        "meetings": "/mitra/musyawarah/",
        "meeting": f"/mitra/musyawarah/{done.public_id}/",
        "confirm": f"/mitra/konfirmasi/{link}/",
        "door": at_door,
        "desk": "/kantor/mitra/",
        "detail": f"/kantor/mitra/{g4s.public_id}/",
        "activity": activity,
        "forums": meetings,
        "forum": f"{meetings}{done.public_id}/",
        "coming": f"{meetings}{soon.public_id}/",
        "type_list": f"{meetings}{door.public_id}/hadir/",
        "minutes": f"{meetings}{door.public_id}/notulen/",
        "money": f"{activity}uang/",
        "decide": f"{meetings}{open_one.public_id}/keputusan/",
    }
    pages = {
        name: (desk if address.startswith("/kantor/") else visitor).get(address).content.decode()
        for name, address in addresses.items()
    }
    pages["door_wrong"] = visitor.post(at_door, {"name": ""}).content.decode()
    pages["wrong"] = desk.post(f"{activity}uang/", {"amount": "1.5"}).content.decode()
    pages["own"] = enter(pokmas).get("/kantor/mitra/kita/").content.decode()
    pages["link"] = desk.post(f"/kantor/mitra/tautan/{side.public_id}/").content.decode()
    return pages


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_are_accessible_and_keep_to_the_screen(
    browser: Browser, html: Pages, width: int
) -> None:
    assert set(html) == set(NAMES)
    for name in NAMES:
        page = opened(browser, html[name], width)
        assert axe_findings(page) == [], name
        assert too_wide(page) <= 0, name
        page.close()


@pytest.mark.parametrize("name", ["list", "partner", "meetings", "meeting", "confirm", "door"])
def test_public_pages_ask_for_little(browser: Browser, html: Pages, name: str) -> None:
    page = opened(browser, html[name], 360)
    assert "csrf" not in html[name]
    assert page.locator("script").count() <= 1
    assert len(html[name]) < 45_000
    page.close()


def test_own_page_has_the_two_buttons_as_large_as_a_thumb(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["own"], 360)
    for words in ("Benar, kami ikut", "Kami tidak ikut"):
        box = page.get_by_role("button", name=words).first.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    page.close()
