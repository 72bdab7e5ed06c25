"""kill -9 of the real web or worker at any moment of a batch approval, again and again."""

import http.client
import random
import threading
import time
from typing import Any

import pytest

from tests.journeys.journey import PASSWORD
from tests.journeys.people import workbook
from tests.journeys.server import Server
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
LETTERS = 3  # in one batch
LONGEST_WAIT = 0.5
LIST = "/kantor/surat/setuju/"


@pytest.fixture(scope="module")
def kades(running: Server, founded: dict[str, Any]) -> Visitor:
    book = running.folder / "penduduk.xlsx"
    book.write_bytes(workbook())
    running.manage("import_residents", str(book))
    visitor = Visitor(running.address)
    chosen = {"password": PASSWORD, "again": PASSWORD}
    assert visitor.post(founded["links"]["kades"], chosen).status == 302
    return visitor


def _approve(visitor: Visitor, token: str, letters: list[str], answers: list[int]) -> None:
    """The answer of the server, when it lived long enough to give one."""
    data = [("csrfmiddlewaretoken", token), *(("surat", letter) for letter in letters)]
    try:
        answers.append(visitor.post(f"{LIST}pilihan/", data).status)
    except (OSError, http.client.HTTPException):
        return


def _round(server: Server, visitor: Visitor, dice: random.Random) -> tuple[list[str], bool]:
    """Approve a batch, kill one of the two meanwhile, start it again; gives whether it was answered."""
    letters = server.script("submitting", str(LETTERS))
    answers: list[int] = []
    work = (visitor, visitor.token(LIST), letters, answers)
    tap = threading.Thread(target=_approve, args=work)
    tap.start()
    time.sleep(dice.uniform(0, LONGEST_WAIT))
    victim = dice.choice(["web", "worker"])
    server.kill(victim)
    tap.join()
    server.start(victim)
    assert answers in ([], [302])
    return letters, answers == [302]


def _walk_through(server: Server, visitor: Visitor, rounds: int, seed: int) -> None:
    dice, answered = random.Random(seed), []
    for _turn in range(rounds):
        letters, was_answered = _round(server, visitor, dice)
        answered += letters if was_answered else []
    time.sleep(1.5)
    found = server.script("resuming")
    by_letter = {letter["public"]: letter for letter in found["letters"]}
    assert found["numbers"] == list(range(1, len(found["numbers"]) + 1))
    assert all(by_letter[letter]["number"] for letter in answered)
    numbered = [letter for letter in found["letters"] if letter["number"]]
    assert sorted(letter["number"] for letter in numbered) == found["numbers"]
    assert all(letter["file"] for letter in numbered)
    assert (found["unreadable"], found["shared files"], found["broken"]) == ([], 0, False)


def test_a_few_kills_lose_nothing_that_was_accepted(running: Server, kades: Visitor) -> None:
    _walk_through(running, kades, rounds=4, seed=3)


@pytest.mark.long
def test_fifty_kills_lose_nothing_that_was_accepted(running: Server, kades: Visitor) -> None:
    _walk_through(running, kades, rounds=50, seed=11)
