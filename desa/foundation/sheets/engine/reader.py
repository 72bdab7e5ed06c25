"""Reads a foreign workbook through a child process that can be lost without harm."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

import desa
from desa.foundation.sheets.engine.wire import load
from desa.foundation.sheets.exceptions import SheetRefused, refused
from desa.foundation.sheets.rules.refusals import RefusalCode
from desa.foundation.sheets.rules.workbook import Limits, Row, Sheet, Workbook

CHILD = "desa.foundation.sheets.engine.child"
ROOT = Path(desa.__path__[0]).parent
DEFAULT = Limits()
TOLD = ("errors", "hidden_columns", "hidden_rows")


def read_workbook(path: Path, *, limits: Limits = DEFAULT) -> Workbook:
    """Raises SheetRefused when the file as a whole cannot be read."""
    _check_size(path.stat().st_size, limits)
    with path.open("rb") as file, _child(limits, stdin=file) as child:
        return _collect(child, path.name)


def read_workbook_bytes(data: bytes, filename: str, *, limits: Limits = DEFAULT) -> Workbook:
    """Like read_workbook; the bytes go through a pipe, so that nothing lies on the disk in clear."""
    _check_size(len(data), limits)
    with _child(limits, stdin=subprocess.PIPE) as child:
        assert child.stdin is not None
        with suppress(BrokenPipeError):  # a child that died early is judged by its exit
            child.stdin.write(data)
            child.stdin.close()
        return _collect(child, filename)


def _check_size(size: int, limits: Limits) -> None:
    if size > limits.max_bytes:
        mega = 1024 * 1024
        raise refused(
            RefusalCode.TOO_LARGE,
            {"size": str(-(-size // mega)), "limit": str(limits.max_bytes // mega)},
        )


@contextmanager
def _child(limits: Limits, *, stdin: int | IO[bytes]) -> Iterator["subprocess.Popen[bytes]"]:
    """The environment is empty: no key and no address of a database may reach a foreign file."""
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-X", "utf8", "-m", CHILD, json.dumps(asdict(limits))],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={"PYTHONDONTWRITEBYTECODE": "1"},
    )
    alarm = threading.Timer(limits.wall_seconds, child.kill)
    alarm.daemon = True
    alarm.start()
    try:
        yield child
    finally:
        alarm.cancel()
        child.kill()
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        child.wait()


def _collect(child: "subprocess.Popen[bytes]", filename: str) -> Workbook:
    assert child.stdout is not None
    answer = _Answer(filename)
    for line in child.stdout:
        answer.take(load(line) if line.endswith(b"\n") else {})
    if not answer.done:
        raise _died(child.wait())
    return answer.workbook()


class _Answer:
    """The child's messages, put together again."""

    def __init__(self, filename: str) -> None:
        self.done = False
        self._filename = filename
        self._head: dict[str, Any] = {}
        self._sheets: list[Sheet] = []

    def take(self, message: Any) -> None:
        if isinstance(message, list):
            rows = self._sheets[-1].rows
            rows.extend([Row(number, cells) for number, cells in message])
        elif "refused" in message:
            raise refused(message["refused"], message["details"])
        elif "sheet" in message:
            told = {name: tuple(message[name]) for name in TOLD}
            self._sheets.append(Sheet(message["sheet"], [], message["hidden"], **told))
        elif "kind" in message:
            self._head = message
        else:
            self.done = bool(message.get("done"))

    def workbook(self) -> Workbook:
        if not any(sheet.rows for sheet in self._sheets):
            raise refused(RefusalCode.EMPTY_SHEETS, {})
        return Workbook(
            self._filename, self._head["kind"], self._head["macros"], tuple(self._sheets)
        )


def _died(status: int) -> SheetRefused:
    """An abort is calamine out of memory; a kill is our alarm or the limit of CPU time."""
    if status in (-signal.SIGXCPU, -signal.SIGKILL):
        return refused(RefusalCode.TOO_SLOW, {})
    if status in (-signal.SIGABRT, -signal.SIGSEGV):
        return refused(RefusalCode.TOO_HEAVY, {})
    return refused(RefusalCode.DAMAGED, {})
