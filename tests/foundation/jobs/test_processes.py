"""Real worker processes on a real database file: killed, racing, told to stop."""

import os
import signal
import time

import psutil
import pytest

from desa.foundation.jobs.actions import enqueue
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.models import Village
from tests.foundation.jobs.conftest import Lines, StartWorker, eventually

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
]


def _started(lines: Lines) -> list[str]:
    return [line for line in lines() if line.startswith("start")]


def _states() -> dict[str, str]:
    rows = Job.objects.filter(task__startswith="sample").exclude(task="sample.daily")
    return dict(rows.values_list("key", "state"))


def test_two_workers_share_the_work_and_run_each_job_and_schedule_once(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    for number in range(30):
        enqueue(task="sample.slow", key=str(number), args={"id": number, "ms": 30})
    workers = [start_worker(lease="30"), start_worker(lease="30")]
    eventually(lambda: set(_states().values()) == {JobState.DONE})
    starts = [line.split() for line in _started(lines)]
    assert sorted(int(number) for _, number, _ in starts) == list(range(30))
    eventually(lambda: Job.objects.filter(task="sample.daily", state=JobState.DONE).exists())
    assert lines().count(f"- {village.code} id") == 1
    assert all(worker.poll() is None for worker in workers)


def test_job_of_a_killed_worker_is_taken_over_after_its_lease(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    enqueue(task="sample.slow", key="1", args={"id": 1, "ms": 3000})
    first = start_worker(lease="1.5")
    eventually(lambda: _started(lines))
    first.kill()
    first.wait()
    Job.objects.filter(key="1").update(args={"id": 1, "ms": 1})
    start_worker()
    eventually(lambda: _states() == {"1": JobState.DONE})
    assert len(_started(lines)) == 2
    assert lines().count("end 1") == 1
    assert Job.objects.get(key="1").attempts == 2


def test_long_job_keeps_its_lease_against_an_idle_worker(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    enqueue(task="sample.slow", key="1", args={"id": 1, "ms": 3000})
    start_worker(lease="1")
    start_worker(lease="1")
    eventually(lambda: _states() == {"1": JobState.DONE})
    assert len(_started(lines)) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_worker_told_to_stop_ends_its_job_and_takes_no_other(
    start_worker: StartWorker, lines: Lines, village: Village, number: signal.Signals
) -> None:
    for key in "12":
        enqueue(task="sample.slow", key=key, args={"id": key, "ms": 800})
    worker = start_worker()
    eventually(lambda: _started(lines))
    worker.send_signal(number)
    assert worker.wait(timeout=5) == 0
    assert _states() == {"1": JobState.DONE, "2": JobState.WAITING}
    assert "end 1" in lines()


def test_heavy_job_runs_in_another_process(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    enqueue(task="sample.heavy", key="1", args={"id": 1, "ms": 1})
    worker = start_worker()
    eventually(lambda: _states() == {"1": JobState.DONE})
    assert int(_started(lines)[0].split()[2]) not in {worker.pid, os.getpid()}


def test_heavy_failure_is_kept_without_what_it_said(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    enqueue(task="sample.heavy_broken", key="1", args={})
    start_worker("--until-idle").wait(timeout=20)
    assert lines().count("try") == 1
    assert Job.objects.get(key="1").last_error.startswith(
        "ChildFailed: ValueError: sample/tasks.py:"
    )


def test_heavy_job_that_wants_too_much_memory_fails_alone(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    enqueue(task="sample.greedy", key="1", args={})
    enqueue(task="sample.note", key="2", args={"id": 2})
    assert start_worker("--until-idle").wait(timeout=20) == 0
    assert Job.objects.get(key="1").last_error.startswith("ChildFailed: MemoryError")
    assert _states()["2"] == JobState.DONE


def test_heavy_child_does_not_outlive_a_killed_worker(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    enqueue(task="sample.heavy", key="1", args={"id": 1, "ms": 60_000})
    worker = start_worker()
    eventually(lambda: _started(lines))
    child = int(_started(lines)[0].split()[2])
    worker.kill()
    worker.wait()
    eventually(lambda: not psutil.pid_exists(child) or _is_zombie(child), seconds=5)


def _is_zombie(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True


def test_worker_told_to_stop_gives_a_long_heavy_job_back(
    start_worker: StartWorker, lines: Lines, village: Village
) -> None:
    enqueue(task="sample.heavy", key="1", args={"id": 1, "ms": 60_000})
    worker = start_worker(lease="30")
    eventually(lambda: _started(lines))
    before = time.monotonic()
    worker.terminate()
    assert worker.wait(timeout=10) == 0
    assert time.monotonic() - before < 8
    job = Job.objects.get(key="1")
    assert (job.state, job.attempts) == (JobState.WAITING, 0)
