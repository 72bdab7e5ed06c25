"""A writer that waits gets its turn although another one comes back at once, again and again."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from desa.foundation.core.sqlcipher.base import DatabaseWrapper
from desa.foundation.core.sqlcipher.turnstile import next_in_line

pytestmark = pytest.mark.django_db


def soon(seconds: float = 5.0) -> float:
    return time.monotonic() + seconds


@pytest.fixture
def database(tmp_path: Path) -> Iterator[DatabaseWrapper]:
    opened = _open(tmp_path)
    with opened.cursor() as cursor:
        cursor.execute("CREATE TABLE counter (value integer)")
    yield opened
    opened.close()


def _open(folder: Path) -> DatabaseWrapper:
    base = connection.settings_dict
    options = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 0,
        "key": b"k" * 32,
        "init_command": "PRAGMA journal_mode=WAL;",
    }
    return DatabaseWrapper(base | {"NAME": folder / "desa.db", "OPTIONS": options}, "uji")


def _write(database: DatabaseWrapper, hold: float = 0.0) -> None:
    with database.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")
        cursor.execute("INSERT INTO counter VALUES (1)")
        time.sleep(hold)
        cursor.execute("COMMIT")


def test_second_in_line_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with next_in_line(tmp_path / "pintu", soon()):
            order.append("second")

    with next_in_line(tmp_path / "pintu", soon()):
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.05)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_door_that_never_opens_is_passed_by_at_the_deadline(tmp_path: Path) -> None:
    with next_in_line(tmp_path / "pintu", soon()):
        started = time.monotonic()
        with next_in_line(tmp_path / "pintu", soon(0.05)):
            assert time.monotonic() - started >= 0.05


def test_door_is_for_the_villages_own_account_only(tmp_path: Path) -> None:
    with next_in_line(tmp_path / "pintu", soon()):
        assert (tmp_path / "pintu").stat().st_mode & 0o077 == 0


def test_waiting_writer_is_not_starved_by_one_that_never_pauses(
    database: DatabaseWrapper, tmp_path: Path
) -> None:
    """The greedy one holds the lock for 20 ms and takes it again at once, like an import its chunks."""
    done = threading.Event()

    def greedy() -> None:
        own = _open(tmp_path)
        while not done.is_set():
            _write(own, hold=0.02)
        own.close()

    importer = threading.Thread(target=greedy)
    importer.start()
    waits = []
    for _turn in range(15):
        time.sleep(0.01)
        started = time.monotonic()
        _write(database)
        waits.append(time.monotonic() - started)
    done.set()
    importer.join()
    assert sorted(waits)[len(waits) // 2] < 0.06


def test_reading_passes_while_the_door_is_held(database: DatabaseWrapper, tmp_path: Path) -> None:
    with next_in_line(tmp_path / "desa.db-giliran", soon()), database.cursor() as cursor:
        started = time.monotonic()
        cursor.execute("SELECT count(*) FROM counter")
        assert cursor.fetchone() == (0,)
    assert time.monotonic() - started < 1
