"""Runs ./run and ./manage for real, in folders of the test's own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tools.checks.steps import clean_environment
from tools.launch.environment import ROOT

PARTS = ("desa", "config", "tools", "requirements")


@dataclass
class Installation:
    """One data folder and its key, and the copy of the program that works on it."""

    folder: Path
    program: Path = ROOT
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def environment(self) -> dict[str, str]:
        places = {"DESA_DATA": str(self.data), "DESA_KEY": str(self.folder / "key")}
        return clean_environment(places | self.variables) | {"PYTHONPATH": str(self.program)}

    def command(self, name: str, *arguments: str) -> list[str]:
        return [sys.executable, "-P", "-m", f"tools.launch.{name}", *arguments]

    def call(self, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = self.command(name, *arguments)
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=120, check=False
        )

    def with_program(self, program: Path) -> "Installation":
        return Installation(self.folder, program, self.variables)

    @contextmanager
    def running(self, *arguments: str) -> Iterator["Running"]:
        process = subprocess.Popen(
            self.command("run", *arguments),
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        with process:
            try:
                yield Running(process)
            finally:
                if process.poll() is None:
                    process.send_signal(signal.SIGTERM)
                    process.wait(30)


@dataclass
class Running:
    process: subprocess.Popen[str]

    def read_until(self, text: str) -> list[str]:
        """Lines up to the one with `text`; all of them when the program ended first."""
        assert self.process.stdout
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if text in line:
                break
        return lines

    def stop(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)


def copy_program(target: Path) -> Path:
    for part in PARTS:
        ignored = shutil.ignore_patterns("__pycache__", "*.mo")
        shutil.copytree(ROOT / part, target / part, ignore=ignored)
    return target


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def processes_of(data: Path) -> list[int]:
    """Every live process that was told to work on this data folder."""
    wanted = f"DESA_DATA={data}".encode()
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if wanted in (entry / "environ").read_bytes().split(b"\0"):
                    found.append(int(entry.name))
            except OSError:
                continue
    return found
