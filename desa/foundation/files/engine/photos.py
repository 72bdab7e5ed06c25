"""Opens a foreign photo through a child process that can be lost without harm."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import desa
from desa.foundation.files.exceptions import BUSY, DAMAGED, TOO_WIDE, PhotoRefused
from desa.foundation.files.rules import (
    GRID,
    LONGEST_SIDE,
    MOST_PIXELS,
    PHOTO_BYTES,
    PREVIEW_BYTES,
    PREVIEW_SIDE,
    Photo,
)

CHILD = "desa.foundation.files.engine.photo_child"
ROOT = Path(desa.__path__[0]).parent
MEMORY_BYTES, CPU_SECONDS, WALL_SECONDS = 1024 * 1024 * 1024, 15, 40
# Of a thousand photos in a minute two are open at a time: the village's machine keeps its memory.
AT_ONCE, PATIENCE = 2, 30
_places = threading.BoundedSemaphore(AT_ONCE)


def shrink(content: bytes, kind: str, cells: Sequence[int] = ()) -> Photo:
    with _place():
        answer = _ask_child(content, kind, cells)
    head, _newline, pictures = answer.partition(b"\n")
    said = json.loads(head) if head else {}
    if said.get("refused") == "pixels":
        raise PhotoRefused(TOO_WIDE)
    if "size" not in said:
        raise PhotoRefused(DAMAGED)
    return Photo(pictures[: said["size"]], pictures[said["size"] :])


@contextmanager
def _place() -> Iterator[None]:
    if not _places.acquire(timeout=PATIENCE):
        raise PhotoRefused(BUSY)
    try:
        yield
    finally:
        _places.release()


def _ask_child(content: bytes, kind: str, cells: Sequence[int]) -> bytes:
    """Nothing when the child died. Its environment is empty: no key may reach a foreign file."""
    task = {
        "kind": kind,
        "cells": list(cells),
        "grid": GRID,
        "pixels": MOST_PIXELS,
        "photo": [LONGEST_SIDE, PHOTO_BYTES],
        "preview": [PREVIEW_SIDE, PREVIEW_BYTES],
        "memory": MEMORY_BYTES,
        "seconds": CPU_SECONDS,
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-X", "utf8", "-m", CHILD, json.dumps(task)],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={"PYTHONDONTWRITEBYTECODE": "1", "OMP_NUM_THREADS": "1"},
            timeout=WALL_SECONDS,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return b""
    return done.stdout
