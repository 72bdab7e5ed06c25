"""The door before the write lock: who waits there longest does not wait behind one who comes again and again.

An import commits chunk after chunk and would take the lock again before a waiting writer looks. Whoever
holds the door is the next; the import has to come through it too. The kernel opens it when a process dies.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

RETRY_SECONDS = 0.005


@contextmanager
def next_in_line(path: Path, deadline: float) -> Iterator[None]:
    """Be the next writer until the block ends; after `deadline` (monotonic) go on without the door."""
    door = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        while not _taken(door) and time.monotonic() < deadline:
            time.sleep(RETRY_SECONDS)
        yield
    finally:
        os.close(door)


def _taken(door: int) -> bool:
    with suppress(BlockingIOError):
        fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
