"""J10 in real Chromium against real processes: a cadre and a resident at 360 px, the office at 1280."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from desa.foundation.core import clock
from tests.journeys import journey, learning
from tests.journeys.journey import Walk
from tests.journeys.screens import chromium
from tests.journeys.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]


def _two_hours_ago() -> tuple[str, str]:
    begun: datetime = clock.now().astimezone(ZoneInfo("Asia/Jakarta")) - timedelta(hours=2)
    return f"{begun:%d-%m-%Y}", f"{begun:%H.%M}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def walk(browser: Browser, running: Server, founded: dict[str, Any]) -> Walk:
    walk = Walk()
    with journey.village(browser, running, walk, scripts=True) as people:
        learning.whole(people, founded["links"], _two_hours_ago())
    return walk


def _words(walk: Walk, page: str) -> str:
    """A number and its sign are held together by a space of their own."""
    return walk.texts[page].replace("\u00a0", " ")


def test_cadre_without_a_dusun_is_told_whom_to_ask(walk: Walk) -> None:
    assert "belum dihubungkan dengan dusun" in walk.texts["without dusun"]


def test_cadre_finds_a_resident_and_sees_no_number(walk: Walk) -> None:
    assert "SUWARNI" in walk.texts["found"]
    assert "3514995203550001" not in walk.texts["found"]


def test_gain_is_that_of_the_sheet(walk: Walk) -> None:
    """By hand: 6 of 32 before and 21 after; 15 of the 26 that were left are 58 per cent."""
    assert "dari 19 % menjadi 66 %, pada 8 orang" in _words(walk, "class")
    assert "Jarak yang tertutup: 58 %" in _words(walk, "class")


def test_who_withdraws_is_in_no_later_figure(walk: Walk) -> None:
    """Without number 8: 6 of 28 before and 20 after; 14 of 22."""
    assert "dari 21 % menjadi 71 %, pada 7 orang" in _words(walk, "after withdrawal")
    assert "Jarak yang tertutup: 64 %" in _words(walk, "after withdrawal")
    assert "Menarik persetujuan, datanya dihapus" in walk.texts["after withdrawal"]


def test_help_takes_three_touches_and_the_cadre_types_no_proof(walk: Walk) -> None:
    assert walk.counts["keys for one help"] == 3
    assert "tidak mengetik buktinya sendiri" in walk.texts["help of the cadre"]


def test_every_answer_of_the_residents_is_told(walk: Walk) -> None:
    assert "jawaban “ya” sudah dicatat" in walk.texts["yes"]
    for words in ("Warga mengetuk “ya”", "Cap jempol", "Ketua RT", "Disangkal warga"):
        assert words in walk.texts["overview"]
    assert "Tidak ada yang menunggu jawaban warga" in walk.texts["overview"]


def test_two_who_passed_make_one_function_safe(walk: Walk) -> None:
    assert "1 dari 5 fungsi dikuasai sedikitnya dua orang" in walk.texts["matrix"]
    assert "Dewi, Hariyono" in walk.texts["matrix"]


def test_what_cannot_be_known_is_not_told_as_nobody(walk: Walk) -> None:
    assert "Belum bisa diketahui" in walk.texts["alone"]


def test_public_page_hides_few_people_and_every_name(walk: Walk) -> None:
    assert "Kurang dari 10 orang" in walk.texts["public"]
    assert "Dusun Sendi: 1 kader" in walk.texts["public"].replace("SENDI", "Sendi")
    for private in ("Rina", "SUWARNI", "71 %", "Dewi"):
        assert private not in walk.texts["public"]


def test_practice_ends_well_and_cards_wait_for_the_cadre(walk: Walk) -> None:
    assert "Bagus, Anda sudah melihat statusnya" in walk.texts["practice"]
    assert walk.counts["cards"] >= 2


def test_every_page_is_accessible_fits_and_is_quiet(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.overflow == []
    assert walk.findings.console == []
