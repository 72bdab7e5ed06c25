"""The gallery in real Chromium: axe, overflow, and the keys of the office."""

from collections.abc import Callable, Iterator

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from playwright.sync_api import Browser, Page

from desa.foundation.core import views
from tests.chromium import axe_findings, opened
from tests.foundation.core.ui_pages import render

pytestmark = [pytest.mark.browser, pytest.mark.slow]
LOOKS = ["", "?tema=gelap", "?tema=kontras&huruf=sangat-besar"]
View = Callable[[HttpRequest], HttpResponse]
VIEWS: list[View] = [views.gallery, views.gallery_office, views.display_settings]


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    browser: Browser, rf: RequestFactory, view: View, look: str, width: int
) -> None:
    page = opened(browser, view(rf.get(f"/{look}")).content.decode(), width)

    assert axe_findings(page) == []
    page.close()


@pytest.mark.parametrize("look", ["", "?huruf=sangat-besar"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.__name__)
@pytest.mark.parametrize("width", [320, 360])
def test_nothing_sticks_out_of_a_narrow_screen(
    browser: Browser, rf: RequestFactory, view: View, look: str, width: int
) -> None:
    page = opened(browser, view(rf.get(f"/{look}")).content.decode(), width)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_policy_lets_our_own_styles_and_font_in(browser: Browser, rf: RequestFactory) -> None:
    page = opened(browser, views.gallery(rf.get("/")).content.decode())

    assert (
        page.evaluate("document.fonts.load('16px \"Desa Sans\"').then(faces => faces.length)") == 1
    )
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 247, 240)"
    page.close()


COUNTER = """
{% extends "core/office.html" %}{% load ui %}
{% block content %}<h1>Loket</h1>
{% include "parts/queue.html" with items=queue only %}
<form method="get" action="/" id="f"><input id="isian" aria-label="Isian"></form>
<button type="button" data-key="F9">Tampilkan</button>{% endblock %}
{% block act %}<div class="act">{% include "parts/button.html" with text="Kirim" form_id="f" name="act" value="kirim" key="Ctrl+Enter" only %}</div>{% endblock %}
"""


@pytest.fixture
def counter(browser: Browser, rf: RequestFactory) -> Iterator[Page]:
    queue = [{"url": f"#{n}", "title": n, "meta": "", "note": ""} for n in ("satu", "dua")]
    context = {"queue": queue, "search_url": "/cari/", "csrf_token": "contoh"}
    page = opened(browser, render(COUNTER, context, rf.get("/")))
    page.evaluate("""() => {
        window.pressed = [];
        document.querySelector('[data-key=F9]').addEventListener('click', () => pressed.push('F9'));
        document.addEventListener('submit', (event) => {
            pressed.push(event.submitter.value + (event.defaultPrevented ? ' held' : ''));
            event.preventDefault();
        });
    }""")
    yield page
    page.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.hash"))


def test_f2_puts_the_cursor_into_the_search(counter: Page) -> None:
    counter.focus("#isian")
    counter.keyboard.press("F2")

    assert focused(counter) == "f2"


def test_escape_leads_back_to_the_search_and_keeps_the_text(counter: Page) -> None:
    counter.fill("#isian", "rumah sakit")
    counter.keyboard.press("Escape")

    assert focused(counter) == "f2"
    assert counter.input_value("#isian") == "rumah sakit"


def test_f9_presses_the_button_that_carries_it(counter: Page) -> None:
    counter.focus("#isian")
    counter.keyboard.press("F9")

    assert counter.evaluate("pressed") == ["F9"]


def test_ctrl_enter_sends_the_form_once(counter: Page) -> None:
    counter.focus("#isian")
    counter.keyboard.press("Control+Enter")
    counter.keyboard.press("Control+Enter")

    # A quick second press comes before the button rests; then the form itself holds it back.
    sent = [press for press in counter.evaluate("pressed") if not press.endswith(" held")]
    assert sent == ["kirim"]


def test_send_button_rests_until_the_page_is_shown_again(counter: Page) -> None:
    counter.click("button[value=kirim]")
    counter.wait_for_selector("button[value=kirim]:disabled")

    counter.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")

    assert counter.is_enabled("button[value=kirim]")


def test_arrows_walk_from_the_search_through_the_queue_and_back(counter: Page) -> None:
    counter.focus("#f2")
    walked = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        counter.keyboard.press(key)
        walked.append(focused(counter))

    assert walked == ["#satu", "#dua", "#dua", "#satu", "f2"]


def test_arrows_inside_a_form_are_left_alone(counter: Page) -> None:
    counter.focus("#isian")
    counter.keyboard.press("ArrowDown")

    assert focused(counter) == "isian"


def test_key_without_a_button_does_nothing(counter: Page) -> None:
    counter.focus("#isian")
    counter.keyboard.press("F7")

    assert counter.evaluate("pressed") == []
    assert focused(counter) == "isian"
