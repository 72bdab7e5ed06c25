"""Tasks whose runs can be seen from outside: each appends a line to the file named in JOB_LOG."""

import os
import time
from datetime import timedelta
from pathlib import Path

from django.utils.translation import get_language

from desa.foundation.core.registry import Task, TaskArgs
from desa.foundation.jobs.exceptions import TaskProblem
from desa.foundation.tenancy.scope import current_village_or_none


def log() -> Path:
    return Path(os.environ["JOB_LOG"])


def note(line: str) -> None:
    with log().open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def run_note(args: TaskArgs) -> None:
    village = current_village_or_none()
    note(f"{args.get('id', '-')} {village.code if village else '-'} {get_language()}")


def run_slow(args: TaskArgs) -> None:
    note(f"start {args['id']} {os.getpid()}")
    time.sleep(int(args["ms"]) / 1000)
    note(f"end {args['id']}")


def run_broken(args: TaskArgs) -> None:
    note("try")
    raise ValueError("NIK 3514990101010001 atas nama Siti Contoh")


def run_refused(args: TaskArgs) -> None:
    raise TaskProblem("the seal is not unlocked")


def run_greedy(args: TaskArgs) -> None:
    bytearray(4 * 1024**3)


TASKS = {
    "sample.note": Task(run_note),
    "sample.slow": Task(run_slow),
    "sample.broken": Task(run_broken),
    "sample.refused": Task(run_refused),
    "sample.heavy": Task(run_slow, heavy=True),
    "sample.heavy_broken": Task(run_broken, heavy=True),
    "sample.greedy": Task(run_greedy, heavy=True),
}
DAILY = Task(run_note, schedule=timedelta(days=1))
