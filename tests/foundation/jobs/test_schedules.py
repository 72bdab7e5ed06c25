from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.registry import Task, tasks
from desa.foundation.jobs.actions.claiming import claim, finish
from desa.foundation.jobs.actions.schedules import _add, complete_schedules, enqueue_due
from desa.foundation.jobs.models import Job, Schedule
from desa.foundation.tenancy.models import Village
from tests.foundation.jobs.sample.tasks import DAILY, run_note

pytestmark = pytest.mark.postgres
NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)
DAY = timedelta(days=1)
AddTask = Callable[[str, Task], None]


@pytest.fixture(autouse=True)
def only_daily(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(tasks, "_items", {"sample.daily": DAILY, "sample.note": Task(run_note)})


def _jobs() -> list[tuple[str, int | None]]:
    return list(Job.objects.values_list("task", "village_id").order_by("pk"))


def test_every_village_gets_its_own_rhythm_once(village: Village, other_village: Village) -> None:
    complete_schedules()
    complete_schedules()
    rows = Schedule.objects.values_list("task", "village_id")
    assert set(rows) == {("sample.daily", village.pk), ("sample.daily", other_village.pk)}
    assert len(rows) == 2


def test_village_that_comes_later_is_added(village: Village) -> None:
    complete_schedules()
    Village.objects.create(code="35.14.99.2007", name="Baru")
    complete_schedules()
    assert Schedule.objects.count() == 2


def test_task_of_the_installation_runs_without_a_village(
    village: Village, add_task: AddTask
) -> None:
    add_task("sample.daily", Task(run_note, schedule=DAY, per_village=False))
    complete_schedules()
    enqueue_due()
    assert _jobs() == [("sample.daily", None)]


def test_due_task_is_queued_once_per_interval(village: Village) -> None:
    with clock.frozen(NOON):
        complete_schedules()
        enqueue_due()
        enqueue_due()
        assert _jobs() == [("sample.daily", village.pk)]
        job = claim("a")
        assert job is not None
        finish(job)
    with clock.frozen(NOON + DAY - timedelta(seconds=1)):
        enqueue_due()
        assert len(_jobs()) == 1
    with clock.frozen(NOON + DAY):
        enqueue_due()
        assert len(_jobs()) == 2


def test_what_was_missed_while_switched_off_runs_once(village: Village) -> None:
    with clock.frozen(NOON):
        complete_schedules()
    with clock.frozen(NOON + timedelta(days=9, hours=3)):
        enqueue_due()
        enqueue_due()
    assert len(_jobs()) == 1
    assert Schedule.objects.get().next_run_at == NOON + timedelta(days=10)


def test_worker_that_comes_second_queues_nothing(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both read the row as due; the first moves it and finishes its job before the second writes."""
    with clock.frozen(NOON):
        complete_schedules()
    stale = Schedule.objects.get()
    with clock.frozen(NOON + DAY):
        enqueue_due()
        Job.objects.all().delete()
        moved = Schedule.objects.filter(pk=stale.pk, next_run_at=stale.next_run_at)
        assert not moved.exists()
        enqueue_due()
    assert not Job.objects.exists()


def test_row_of_a_task_that_is_gone_from_the_code_is_left_alone(village: Village) -> None:
    Schedule.objects.create(task="sample.gone", village=village, next_run_at=NOON)
    enqueue_due()
    assert not Job.objects.filter(task="sample.gone").exists()


def test_adding_a_row_that_another_worker_added_is_no_error(village: Village) -> None:
    _add("sample.daily", village.pk)
    _add("sample.daily", village.pk)
    assert Schedule.objects.count() == 1


@pytest.mark.parametrize("with_village", [True, False])
def test_database_refuses_a_second_rhythm(village: Village, with_village: bool) -> None:
    owner = village if with_village else None
    Schedule.objects.create(task="sample.daily", village=owner, next_run_at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Schedule.objects.create(task="sample.daily", village=owner, next_run_at=NOON)
