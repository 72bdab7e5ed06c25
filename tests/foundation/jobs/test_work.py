import logging
import threading
from collections.abc import Callable

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection

from desa.foundation.core.registry import Task
from desa.foundation.jobs.actions import enqueue
from desa.foundation.jobs.actions.claiming import claim
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.exceptions import WorkInterrupted
from desa.foundation.jobs.management import work
from desa.foundation.jobs.management.work import Heartbeat, Worker
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village_or_none, village_scope
from tests.foundation.jobs.conftest import Lines, eventually

pytestmark = pytest.mark.postgres


def _round() -> int:
    return Worker().round(census=False)


def test_job_runs_in_its_own_village_and_in_indonesian(
    village: Village, other_village: Village, lines: Lines
) -> None:
    for number, place in enumerate([village, other_village]):
        with village_scope(place):
            enqueue(task="sample.note", key="1", args={"id": number})
    enqueue(task="sample.note", key="1", args={"id": 2})
    assert _round() == 3
    assert lines() == [f"0 {village.code} id", f"1 {other_village.code} id", "2 - id"]
    assert current_village_or_none() is None
    assert set(Job.objects.values_list("state", flat=True)) == {JobState.DONE}


def test_failure_is_kept_without_what_it_said(
    village: Village, lines: Lines, caplog: pytest.LogCaptureFixture
) -> None:
    enqueue(task="sample.broken", key="1", args={})
    with caplog.at_level(logging.ERROR):
        assert _round() == 1
    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.WAITING, 1)
    assert job.last_error.startswith("ValueError: sample/tasks.py:")
    assert "job" in caplog.text
    assert "3514990101010001" not in caplog.text
    assert "Siti" not in caplog.text


def test_one_failure_does_not_stop_the_others(village: Village, lines: Lines) -> None:
    enqueue(task="sample.refused", key="1", args={})
    enqueue(task="sample.note", key="1", args={"id": 1})
    assert _round() == 2
    assert lines() == ["1 - id"]
    job = Job.objects.get(task="sample.refused")
    assert job.last_error == "TaskProblem: the seal is not unlocked"


def test_task_that_is_gone_from_the_code_fails_like_any_other(village: Village) -> None:
    Job.objects.create(task="sample.gone", key="1")
    assert _round() == 1
    assert Job.objects.get().last_error.startswith("LookupError")


def test_interrupted_job_goes_back_unharmed(
    village: Village, add_task: Callable[[str, Task], None]
) -> None:
    worker = Worker()

    def interrupted(args: object) -> None:
        worker.stop()
        raise WorkInterrupted

    add_task("sample.interrupted", Task(interrupted))
    enqueue(task="sample.interrupted", key="1", args={})
    assert worker.round(census=False) == 1
    job = Job.objects.get()
    assert (job.state, job.attempts, job.last_error) == (JobState.WAITING, 0, "")


def test_worker_that_stops_takes_no_further_job(
    village: Village, add_task: Callable[[str, Task], None]
) -> None:
    worker = Worker()
    add_task("sample.stop", Task(lambda args: worker.stop()))
    for key in "123":
        enqueue(task="sample.stop", key=key, args={})
    assert worker.round() == 1
    assert Job.objects.filter(state=JobState.WAITING, task="sample.stop").count() == 2


def test_database_that_is_away_is_waited_for(
    village: Village, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    worker, rounds = Worker(), []

    def away(*, census: bool) -> int:
        rounds.append(census)
        if len(rounds) == 2:
            worker.stop()
        raise OperationalError("server closed the connection, host=10.0.0.1")

    monkeypatch.setattr(worker, "round", away)
    monkeypatch.setattr(work, "POLL_SECONDS", 0.01)
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    worker.work()
    assert rounds == [True, False]
    assert "OperationalError" in caplog.text


def test_worker_until_idle_runs_what_is_due_and_ends(village: Village, lines: Lines) -> None:
    enqueue(task="sample.note", key="1", args={"id": 1})
    call_command("worker", "--until-idle")
    assert lines() == ["1 - id"]


@pytest.mark.django_db(transaction=True)
def test_heartbeat_moves_the_lease_on_from_its_own_thread(
    village: Village, lines: Lines, settings: pytest.FixtureRequest
) -> None:
    settings.JOB_LEASE_SECONDS = 0.3  # type: ignore[attr-defined]
    enqueue(task="sample.note", key="1", args={})
    job = claim("a")
    assert job is not None
    with Heartbeat(job):
        eventually(lambda: Job.objects.get().lease_until != job.lease_until)


@pytest.mark.django_db(transaction=True)
def test_heartbeat_stops_when_the_lease_is_lost(
    village: Village, lines: Lines, settings: pytest.FixtureRequest
) -> None:
    settings.JOB_LEASE_SECONDS = 0.3  # type: ignore[attr-defined]
    enqueue(task="sample.note", key="1", args={})
    job = claim("a")
    assert job is not None
    Job.objects.update(lease_owner="b")
    with Heartbeat(job):
        eventually(lambda: "heartbeat" not in {thread.name for thread in threading.enumerate()})
    assert Job.objects.get().lease_owner == "b"


def test_heartbeat_survives_a_database_error(
    village: Village, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def locked(job: Job) -> bool:
        raise OperationalError("database is locked")

    monkeypatch.setattr(work, "renew", locked)
    Heartbeat(Job(task="sample.note"))._renew()
    assert "OperationalError" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_two_threads_never_take_the_same_job(village: Village, lines: Lines) -> None:
    for key in range(40):
        enqueue(task="sample.note", key=str(key), args={})
    taken: list[int] = []
    start = threading.Barrier(4)

    def race(owner: str) -> None:
        start.wait()
        try:
            while job := claim(owner):
                taken.append(job.pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=race, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == 40


@pytest.mark.django_db(transaction=True)
def test_many_requests_at_once_make_one_job(village: Village, lines: Lines) -> None:
    made: list[int] = []
    start = threading.Barrier(4)

    def race() -> None:
        start.wait()
        try:
            made.append(enqueue(task="sample.note", key="same", args={}).pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=race) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 4
    assert set(made) == {Job.objects.get().pk}
