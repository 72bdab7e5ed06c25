from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.jobs.actions import enqueue, forget_done, revive
from desa.foundation.jobs.actions.claiming import claim, fail, finish, release, renew
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.models import Job
from desa.foundation.jobs.queries import dead_count, dead_jobs, longest_wait
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("lines")]
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def _enqueue(key: str = "1", **more: object) -> Job:
    return enqueue(task="sample.note", key=key, args={"id": 1}, **more)  # type: ignore[arg-type]


def _claim(owner: str = "a") -> Job:
    job = claim(owner)
    assert job is not None
    return job


def _state(job: Job) -> str:
    return Job.objects.get(pk=job.pk).state


def test_job_belongs_to_the_open_village(village: Village, other_village: Village) -> None:
    with village_scope(other_village):
        assert _enqueue().village == other_village
    with village_scope(village):
        assert _enqueue().village == village
    assert _enqueue().village is None
    assert Job.objects.count() == 3


def test_same_key_is_one_job_while_unfinished(scope: Village) -> None:
    assert _enqueue().pk == _enqueue().pk
    job = _claim()
    assert _enqueue().pk == job.pk
    assert Job.objects.count() == 1


def test_same_key_is_a_new_job_once_done(scope: Village) -> None:
    first = _enqueue()
    finish(_claim())
    assert _enqueue().pk != first.pk


@pytest.mark.parametrize("with_village", [True, False])
def test_database_refuses_a_second_unfinished_job(village: Village, with_village: bool) -> None:
    owner = village if with_village else None
    Job.objects.create(task="sample.note", key="1", village=owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(task="sample.note", key="1", village=owner)
    Job.objects.create(task="sample.note", key="2", village=owner)


def test_asked_again_while_running_runs_once_more(scope: Village) -> None:
    _enqueue()
    job = _claim()
    _enqueue()
    finish(job)
    assert _state(job) == JobState.WAITING
    finish(_claim())
    assert _state(job) == JobState.DONE


def test_job_of_a_rolled_back_transaction_never_was(scope: Village) -> None:
    with transaction.atomic():
        _enqueue()
        transaction.set_rollback(True)
    assert not Job.objects.exists()


def test_unknown_task_is_refused_when_asked_for(scope: Village) -> None:
    with pytest.raises(LookupError):
        enqueue(task="sample.nothing", key="1", args={})


@pytest.mark.parametrize("value", [1.5, None, True, ["a"], "x" * 65])
def test_arguments_are_references_only(scope: Village, value: object) -> None:
    with pytest.raises(ValueError, match="ids and short codes"):
        enqueue(task="sample.note", key="1", args={"data": value})  # type: ignore[dict-item]


@pytest.mark.parametrize("key", ["", "k" * 121])
def test_key_that_does_not_fit_is_refused(scope: Village, key: str) -> None:
    with pytest.raises(ValidationError):
        _enqueue(key)


def test_longest_due_is_claimed_first_and_future_ones_wait(scope: Village) -> None:
    with clock.frozen(NOON):
        _enqueue("late", run_at=NOON - MINUTE)
        _enqueue("early", run_at=NOON - 2 * MINUTE)
        _enqueue("future", run_at=NOON + MINUTE)
        assert [_claim().key, _claim().key] == ["early", "late"]
        assert claim("a") is None
    with clock.frozen(NOON + 2 * MINUTE):
        assert "future" in {_claim("b").key for _ in range(3)}


def test_claimed_job_is_left_alone_until_its_lease_ends(scope: Village) -> None:
    with clock.frozen(NOON):
        _enqueue(run_at=NOON)
        _claim("a")
        assert claim("b") is None
    with clock.frozen(NOON + MINUTE):
        job = _claim("b")
    assert (job.lease_owner, job.attempts) == ("b", 2)


def test_heartbeat_keeps_the_lease(scope: Village) -> None:
    with clock.frozen(NOON):
        _enqueue(run_at=NOON)
        job = _claim("a")
    with clock.frozen(NOON + timedelta(seconds=4)):
        assert renew(job)
    with clock.frozen(NOON + timedelta(seconds=8)):
        assert claim("b") is None


def test_worker_that_lost_its_lease_changes_nothing_any_more(scope: Village) -> None:
    with clock.frozen(NOON):
        _enqueue(run_at=NOON)
        lost = _claim("a")
    with clock.frozen(NOON + MINUTE):
        _claim("b")
        assert not renew(lost)
        finish(lost)
        fail(lost, "late")
        release(lost)
    job = Job.objects.get()
    assert (job.state, job.lease_owner, job.last_error) == (JobState.RUNNING, "b", "")


def test_failed_job_waits_longer_each_time_and_dies_at_last(scope: Village) -> None:
    moment, waits = NOON, []
    with clock.frozen(moment):
        _enqueue(run_at=NOON)
    for _ in range(8):
        with clock.frozen(moment):
            job = _claim()
            fail(job, "ValueError")
            job.refresh_from_db()
            waits.append((job.run_at - moment).total_seconds())
            moment = max(job.run_at, moment)
    assert waits[:7] == [5, 15, 45, 135, 405, 1215, 3600]
    assert (job.state, job.last_error, job.finished_at) == (JobState.DEAD, "ValueError", moment)


def test_job_that_kills_every_worker_dies_instead_of_going_round(scope: Village) -> None:
    with clock.frozen(NOON):
        job = _enqueue(run_at=NOON)
        Job.objects.update(max_attempts=1)
        _claim()
    with clock.frozen(NOON + MINUTE):
        assert claim("b") is None
    job.refresh_from_db()
    assert (job.state, job.last_error) == (JobState.DEAD, "WorkerDied")


def test_released_job_has_not_used_an_attempt(scope: Village) -> None:
    _enqueue()
    release(_claim())
    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.WAITING, 0)


@pytest.mark.parametrize(
    "changes", [{"state": JobState.RUNNING}, {"state": JobState.DONE}, {"finished_at": NOON}]
)
def test_database_refuses_a_state_without_its_time(
    scope: Village, changes: dict[str, object]
) -> None:
    _enqueue()
    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.update(**changes)


def _dead() -> Job:
    _enqueue()
    Job.objects.update(max_attempts=1)
    job = _claim()
    fail(job, "ValueError")
    return Job.objects.get(pk=job.pk)


def test_revived_job_starts_afresh_and_the_trail_tells_by_whom(scope: Village) -> None:
    fresh = revive(by=SystemActor("uji"), job=_dead())
    assert (fresh.state, fresh.attempts, fresh.args) == (JobState.WAITING, 0, {"id": 1})
    assert Job.objects.count() == 1
    event = TrailEvent.objects.get(name="jobs.job.revived")
    assert event.facts == {"task": "sample.note", "error": "ValueError"}


def test_revived_job_joins_one_that_waits_already(scope: Village) -> None:
    dead = _dead()
    waiting = _enqueue()
    assert revive(by=SystemActor("uji"), job=dead).pk == waiting.pk
    assert Job.objects.count() == 1


def test_only_a_dead_job_is_revived(scope: Village) -> None:
    job = _enqueue()
    with pytest.raises(ValueError, match="dead"):
        revive(by=SystemActor("uji"), job=job)
    assert _state(job) == JobState.WAITING
    assert not TrailEvent.objects.exists()


def test_dead_jobs_of_another_village_are_not_listed(
    village: Village, other_village: Village
) -> None:
    with village_scope(other_village):
        _dead()
        assert dead_jobs().count() == 1
    with village_scope(village):
        assert not dead_jobs().exists()
    assert dead_count() == 1


def test_longest_wait_counts_due_jobs_and_abandoned_ones_only(scope: Village) -> None:
    with clock.frozen(NOON):
        assert longest_wait() == timedelta()
        _enqueue("future", run_at=NOON + MINUTE)
        assert longest_wait() == timedelta()
        _enqueue("due", run_at=NOON - MINUTE)
        assert longest_wait() == MINUTE
        _claim()
        assert longest_wait() == timedelta()
    with clock.frozen(NOON + 9 * MINUTE):
        assert longest_wait() == 10 * MINUTE


def test_done_jobs_are_forgotten_after_thirty_days_dead_ones_are_not(scope: Village) -> None:
    with clock.frozen(NOON):
        _enqueue("done", run_at=NOON)
        finish(_claim())
        _dead()
    with clock.frozen(NOON + timedelta(days=29)):
        assert forget_done() == 0
    with clock.frozen(NOON + timedelta(days=31)):
        assert forget_done() == 1
    assert Job.objects.get().state == JobState.DEAD
