"""The shelf and its office in real Chromium: axe, narrow screens, and the rules part of journey J8."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, expect
from pytest_django import DjangoDbBlocker

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.transparency.regulations.demo import make_demo
from desa.transparency.regulations.models import Regulation
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.factories import enter, official
from tests.services.letters.conftest import founded
from tests.transparency.regulations.conftest import TUESDAY

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db]
Pages = dict[str, str]
SHELF, OFFICE = "/produk-hukum/", "/kantor/produk-hukum/"


@pytest.fixture(scope="module")
def html(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Pages:
    """The bytes of every page by a short name; nothing stays in the database."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(TUESDAY):
        village = founded()
        with village_scope(village):
            found = _pages(village)
        transaction.set_rollback(True)
    return found


@pytest.fixture
def browser(html: Pages, db: None) -> Iterator[Browser]:
    with chromium() as found:
        yield found


def _pages(village: Village) -> Pages:
    make_demo(1)
    decree = Regulation.objects.get(title="Pembentukan Pokmas G4S")
    gone = Regulation.objects.get(number="3", kind="perkades")
    desk, anyone = enter(official(village, Office.SEKDES)), Client()
    wrong = {"kind": "sk", "number": "", "enacted_on": "kemarin", "word_1": "mengubah"}
    places: dict[str, tuple[Client, str]] = {
        "shelf": (anyone, SHELF),
        "found": (anyone, f"{SHELF}?q=pokmas&jenis=sk"),
        "page": (anyone, f"{SHELF}{decree.public_id}/"),
        "revoked": (anyone, f"{SHELF}{gone.public_id}/"),
        "map": (anyone, f"{SHELF}peta/"),
        "overview": (desk, OFFICE),
        "expiring": (desk, f"{OFFICE}habis/"),
        "missing": (desk, f"{OFFICE}kurang/"),
        "draft": (desk, f"{OFFICE}kurang/perdes-desa-digital/"),
        "form": (desk, f"{OFFICE}baru/?aturan=perdes-desa-digital"),
        "detail": (desk, f"{OFFICE}{decree.public_id}/"),
        "correct": (desk, f"{OFFICE}{decree.public_id}/perbaiki/"),
        "revoke": (desk, f"{OFFICE}{decree.public_id}/cabut/"),
    }
    found = {name: _body(client, url) for name, (client, url) in places.items()}
    return found | {"mistakes": desk.post(f"{OFFICE}baru/", wrong).content.decode()}


def _body(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_sticks_out(
    browser: Browser, html: Pages, width: int
) -> None:
    for name, source in html.items():
        page = opened(browser, source, width)
        assert axe_findings(page) == [], name
        assert too_wide(page) == 0, name
        page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_journey_from_the_alarm_to_the_missing_umbrella(
    browser: Browser, html: Pages, width: int
) -> None:
    page = opened(browser, html["overview"], width)
    expect(page.get_by_text("5 peraturan habis dalam 60 hari.")).to_be_visible()
    page.set_content(html["expiring"])
    row = page.get_by_role("row").filter(has_text="Pembentukan Pokmas G4S")
    expect(row).to_contain_text("37 hari")
    page.set_content(html["missing"])
    first = page.locator("ol.list > li").first
    expect(first).to_contain_text("Perdes payung Desa Digital")
    page.set_content(html["draft"])
    expect(page.locator("pre")).to_contain_text("PERATURAN DESA SUMBERGEDANG")
    page.set_content(html["form"])
    expect(
        page.get_by_label("Perdes payung Desa Digital dan Sistem Informasi Desa")
    ).to_be_checked()
    expect(page.get_by_label("Jenis", exact=True)).to_have_value("perdes")
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_map_leads_the_eye_from_decree_to_budget_line(
    browser: Browser, html: Pages, width: int
) -> None:
    page = opened(browser, html["map"], width)
    drawing = page.get_by_role("img", name="Peta hubungan aturan")
    places = {
        words: drawing.get_by_text(words, exact=True).bounding_box()
        for words in ("APBDes 2026 · 1.4.08", "Perdes 8/2025", "SK 188/04/424.317.2.09/2026")
    }
    tops = [box["y"] for box in places.values() if box is not None]
    assert len(tops) == 3
    assert tops == sorted(tops)
    heights = [box["height"] for box in places.values() if box is not None]
    assert min(heights) >= 14
    edge = drawing.bounding_box()
    assert edge is not None
    for box in places.values():
        assert box is not None
        assert box["x"] + box["width"] <= edge["x"] + edge["width"] + 1
    page.close()


def test_words_of_the_map_do_not_touch_its_lines(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["map"], 360)
    right = max(
        box["x"] + box["width"]
        for wire in page.locator("svg[role=img] .wire").all()
        if (box := wire.bounding_box()) is not None
    )
    left = min(
        box["x"]
        for words in page.locator("svg[role=img] text").all()
        if (box := words.bounding_box()) is not None
    )
    assert right < left
    page.close()
