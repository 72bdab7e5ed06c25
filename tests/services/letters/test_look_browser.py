"""Letters' pages in real Chromium: axe, narrow screens, and what the scripts add."""

import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, Page, Request, expect
from pytest_django import DjangoDbBlocker

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.scope import village_scope
from desa.people.residents.models import Person
from desa.services.letters.actions import Application, sign_on_the_spot, submit_letter
from desa.services.letters.engine.catalogue import kind_named
from desa.services.letters.models import Letter
from tests.chromium import axe_findings, chromium, opened, too_wide
from tests.foundation.papers.samples import media_box, pages_of
from tests.services.letters.conftest import (
    TUESDAY,
    entered,
    founded,
    official,
    register,
    user_of,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db]
KIND = "keterangan-tidak-mampu"
NIK = "3514995203550001"
Pages = dict[str, str]


@pytest.fixture(scope="module")
def html(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Pages:
    """The bytes of every page by a short name, made before the browser starts; nothing stays in the database."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.frozen(TUESDAY):
        with village_scope(founded()):
            found = _pages()
        transaction.set_rollback(True)
    return found


@pytest.fixture
def browser(html: Pages, db: None) -> Iterator[Browser]:
    """Opens after the database and closes before it, which may not be asked while this one's loop runs."""
    with chromium() as found:
        yield found


def _letter(operator: User, person: Person, kind: str) -> Letter:
    answers = {"keperluan": "keringanan biaya rumah sakit"}
    application = Application(kind=kind_named(kind), person=person, answers=answers)
    return submit_letter(by=operator, application=application)


def _pages() -> Pages:
    holder, operator = (
        official(Office.KADES, "Hariyono"),
        user_of(official(Office.OPERATOR, "Dewi")),
    )
    sekdes, person = user_of(official(Office.SEKDES, "Endang")), register("Suwarni", NIK)
    other = register("Sri Wahyuni", "3514995203550002", "3514990101100002")
    waiting = _letter(operator, person, KIND)
    numbered = _letter(operator, other, "keterangan-domisili")
    sign_on_the_spot(by=operator, letter=numbered, signer=holder)
    office, desk, chief = "/kantor/surat", entered(operator), entered(user_of(holder))
    counter, paper = f"{office}/warga/{person.public_id}", f"{office}/{numbered.public_id}"
    places: dict[str, tuple[Client, str]] = {
        "choose": (desk, f"{counter}/"),
        "make": (desk, f"{counter}/keterangan-domisili/"),
        "warned": (desk, f"{counter}/{KIND}/"),
        "slip": (desk, f"{office}/{waiting.public_id}/tiket/"),
        "numbered slip": (desk, f"{paper}/tiket/"),
        "detail": (desk, f"{office}/{waiting.public_id}/"),
        "numbered": (desk, f"{paper}/"),
        "cancel": (desk, f"{office}/{waiting.public_id}/batalkan/"),
        "overview": (desk, f"{office}/"),
        "aloud": (desk, f"{office}/{waiting.public_id}/bacakan/"),
        "list": (chief, f"{office}/setuju/"),
        "read": (chief, f"{office}/setuju/{waiting.public_id}/"),
        "replace": (entered(sekdes), f"{paper}/ganti/"),
        "home": (desk, "/kantor/"),
        "status": (Client(), f"/surat/status/{waiting.status_code}/"),
        "services": (Client(), "/surat/"),
        "service": (Client(), f"/surat/{KIND}/"),
        "front": (Client(), "/"),
    }
    return {name: _body(client, url) for name, (client, url) in places.items()}


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


def test_usual_letter_fits_one_screen(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["make"], 1280, 900)
    last = page.locator("#surat").bounding_box()
    bar = page.locator(".act").bounding_box()
    assert last is not None
    assert bar is not None
    assert last["y"] + last["height"] <= bar["y"]
    assert bar["y"] + bar["height"] <= 900
    page.close()


def test_helper_and_signer_are_asked_only_when_they_matter(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["make"])
    expect(page.locator("[name=helper_name]")).to_be_hidden()
    page.check("[name=helper][value=menantu]")
    expect(page.locator("[name=helper_name]")).to_be_visible()
    send = page.locator('[data-key="Ctrl+Enter"]')
    expect(page.locator("[name=signer]")).to_be_hidden()
    expect(send).to_have_text("Kirim untuk disetujui Ctrl Enter", use_inner_text=True)
    page.check("[name=ditunggu]")
    expect(page.locator("[name=signer]")).to_be_visible()
    expect(send).to_have_text("Beri nomor, cetak surat Ctrl Enter", use_inner_text=True)
    page.close()


def press(browser: Browser, source: str, key: str, field: str = "") -> tuple[str, str, str]:
    """Where a key sends the browser: method, path and body."""
    page = opened(browser, source)
    if field:
        page.fill(f"[name={field}]", "mencari kerja")
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request))
    with page.expect_navigation():
        page.keyboard.press(key)
    request = next(one for one in sent if one.is_navigation_request())
    page.close()
    return request.method, request.url.removeprefix("http://desa.test"), request.post_data or ""


def test_f8_reads_aloud_what_is_typed_and_ctrl_enter_sends_it(
    browser: Browser, html: Pages
) -> None:
    method, path, body = press(browser, html["make"], "F8", "keperluan")
    assert (method, path.endswith("/keterangan-domisili/bacakan/")) == ("POST", True)
    assert "keperluan=mencari+kerja" in body
    method, path, body = press(browser, html["make"], "Control+Enter", "keperluan")
    assert (method, path) == ("POST", "/")
    assert "kirim_id=" in body


def test_f7_changes_the_letter_and_escape_goes_to_the_search(browser: Browser, html: Pages) -> None:
    method, path, _ = press(browser, html["make"], "F7")
    assert method == "GET"
    assert re.fullmatch(r"/kantor/surat/warga/\w+/", path)
    page = opened(browser, html["make"])
    page.fill("[name=keperluan]", "mencari kerja")
    page.keyboard.press("Escape")
    expect(page.locator("#f2")).to_be_focused()
    expect(page.locator("[name=keperluan]")).to_have_value("mencari kerja")
    page.close()


def test_f9_shows_the_number_for_half_a_minute_and_keeps_what_is_typed(
    browser: Browser, html: Pages
) -> None:
    source = html["make"]
    page = opened(browser, source)
    page.route("**/pratinjau/", lambda route: route.abort())
    page.clock.install()
    page.goto("http://desa.test/")
    page.route(
        "**/nomor/",
        lambda route: route.fulfill(
            body='<p>NIK <b class="code">3514995203550001</b></p>',
            headers={"Content-Type": "text/html", "Desa-Part": "angka"},
        ),
    )
    page.fill("[name=keperluan]", "mencari kerja")
    page.keyboard.press("F9")
    number = page.get_by_text("3514995203550001")
    expect(number).to_be_visible()
    page.clock.run_for(29_000)
    expect(number).to_be_visible()
    page.clock.run_for(2_000)
    expect(number).to_have_count(0)
    expect(page.locator("form.mask")).to_be_visible()
    expect(page.locator("[name=keperluan]")).to_have_value("mencari kerja")
    page.close()


def test_draft_is_said_to_be_safe_in_the_bar_with_its_hour(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["make"])
    page.route("**/kantor/draf/**", lambda route: route.fulfill(status=204))
    page.fill("[name=keperluan]", "mencari kerja")
    page.focus("[name=read_back]")
    now = page.evaluate("new Date().toTimeString().slice(0, 2)")
    expect(page.locator("[data-draft-status]")).to_contain_text(f"Tersimpan {now}.")
    page.close()


def list_page(browser: Browser, html: Pages) -> Page:
    return opened(browser, html["list"], 360)


def test_button_of_the_list_counts_what_is_ticked(browser: Browser, html: Pages) -> None:
    page = list_page(browser, html)
    button, box = page.locator(".act button"), page.locator("[name=surat]")
    expect(box).not_to_be_checked()
    expect(button).to_have_text("Setujui 0 surat")
    expect(button).to_be_disabled()
    page.get_by_label("Pilih semua").check()
    expect(box).to_be_checked()
    expect(button).to_have_text("Setujui 1 surat")
    box.uncheck()
    expect(button).to_be_disabled()
    box.check()
    expect(page.get_by_label("Pilih semua")).to_be_checked()
    expect(button).to_be_enabled()
    page.close()


def test_act_bar_of_the_list_stays_above_the_tabs(browser: Browser, html: Pages) -> None:
    page = list_page(browser, html)
    act, tabs = page.locator(".act").bounding_box(), page.locator(".tabs").bounding_box()
    assert act is not None
    assert tabs is not None
    assert act["y"] + act["height"] <= tabs["y"]
    assert tabs["y"] + tabs["height"] <= 800
    page.close()


def test_tap_on_the_paper_makes_it_readable(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["read"], 360)
    paper = page.locator(".sheet img")
    small = paper.bounding_box()
    paper.click()
    large = paper.bounding_box()
    assert small is not None
    assert large is not None
    assert large["width"] > 2.5 * small["width"]
    assert too_wide(page) == 0
    page.close()


@pytest.mark.parametrize("name", ["slip", "numbered slip"])
def test_slip_prints_alone_on_its_small_paper(browser: Browser, html: Pages, name: str) -> None:
    page = opened(browser, html[name])
    paper = page.pdf(prefer_css_page_size=True)
    assert len(pages_of(paper)) == 1
    assert [round(side / 72 * 25.4) for side in media_box(paper)] == [58, 110]
    page.emulate_media(media="print")
    expect(page.locator(".tiket")).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    page.close()


def test_button_prints_the_slip(browser: Browser, html: Pages) -> None:
    page = opened(browser, html["slip"])
    page.evaluate("window.print = () => { document.title = 'dicetak'; }")
    page.keyboard.press("Control+Enter")
    assert page.title() == "dicetak"
    page.close()
