"""draft.js in real Chromium: what it sends, when, and what it leaves out."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import Page, Route, expect, sync_playwright

from desa.foundation.core.http.headers import POLICY

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CHROMIUM = shutil.which("chromium") or "chromium"
PAGE = """<!doctype html><html lang="id"><title>Uji</title>
<form method="post" action="/kirim/" data-desa-module="draft" data-draft-url="/draf/">
<input type="hidden" name="kirim_id" value="k1"><input name="name"><input name="note">
<input type="password" name="secret"><input type="file" name="scan">
<p data-draft-status data-saved="Tersimpan sementara." data-failed="Belum tersimpan."></p>
<button>Kirim</button></form><script src="/static/intake/draft.js" defer></script></html>"""
STATUS = "[data-draft-status]"


class Site:
    """One page and an autosave address that answers with `status`; remembers what was sent."""

    def __init__(self) -> None:
        self.status = 204
        self.sent: list[dict[str, list[str]]] = []

    def answer(self, route: Route) -> None:
        path = route.request.url.removeprefix("http://desa.test")
        if path.startswith("/static/"):
            route.fulfill(path=Path(str(finders.find(path.removeprefix("/static/")))))
        elif path == "/draf/":
            self.sent.append(parse_qs(route.request.post_data or ""))
            route.fulfill(status=self.status)
        else:
            headers = {"content-type": "text/html", "content-security-policy": POLICY}
            route.fulfill(body=PAGE, headers=headers)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def page(site: Site) -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.clock.install()
        page.route("**/*", site.answer)
        page.goto("http://desa.test/")
        yield page
        browser.close()


def test_typing_is_saved_after_five_seconds_without_secrets(page: Page, site: Site) -> None:
    page.fill("[name=secret]", "rahasia")
    page.fill("[name=name]", "Siti")
    site.sent.clear()
    page.locator("[name=name]").press_sequentially("!")
    page.clock.run_for(4000)
    assert site.sent == []
    page.clock.run_for(2000)
    expect(page.locator(STATUS)).to_have_text("Tersimpan sementara.")
    assert site.sent == [{"kirim_id": ["k1"], "name": ["Siti!"]}]


def test_leaving_a_changed_field_saves_at_once_and_only_once(page: Page, site: Site) -> None:
    page.fill("[name=name]", "Siti")
    page.focus("[name=note]")
    expect(page.locator(STATUS)).to_have_text("Tersimpan sementara.")
    page.focus("[name=name]")
    page.clock.run_for(20_000)
    assert len(site.sent) == 1


def test_failure_is_told_and_tried_again(page: Page, site: Site) -> None:
    site.status = 302
    page.fill("[name=name]", "Siti")
    page.focus("[name=note]")
    expect(page.locator(STATUS)).to_have_text("Belum tersimpan.")
    site.status = 204
    page.clock.run_for(6000)
    expect(page.locator(STATUS)).to_have_text("Tersimpan sementara.")


def test_sent_form_is_not_saved_any_more(page: Page, site: Site) -> None:
    page.evaluate("document.forms[0].addEventListener('submit', e => e.preventDefault())")
    page.focus("[name=name]")
    page.keyboard.type("Siti")
    page.keyboard.press("Enter")
    page.clock.run_for(9000)
    assert site.sent == []
