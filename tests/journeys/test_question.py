"""Asked on a telephone, answered by the office, opened again by "belum", closed by "sudah": in real Chromium."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys import budget, journey, question
from tests.journeys.journey import Walk
from tests.journeys.question import FIRST_ANSWER, MISSING, SECOND_ANSWER
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
        budget.import_budget(people, founded["links"]["sekdes"])
        budget.read_and_ask(people, people.resident)
        question.whole(people)
    return walk


def test_answer_stands_before_its_asker_with_two_words_to_say(walk: Walk) -> None:
    page = walk.texts["before Belum"]
    for words in (FIRST_ANSWER, "Sudah terjawab", "Belum", budget.QUESTION):
        assert words in page


def test_belum_opens_it_again_and_the_office_reads_what_is_missing(walk: Walk) -> None:
    assert "Apakah pertanyaan Anda terjawab?" not in walk.texts["after Belum"]
    assert MISSING in walk.texts[f"office before {SECOND_ANSWER}"]


def test_sudah_ends_it_with_both_answers_for_all(walk: Walk) -> None:
    after = walk.texts["after Sudah terjawab"]
    for words in (FIRST_ANSWER, SECOND_ANSWER):
        assert words in after
    assert "Apakah pertanyaan Anda terjawab?" not in after
    assert budget.QUESTION in walk.texts["public questions"]


def test_every_page_is_accessible_fits_and_is_quiet(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.overflow == []
    assert walk.findings.console == []
