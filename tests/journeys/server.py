"""A village's server in processes of its own, started with the very commands of ./run."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.tools.launching import Installation, free_port
from tools.launch.environment import ROOT
from tools.launch.options import RunOptions
from tools.launch.run import services
from tools.launch.services import answers

START_SECONDS = 60


@dataclass
class Server:
    """One data folder with its key, log and temporary files, and the processes that work on it."""

    folder: Path
    port: int = field(default_factory=free_port)
    processes: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    @property
    def logs(self) -> Path:
        return self.folder / "logs"

    @property
    def environment(self) -> dict[str, str]:
        variables = {
            "DESA_JOB_LEASE": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "TMPDIR": str(self.temporary),
        }
        return Installation(self.folder, ROOT, variables).environment

    def prepare(self) -> dict[str, Any]:
        """The empty folder becomes a real village with three officials; gives what founding.py says."""
        for folder in (self.temporary, self.logs):
            folder.mkdir(parents=True)
        done = self.manage("check")
        assert done.returncode == 0, done.stderr
        founded: dict[str, Any] = self.script("founding", self.address)
        words = done.stderr.replace(",", " ").split()
        founded["codes"] = {
            holder: words[words.index(holder) + 1] for holder in ("kades", "sekdes")
        }
        return founded

    def manage(self, *arguments: str, **more: Any) -> "subprocess.CompletedProcess[str]":
        """`./manage ...` on this folder."""
        command = [sys.executable, "-P", "-m", "tools.launch.manage", *arguments]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False, **more
        )

    def script(self, name: str, *arguments: str) -> Any:
        """Run tests/journeys/scripts/<name>.py in a process of its own; gives the JSON it prints."""
        command = [sys.executable, "-m", f"tests.journeys.scripts.{name}", *arguments]
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def start(self, *names: str) -> None:
        """Web and worker, or only those named; gives back when the web answers."""
        options = RunOptions(self.port, "127.0.0.1", str(self.data), real=True, behind_proxy=False)
        for service in services(options, self.environment):
            if not names or service.name in names:
                with (self.logs / f"{service.name}.log").open("ab") as log:
                    self.processes[service.name] = subprocess.Popen(
                        service.command,
                        env=service.env,
                        cwd=ROOT,
                        stdout=log,
                        stderr=log,
                        start_new_session=True,
                    )
        if "web" in self.processes:
            self._wait_for_web()

    def _wait_for_web(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while not answers("127.0.0.1", self.port):
            assert self.processes["web"].poll() is None, "the web process ended by itself"
            assert time.monotonic() < deadline, "the web never answered"
            time.sleep(0.05)

    def kill(self, name: str) -> None:
        """kill -9 of the whole process group: what a power cut leaves of one service."""
        process = self.processes.pop(name)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)

    def stop(self) -> None:
        for process in self.processes.values():
            process.terminate()
        for name, process in list(self.processes.items()):
            with suppress(subprocess.TimeoutExpired):
                process.wait(15)
            self.kill(name)

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)
