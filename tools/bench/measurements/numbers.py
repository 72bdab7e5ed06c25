"""50 letters approved at once by two processes: no number twice, none left out."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tools.bench.measurement import Measurement
from tools.bench.workspace import Workspace

LETTERS, THREADS = 50, 5
context = multiprocessing.get_context("fork")


def measure_duplicates(place: Workspace) -> float:
    numbers = _numbers(place)
    return len(numbers) - len(set(numbers))


def measure_skipped(place: Workspace) -> float:
    numbers = _numbers(place)
    return max(numbers) - len(set(numbers))


def _numbers(place: Workspace) -> list[int]:
    """Every number of the register, in the order of nothing."""
    place.use_django()
    from django.db import connection

    from desa.foundation.papers.models import Paper
    from tools.bench.village import demo_village, people, submitted

    with demo_village() as village:
        waiting = [submitted(person).pk for person in people(LETTERS)]
        before = Paper.objects.count()
        connection.close()  # a forked child must not inherit an open database
        gate = context.Barrier(2)
        twins = [
            context.Process(target=_approve, args=(village.pk, waiting[half::2], gate))
            for half in (0, 1)
        ]
        for twin in twins:
            twin.start()
        for twin in twins:
            twin.join()
        numbers = list(Paper.objects.values_list("number", flat=True))
    if len(numbers) - before != LETTERS:
        raise RuntimeError(f"{len(numbers) - before} of {LETTERS} letters were approved")
    return numbers


def _approve(village_id: int, letters: Sequence[int], gate: object) -> None:
    with ThreadPoolExecutor(THREADS) as threads:
        gate.wait()  # type: ignore[attr-defined]
        list(threads.map(lambda pk: _approve_one(village_id, pk), letters))


def _approve_one(village_id: int, pk: int) -> None:
    from django.db import connection

    from desa.foundation.accounts.enums import Office
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.services.letters.actions import approve_letter
    from desa.services.letters.models import Letter
    from tools.bench.village import official

    with village_scope(Village.objects.get(pk=village_id)):
        approve_letter(by=official(Office.KADES), letter=Letter.objects.get(pk=pk))
    connection.close()


MEASUREMENTS = [
    Measurement("numbers_duplicate", "numbers", 0, measure_duplicates),
    Measurement("numbers_skipped", "numbers", 0, measure_skipped),
]
