"""kill -9 between approval and attachment: what was accepted stays, and is finished after the restart."""

import time
from typing import Any

import pytest

from tests.journeys.people import workbook
from tests.journeys.server import Server

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
TIMES = 5
LEASE = 1.1  # seconds after which a dead worker's job is taken over, and a little more
# Until its number is committed a letter was not accepted: it waits as before, and is approved again.
BEFORE = ("number taken", "number not committed")
FILELESS = ("paper rendered", "file half written", "file stored", "file attached, not committed")
WEB = (*BEFORE, "number committed", *FILELESS, "file attached, not answered")
WORKER = ("job claimed", *FILELESS, "file attached, job not finished")


@pytest.fixture(scope="module")
def peopled(server: Server, founded: dict[str, Any]) -> Server:
    book = server.folder / "penduduk.xlsx"
    book.write_bytes(workbook())
    server.manage("import_residents", str(book))
    # The template of the papers is stored, and what is scheduled for a new village is out of the way.
    server.script("dying", "web", "file attached, not answered", "1")
    server.script("resuming")
    return server


def _check_whole(found: dict[str, Any]) -> None:
    """Every number once and none left out, each with one file that can be read, and a whole trail."""
    assert found["numbers"] == list(range(1, len(found["numbers"]) + 1))
    numbered = [letter for letter in found["letters"] if letter["number"]]
    assert sorted(letter["number"] for letter in numbered) == found["numbers"]
    assert all(letter["file"] for letter in numbered)
    wrong = {name: found[name] for name in ("unreadable", "shared files", "strays", "broken")}
    assert wrong == {"unreadable": [], "shared files": 0, "strays": 0, "broken": False}


def _same(letter: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    (now,) = [each for each in found["letters"] if each["letter"] == letter["letter"]]
    return dict(now)


@pytest.mark.parametrize("step", WEB)
def test_web_killed_at(peopled: Server, step: str) -> None:
    left = peopled.script("dying", "web", step, str(TIMES))
    assert len(left) == TIMES
    accepted = step not in BEFORE
    for letter in left:
        assert letter["state"] == ("approved" if accepted else "submitted")
        assert (letter["number"] is not None) == accepted
        assert letter["file"] == (step == "file attached, not answered")
    found = peopled.script("resuming")
    _check_whole(found)
    for letter in left:
        assert _same(letter, found) == letter | {"file": accepted}


@pytest.mark.parametrize("step", WORKER)
def test_worker_killed_at(peopled: Server, step: str) -> None:
    left = peopled.script("dying", "worker", step, str(TIMES))
    assert {letter["state"] for letter in left} == {"approved"}
    if step != "file attached, job not finished":
        assert not any(letter["file"] for letter in left)
    time.sleep(LEASE)
    found = peopled.script("resuming")
    _check_whole(found)
    for letter in left:
        assert _same(letter, found) == letter | {"file": True}


def test_sweeper_finishes_what_no_job_remembers(peopled: Server) -> None:
    left = peopled.script("dying", "web", "number committed", str(TIMES))
    found = peopled.script("resuming", "--without-jobs")
    _check_whole(found)
    assert all(_same(letter, found)["file"] for letter in left)


def test_trail_is_whole_after_all_of_it(peopled: Server) -> None:
    peopled.script("dying", "web", "file stored", "1")
    done = peopled.manage("verify_trail")
    assert done.returncode == 0
    assert "The trail is whole." in done.stdout
