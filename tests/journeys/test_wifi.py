"""J9 in real Chromium against real processes, with the real probe: the office at 1280, residents at 360."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys import journey, wifi
from tests.journeys.journey import Walk
from tests.journeys.screens import chromium
from tests.journeys.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def walk(
    browser: Browser,
    running: Server,
    founded: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Walk:
    walk, folder = Walk(), Path(tmp_path_factory.mktemp("pemantau"))
    with journey.village(browser, running, walk, scripts=True) as people:
        wifi.whole(people, founded["links"], running.address, folder)
    return walk


def test_point_is_on_because_its_probe_says_so(walk: Walk) -> None:
    assert walk.texts["probe"] == ""
    assert "1 dari 1 titik menyala." in walk.texts["public"]


def test_resident_is_thanked_and_the_office_is_asked_to_look(walk: Walk) -> None:
    assert "Terima kasih" in walk.texts["thanks"]
    assert "Pemantau bilang nyala." in walk.texts["office"]


def test_plan_says_which_purse_limits_and_is_shown(walk: Walk) -> None:
    assert "Yang membatasi: dana memasang." in walk.texts["plan"] or (
        "Bukan uang yang membatasi" in walk.texts["plan"]
    )
    assert "Diusulkan ke Musrenbangdes" in walk.texts["public"]


def test_every_page_is_accessible_fits_and_is_quiet(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.overflow == []
    assert walk.findings.console == []
