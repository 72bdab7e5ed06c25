"""The register is imported in another process; how long does the counter wait for a letter to be taken?"""

import multiprocessing
import time
from functools import partial
from itertools import cycle
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.workspace import Workspace

ROWS = 20_000
PAUSE = 0.005  # seconds between two letters
FEWEST = 60
context = multiprocessing.get_context("fork")


def measure(place: Workspace) -> float:
    """Only while rows are written; the reading before takes no lock."""
    place.use_django()
    from django.db import connection

    from tools.bench.village import demo_village, people, workbook

    with demo_village() as village:
        applicants = [person.pk for person in people(FEWEST)]
        content = workbook(ROWS)
        connection.close()
        writes = context.Event()
        importer = context.Process(target=_import, args=(village.pk, content, writes))
        importer.start()
        if not writes.wait(60):
            raise RuntimeError("the import did not begin")
        times = _letters_while(importer, applicants)
        importer.join()
    if importer.exitcode or len(times) < FEWEST:
        raise RuntimeError(
            f"{len(times)} letters during the import, which ended {importer.exitcode}"
        )
    return percentile(times, 99)


def _import(village_id: int, content: bytes, writes: Event) -> None:
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.people.residents.actions.importing import preview_import, run_import
    from tools.bench.village import BY

    with village_scope(Village.objects.get(pk=village_id)):
        preview = preview_import(by=BY, content=content, filename="penduduk.xlsx")
        writes.set()
        run_import(by=BY, batch=preview.batch, plan=preview.plan)


def _letters_while(importer: BaseProcess, applicants: list[int]) -> list[float]:
    from desa.people.residents.models import Person
    from tools.bench.village import submitted

    people, times = cycle(Person.objects.filter(pk__in=applicants)), []
    while importer.is_alive():
        times.append(milliseconds(partial(submitted, next(people))))
        time.sleep(PAUSE)
    return times


MEASUREMENTS = [Measurement("counter_wait_ms", "ms", 250, measure)]
