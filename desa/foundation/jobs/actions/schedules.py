"""Schedules are declared in code; their rows only say when each runs next, and are moved by workers only."""

from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.registry import Task, tasks
from desa.foundation.jobs.actions.queueing import put
from desa.foundation.jobs.models import Schedule
from desa.foundation.jobs.rules import next_run
from desa.foundation.tenancy.models import Village

KEY = "jadwal"


def _declared() -> dict[str, Task]:
    named = {name: tasks.get(name) for name in tasks.names()}
    return {name: task for name, task in named.items() if task.schedule}


def complete_schedules() -> None:
    """A row for every declared task and village that has none yet; due at once."""
    villages = list(Village.objects.values_list("pk", flat=True))
    known = set(Schedule.objects.values_list("task", "village_id"))
    for name, task in _declared().items():
        wanted: list[int | None] = [*villages] if task.per_village else [None]
        for village_id in wanted:
            if (name, village_id) not in known:
                _add(name, village_id)


def _add(name: str, village_id: int | None) -> None:
    try:
        with transaction.atomic():
            Schedule.objects.create(task=name, village_id=village_id, next_run_at=clock.now())
    except IntegrityError:
        return  # another worker was faster


def enqueue_due() -> None:
    """Queue what is due: the worker whose UPDATE moves the row is the one that queues it."""
    now, declared = clock.now(), _declared()
    rows = Schedule.objects.filter(next_run_at__lte=now, task__in=list(declared))
    for row in rows.select_related("village"):
        interval = declared[row.task].schedule
        assert interval is not None
        with transaction.atomic():
            moved = Schedule.objects.filter(pk=row.pk, next_run_at=row.next_run_at).update(
                next_run_at=next_run(row.next_run_at, interval, now)
            )
            if moved:
                put(row.village, row.task, KEY, {}, now)
