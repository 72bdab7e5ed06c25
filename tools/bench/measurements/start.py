"""How long from ./run to the first answer: on a fresh copy without .venv, and on a prepared one."""

import shutil
import time
from pathlib import Path

from tools.bench.measurement import BELOW, Measurement
from tools.bench.serving import started
from tools.bench.workspace import Workspace
from tools.launch.environment import ROOT

# At the top only: a room may well have a folder or module called data.
LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "data", "data-*", "test-output", "staticfiles")
MADE = shutil.ignore_patterns("__pycache__", ".*_cache", "*.mo")


def left_out_of_copy(folder: str, names: list[str]) -> set[str]:
    made = MADE(folder, names)
    return made | LEFT_OUT(folder, names) if Path(folder) == ROOT else made


def seconds_to_ready(program: Path, place: Workspace) -> float:
    """./run says it is ready only after the web server has answered a request."""
    before = time.monotonic()
    with started(place, program) as (process, _port):
        assert process.stdout
        line = process.stdout.readline()
        taken = time.monotonic() - before
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
    Measurement("start_cold_s", "s", 90, measure_cold, BELOW),
    Measurement("start_warm_s", "s", 3, measure_warm),
]
