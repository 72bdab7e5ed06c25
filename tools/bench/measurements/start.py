"""How long from ./run to the first answer: on a fresh copy without .venv, and on a prepared one."""

import shutil
import socket
import subprocess
import time
from contextlib import closing
from pathlib import Path

from tools.bench.measurement import Measurement
from tools.bench.workspace import Workspace
from tools.launch.environment import ROOT

# At the top only: a room may well have a folder or module called data.
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "data", "data-*", "test-output", "staticfiles")
MADE = shutil.ignore_patterns("__pycache__", ".*_cache", "*.mo")


def left_out_of_copy(folder: str, names: list[str]) -> set[str]:
    made = MADE(folder, names)
    return made | LEFT_OUT(folder, names) if Path(folder) == ROOT else made


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def seconds_to_ready(program: Path, place: Workspace) -> float:
    """./run says it is ready only after the web server has answered a request."""
    environment = place.environment() | {"PIP_NO_CACHE_DIR": "1"}
    command = [str(program / "run"), "--port", str(_free_port())]
    started = time.monotonic()
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        taken = time.monotonic() - started
        process.terminate()
        process.stdout.read()
    if not line:
        raise RuntimeError("./run ended before it was ready")
    return round(taken, 2)


def measure_cold(place: Workspace) -> float:
    program = place.root / "program"
    shutil.copytree(ROOT, program, ignore=left_out_of_copy, symlinks=True)
    return seconds_to_ready(program, place)


def measure_warm(place: Workspace) -> float:
    seconds_to_ready(ROOT, place)
    return seconds_to_ready(ROOT, place)


MEASUREMENTS = [
    Measurement("start_cold_s", "s", 90, measure_cold),
    Measurement("start_warm_s", "s", 3, measure_warm),
]
