"""Real child processes: none is left behind, whichever way the end comes."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools.checks.steps import clean_environment
from tools.launch import services
from tools.launch.services import Service, Supervisor

SLEEP = "import time; time.sleep(60)"
STUBBORN = (
    "import signal, time; signal.signal(15, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
)
WITH_GRANDCHILD = (
    "import subprocess, sys; c = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "open(sys.argv[1], 'w').write(str(c.pid)); c.wait()"
)


def _service(name: str, code: str, *arguments: str) -> Service:
    return Service(name, [sys.executable, "-c", code, *arguments], dict(os.environ))


@pytest.fixture
def supervise() -> Iterator[type[Supervisor]]:
    before = {number: signal.getsignal(number) for number in services.SIGNALS}
    started: list[Supervisor] = []

    class Started(Supervisor):
        def start(self) -> None:
            started.append(self)
            super().start()

    yield Started
    for supervisor in started:
        supervisor.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


def _alive(pid: int) -> bool:
    """A zombie that nobody has waited for yet does not count."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def _until(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_both_in_order(supervise: type[Supervisor], number: int) -> None:
    supervisor = supervise([_service("web", SLEEP), _service("worker", SLEEP)])
    supervisor.start()
    threading.Timer(0.1, os.kill, (os.getpid(), number)).start()
    assert supervisor.wait() == 0
    supervisor.stop()
    assert supervisor.dead() == ["web", "worker"]


def test_when_one_dies_the_other_follows(
    supervise: type[Supervisor], capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor = supervise([_service("web", SLEEP), _service("worker", "raise SystemExit(0)")])
    supervisor.start()
    assert supervisor.wait() == 1
    supervisor.stop()
    assert "worker" in capsys.readouterr().err
    assert supervisor.dead() == ["web", "worker"]


def test_child_that_ignores_the_request_is_ended(
    supervise: type[Supervisor], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(services, "PATIENCE", 0.2)
    ready = tmp_path / "ready"
    code = f"import pathlib; {STUBBORN.replace('print(1, flush=True)', f'pathlib.Path({str(ready)!r}).touch()')}"
    supervisor = supervise([_service("web", code)])
    supervisor.start()
    assert supervisor.wait_until(ready.exists)
    supervisor.stop()
    assert supervisor.children["web"].returncode == -signal.SIGKILL


def test_grandchild_of_a_killed_child_is_ended(supervise: type[Supervisor], tmp_path: Path) -> None:
    note = tmp_path / "pid"
    supervisor = supervise([_service("web", WITH_GRANDCHILD, str(note))])
    supervisor.start()
    assert supervisor.wait_until(lambda: note.exists() and note.read_text() != "")
    supervisor.children["web"].kill()
    assert supervisor.wait() == 1
    supervisor.stop()
    assert _until(lambda: not _alive(int(note.read_text())))


def test_waiting_ends_when_a_child_dies_before_it_is_ready(supervise: type[Supervisor]) -> None:
    supervisor = supervise([_service("web", "raise SystemExit(1)")])
    supervisor.start()
    assert supervisor.wait_until(lambda: False, seconds=10) is False


def test_parent_killed_outright_takes_its_children_along(tmp_path: Path) -> None:
    script = (
        "import sys, os; from tools.launch.services import Service, Supervisor;"
        f"s = Supervisor([Service('web', [sys.executable, '-c', {SLEEP!r}], dict(os.environ))]);"
        "s.start(); print(s.children['web'].pid, flush=True); s.wait()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=clean_environment({})
    )
    with parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        parent.kill()
    assert _until(lambda: not _alive(child))
