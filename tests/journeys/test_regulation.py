"""J8's rules part in real Chromium against real processes: the office at 1280, a resident at 360."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys import journey, regulation
from tests.journeys.journey import Walk
from tests.journeys.regulation import POKMAS, UMBRELLA
from tests.journeys.screens import chromium
from tests.journeys.server import Server
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def walk(browser: Browser, running: Server, founded: dict[str, Any]) -> Walk:
    walk = Walk()
    with journey.village(browser, running, walk, scripts=True) as people:
        regulation.whole(people, founded["links"]["sekdes"])
    return walk


def test_end_before_the_start_is_refused_and_what_was_typed_stays(walk: Walk) -> None:
    assert "Periksa kedua tanggalnya." in walk.texts["refused"]
    assert POKMAS in walk.texts["recorded"]


def test_decree_that_ends_within_sixty_days_is_on_the_list(walk: Walk) -> None:
    assert POKMAS in walk.texts["expiring"]
    assert UMBRELLA not in walk.texts["expiring"]


def test_missing_rules_are_listed_with_a_draft_to_start_from(walk: Walk) -> None:
    assert "keterbukaan informasi publik" in walk.texts["missing"]
    assert len(walk.texts["draft"]) > 300


def test_resident_finds_the_perdes_by_a_word_of_its_text(walk: Walk) -> None:
    assert UMBRELLA in walk.texts["found"]
    assert POKMAS not in walk.texts["found"]


def test_perdes_shows_who_carries_it_out_and_its_budget_line(walk: Walk) -> None:
    for words in (POKMAS, "1.4.08"):
        assert words in walk.texts["perdes"]
    for words in (POKMAS, UMBRELLA):
        assert words in walk.texts["map"]


def test_feed_gives_both_in_force(walk: Walk, running: Server) -> None:
    feed = json.loads(Visitor(running.address).get("/produk-hukum/jdihn.json").text)
    titles = " ".join(row["judul"] for row in feed)
    assert UMBRELLA in titles
    assert POKMAS in titles
    assert {row["status"] for row in feed} == {"Berlaku"}


def test_every_page_is_accessible_fits_and_is_quiet(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.overflow == []
    assert walk.findings.console == []
