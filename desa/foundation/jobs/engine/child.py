"""Heavy work in a child process that cannot take the machine down with it, and does not outlive us."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desa.foundation.jobs.exceptions import ChildFailed, WorkInterrupted

MEMORY_BYTES = 1536 * 1024 * 1024
CPU_SECONDS = 900
WALL_SECONDS = 1800.0
GRACE_SECONDS = 3.0
LOOK_SECONDS = 0.1
PR_SET_PDEATHSIG = 1
FAILED = 3


def confine(memory_bytes: int = MEMORY_BYTES, cpu_seconds: int = CPU_SECONDS) -> None:
    """Limit this process; called by the child itself before it does anything."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def die_with(parent: int) -> None:
    """Be killed when the worker is: nobody else would know that we still run."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        raise WorkInterrupted("the worker is gone")


def run_child(
    manage: Path, job_id: int, stopping: Callable[[], bool], wall_seconds: float = WALL_SECONDS
) -> None:
    """Run the job to its end. Raises ChildFailed when it failed, WorkInterrupted when we must stop."""
    command = [sys.executable, str(manage), "run_job", str(job_id), str(os.getpid())]
    child = subprocess.Popen(  # noqa: S603 - our own program and two numbers
        command, stdout=subprocess.PIPE, start_new_session=True, text=True
    )
    try:
        said = _outcome(child, stopping, wall_seconds)
    except BaseException:
        child.kill()
        child.communicate()
        raise
    if child.returncode != 0:
        raise ChildFailed(_reason(child.returncode, said.strip()))


def _outcome(child: "subprocess.Popen[str]", stopping: Callable[[], bool], seconds: float) -> str:
    end, asked = time.monotonic() + seconds, False
    while True:
        try:
            return child.communicate(timeout=LOOK_SECONDS)[0]
        except subprocess.TimeoutExpired:
            if stopping() and not asked:
                asked, end = True, min(end, time.monotonic() + GRACE_SECONDS)
            if time.monotonic() > end:
                raise (
                    WorkInterrupted() if asked else ChildFailed(f"longer than {seconds:g} s")
                ) from None


def _reason(code: int, said: str) -> str:
    if code == FAILED and said:
        return said.splitlines()[-1]
    if code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return f"exit {code}"
