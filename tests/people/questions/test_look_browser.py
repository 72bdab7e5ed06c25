"""Questions and the outbox in real Chromium: axe, and nothing sticks out of a narrow screen."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.people.questions.actions import ASKER, answer, judge
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.factories import enter, official
from tests.people.questions.samples import CLERK, KEY, KIND, PHONE, TEXT, TUESDAY, asked

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.django_db]
Pages = dict[str, str]
ASK = f"/tanya/{KIND}/{KEY}/"
NAMES = (
    "list", "question", "ask", "wrong", "summary", "status", "answered", "code",
    "desk", "detail", "close", "find", "take", "outbox", "history",
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
    kasi = official(village, Office.KASI_KESEJAHTERAAN)
    twice, waits = asked(phone=PHONE), asked(f"{TEXT} Sungguh?")
    done = asked("Siapa yang mengerjakan jalannya?", phone=PHONE)
    answer(by=kasi, question=twice, text="Menunggu termin kedua.\n\nMulai 7 Desember.")
    judge(by=ASKER, question=twice, answered=False, follow_up="Berapa uangnya?")
    answer(by=kasi, question=twice, text="Rp96.500.000 dari Dana Desa.")
    answer(by=kasi, question=done, text="Tim Pelaksana Kegiatan desa.")
    visitor, desk = (
        Client(headers={"Origin": "http://testserver"}),
        enter(official(village, Office.SEKDES)),
    )
    addresses = {
        "list": "/tanya/",
        "question": f"/tanya/baca/{twice.public_id}/",
        "ask": ASK,
        "status": f"/tanya/status/{waits.status_code}/",
        "answered": f"/tanya/status/{done.status_code}/",
        "code": "/tanya/status/",
        "desk": "/kantor/tanya/",
        "detail": f"/kantor/tanya/{waits.public_id}/",
        "close": f"/kantor/tanya/{waits.public_id}/tutup/",
        "find": "/kantor/tanya/loket/",
        "take": f"/kantor/tanya/loket/{KIND}/{KEY}/",
        "outbox": "/kantor/pesan/",
        "history": "/kantor/pesan/riwayat/",
    }
    pages = {
        name: (desk if address.startswith("/kantor/") else visitor).get(address).content.decode()
        for name, address in addresses.items()
    }
    pages["wrong"] = visitor.post(ASK, {"text": "", "situs": "x"}).content.decode()
    pages["summary"] = visitor.post(ASK, {"text": TEXT, "situs": ""}).content.decode()
    return pages


@pytest.mark.parametrize("name", NAMES)
def test_page_is_sound_for_everyone_and_fits_a_phone(
    browser: Browser, html: Pages, name: str
) -> None:
    assert axe_findings(opened(browser, html[name])) == []
    narrow = opened(browser, html[name], 360, 800)
    assert axe_findings(narrow) == []
    assert too_wide(narrow) <= 0


def test_box_for_programs_is_out_of_reach(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["ask"], 360, 800)
    box = page.locator("input[name=situs]").bounding_box()
    assert box is not None
    assert box["width"] <= 60
    names = []
    page.locator("textarea[name=text]").focus()
    for _step in range(3):
        page.keyboard.press("Tab")
        names.append(page.evaluate("document.activeElement.name"))
    assert "situs" not in names
