"""Approve letters, or attach their files, in processes that kill themselves at a named step.

`python -m ... web|worker <step> <count>` prints for each letter what is left after the kill:
[{"letter": id, "state": ..., "number": n or null, "file": true|false}].
"""

import json
import os
import pathlib
import signal
import sys
from collections.abc import Callable
from typing import Any
from unittest import mock

import django

from tests.journeys.scripts import letters


def die(*_arguments: object, **_named: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_before(target: str) -> Any:
    return mock.patch(target, die)


def die_after_event(name: str) -> Any:
    """After the trail, the last thing an action writes, and before the commit."""
    from desa.foundation.core import actions

    writer = actions._writer
    assert writer is not None

    def write(events: list[actions.Event]) -> None:
        writer(events)
        if name in {event.name for event in events}:
            die()

    return mock.patch("desa.foundation.core.actions._writer", write)


ATTACHING = "desa.foundation.papers.actions.attaching"
STEPS: dict[str, Callable[[], Any]] = {
    "number taken": lambda: die_before("desa.services.letters.actions.close_case"),
    "number not committed": lambda: die_after_event("letters.letter.approved"),
    "number committed": lambda: die_before(
        "desa.services.letters.views.office.approval.attach_if_possible"
    ),
    "job claimed": lambda: die_before("desa.foundation.papers.tasks.attach"),
    "paper rendered": lambda: die_before(f"{ATTACHING}.put_content"),
    "file half written": lambda: mock.patch.object(pathlib.Path, "replace", die),
    "file stored": lambda: die_before(f"{ATTACHING}._attach"),
    "file attached, not committed": lambda: die_after_event("papers.paper.issued"),
    "file attached, not answered": lambda: die_before(
        "desa.services.letters.views.office.approval.redirect"
    ),
    "file attached, job not finished": lambda: die_before(
        "desa.foundation.jobs.management.work.finish"
    ),
}


def in_child(work: Callable[[], object]) -> tuple[int, Any]:
    """Run in a process of its own, forked before any connection; gives its signal and its answer."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as answer:
            json.dump(work(), answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    _pid, status = os.waitpid(child, 0)
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return killed, json.loads(text) if text else None


def main(process: str, step: str, count: int) -> None:
    django.setup()
    ways = {"web": letters.approve_by_page, "worker": letters.work_once}

    def dying(letter: int) -> None:
        with STEPS[step]():
            ways[process](letter)

    numbered = process == "worker"
    left = []
    for _turn in range(count):
        _zero, letter = in_child(lambda: letters.submit(approved=numbered))
        killed, _nothing = in_child(lambda letter=letter: dying(letter))  # type: ignore[misc]
        assert killed == signal.SIGKILL, f"{process} lived through {step!r}"
        left.append(in_child(lambda letter=letter: letters.facts(letter))[1])  # type: ignore[misc]
    json.dump(left, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
