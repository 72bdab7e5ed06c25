"""Two processes under one parent: both end when it ends, and when one dies the other follows."""

import ctypes
import http.client
import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from tools.launch.environment import ROOT
from tools.launch.refusal import say

PATIENCE = 15.0
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


@dataclass(frozen=True)
class Service:
    name: str
    command: list[str]
    env: dict[str, str]


def _end_with_parent() -> None:
    """Linux tells the child when its parent is killed outright, so that nothing stays behind."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Supervisor:
    def __init__(self, services: list[Service]) -> None:
        self.services = services
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        # A plain flag: setting a threading.Event inside a signal handler can lock up with its own waiter.
        self.stopping = False

    def ask_to_stop(self, _number: int, _frame: object) -> None:
        self.stopping = True

    def start(self) -> None:
        for number in SIGNALS:
            signal.signal(number, self.ask_to_stop)
        for service in self.services:
            # Their own session: Ctrl+C reaches the parent alone, which then stops both in order.
            self.children[service.name] = subprocess.Popen(
                service.command,
                env=service.env,
                cwd=ROOT,
                start_new_session=True,
                preexec_fn=_end_with_parent,  # noqa: PLW1509 - the parent has one thread
            )

    def dead(self) -> list[str]:
        return [name for name, child in self.children.items() if child.poll() is not None]

    def wait_until(self, ready: Callable[[], bool], seconds: float = 60.0) -> bool:
        """False when told to stop, when a child died, or when it never became ready."""
        deadline = time.monotonic() + seconds
        while not self.stopping and not self.dead() and time.monotonic() < deadline:
            if ready():
                return True
            time.sleep(0.05)
        return False

    def wait(self) -> int:
        """Until a signal (0) or until a child dies by itself (1)."""
        while not self.stopping:
            if dead := self.dead():
                say(f"Berhenti sendiri / Ended by itself: {', '.join(dead)}")
                return 1
            time.sleep(0.1)
        return 0

    def stop(self) -> None:
        """Ask both and wait; then end whatever does not obey, also what a killed child left behind."""
        for child in self.children.values():
            child.terminate()
        deadline = time.monotonic() + PATIENCE
        for name, child in self.children.items():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                say(f"Tidak mau berhenti, diakhiri / Did not stop and was ended: {name}")
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def answers(host: str, port: int) -> bool:
    """Any HTTP answer at all: the server has loaded the program."""
    name = os.environ.get("DESA_HOSTS", "localhost").split(",")[0]
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": name})
        connection.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    return True
