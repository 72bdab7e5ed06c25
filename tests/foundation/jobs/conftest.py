import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from desa.foundation.core.registry import Task, tasks
from tests.foundation.jobs.sample.tasks import TASKS

Lines = Callable[[], list[str]]
StartWorker = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lines:
    """What the sample tasks noted so far; registers them."""
    path = tmp_path / "log"
    path.touch()
    monkeypatch.setenv("JOB_LOG", str(path))
    for name, task in TASKS.items():
        monkeypatch.setitem(tasks._items, name, task)
    return lambda: path.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def add_task(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Task], None]:
    return lambda name, task: monkeypatch.setitem(tasks._items, name, task)


@pytest.fixture
def start_worker(transactional_db: None, lines: Lines) -> Iterator[StartWorker]:
    """Start a worker process on the test run's database; whatever still runs is killed at the end."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str, lease: str = "1") -> "subprocess.Popen[str]":
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.foundation.jobs.sample.settings",
            "DESA_TEST_DATABASE": str(connection.settings_dict["NAME"]),
            "DESA_JOB_LEASE": lease,
        }
        command = [sys.executable, "manage.py", "worker", *options]
        worker = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, text=True)
        started.append(worker)
        return worker

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


def eventually(condition: Callable[[], object], seconds: float = 20) -> None:
    """Wait until `condition` is true; fail after `seconds`."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)
