"""J11 in real Chromium against real processes, at 360 and 1280 pixels."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from tests.journeys import journey, market
from tests.journeys.journey import Walk
from tests.journeys.market import DIGITS, PHONE
from tests.journeys.screens import chromium
from tests.journeys.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def walk(browser: Browser, running: Server, founded: dict[str, Any]) -> Walk:
    walk = Walk()
    with journey.village(browser, running, walk, scripts=True) as people:
        market.whole(people, founded["links"])
        walk.counts["keys"] = people.kades.keys
    return walk


def test_promise_of_a_cure_is_answered_with_kind_words(walk: Walk) -> None:
    assert "“Menyembuhkan”" in walk.texts["claim"]
    assert "Tulis rasa, bahan, atau cara minumnya" in walk.texts["claim"]


def test_number_is_in_no_source_before_the_press(walk: Walk) -> None:
    assert DIGITS not in walk.texts["source"]
    assert PHONE not in walk.texts["source"]


def test_order_says_product_quantity_and_price(walk: Walk) -> None:
    assert PHONE in walk.texts["order"]
    words = unquote(walk.links["order"])
    assert words.startswith(f"https://wa.me/62{DIGITS}?text=")
    for part in ("Jamu kunyit asam", "2 x botol 300 ml", "Rp3.000", "Rp6.000"):
        assert part in words


def test_new_price_stands_beside_the_old_one(walk: Walk) -> None:
    assert "Rp3.500" in walk.texts["history"]
    assert "Rp3.000" in walk.texts["history"]


def test_link_that_was_used_opens_nothing(walk: Walk, running: Server, browser: Browser) -> None:
    page = browser.new_page(base_url=running.address)
    answer = page.goto(walk.texts["link"])
    assert answer is not None
    assert answer.status == 404
    assert "tidak berlaku" in page.locator("h1").inner_text()
    page.close()


def test_market_reads_well_without_any_picture(
    running: Server, walk: Walk, browser: Browser
) -> None:
    context = browser.new_context(base_url=running.address)
    context.route("**/*.jpg", lambda route: route.abort())
    page = context.new_page()
    page.goto("/lapak/")
    text = page.locator("main").inner_text()
    context.close()
    for words in ("Jamu kunyit asam", "Rp3.500", "botol 300 ml", "Bu Siti"):
        assert words in text


def test_every_page_is_accessible_fits_and_is_quiet(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.overflow == []
    assert walk.findings.console == []
