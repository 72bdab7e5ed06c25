"""The register of residents: rows an import takes per second, its longest lock, and how long a search waits."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import Any

from tools.bench.measurement import AT_LEAST, Measurement
from tools.bench.workspace import Workspace

ROWS, COLUMNS = 20_000, 22
ROUNDS = 3
QUESTIONS = (
    "suwar sendi", "suwarni", "sri wahyuni", "3514995203550001", "rizki pratama", "muhammad",
    "aminah winog", "sendi", "budi 3", "rt 3 rw 1 sendi", "bambang h", "soewarni", "suwrani", "si",
    "lestari", "nu'man", "5203550001", "siti nurul klampok", "hidayat rajeg 2", "zzyzx",
)  # fmt: skip


@contextmanager
def _village() -> Iterator[None]:
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope

    village = Village.objects.create(
        code="35.14.11.2009",
        name="Sumbergedang",
        kecamatan="Pandaan",
        kabupaten="Pasuruan",
        provinsi="Jawa Timur",
    )
    with village_scope(village):
        yield


def _workbook() -> bytes:
    from desa.foundation.sheets.queries.workbooks import OutSheet, write_workbook
    from desa.people.residents.demo.families import families
    from desa.people.residents.rules.layout import COLUMNS as LAYOUT

    used = LAYOUT[:COLUMNS]
    rows = [
        [_cell(resident.values().get(column.field)) for column in used]
        for resident in families(1, date(2026, 11, 24), ROWS)[:ROWS]
    ]
    titles = [column.title for column in used]
    return write_workbook([OutSheet("Data Penduduk", titles, rows, frozenset(range(COLUMNS)))])


def _cell(value: object) -> str | None:
    return None if value is None else str(value)


def measure_import(place: Workspace) -> float:
    """Read in the child, checked, written and journalled."""
    place.use_django()
    from desa.foundation.core.actions import SystemActor
    from desa.people.residents.actions.importing import preview_import, run_import

    by, content = SystemActor("bench"), _workbook()
    with _village():
        started = time.perf_counter()
        preview = preview_import(by=by, content=content, filename="penduduk.xlsx")
        batch = run_import(by=by, batch=preview.batch, plan=preview.plan)
        taken = time.perf_counter() - started
    if batch.counts["new"] != ROWS:
        raise RuntimeError(f"only {batch.counts['new']} rows were taken")
    return round(ROWS / taken)


def measure_lock(place: Workspace) -> float:
    """The 95th of a hundred chunks, begin to commit, in milliseconds."""
    place.use_django()
    from desa.foundation.core.actions import SystemActor
    from desa.people.residents.actions import importing

    by, content, times = SystemActor("bench"), _workbook(), []
    whole = importing.add_chunk

    def timed(**values: Any) -> None:
        started = time.perf_counter()
        whole(**values)
        times.append((time.perf_counter() - started) * 1000)

    importing.add_chunk = timed
    with _village():
        preview = importing.preview_import(by=by, content=content, filename="penduduk.xlsx")
        importing.run_import(by=by, batch=preview.batch, plan=preview.plan)
    return _nineteen_in_twenty(times)


def measure_search(place: Workspace, people: int) -> float:
    """Mixed questions, each of them three times; milliseconds that 19 of 20 stay below."""
    place.use_django()
    from desa.people.residents.queries.search import search

    with _village():
        _fill(people)
        times = [_milliseconds(partial(search, words)) for words in QUESTIONS * ROUNDS]
    return _nineteen_in_twenty(times)


def _fill(people: int) -> None:
    from desa.foundation.core.actions import SystemActor
    from desa.people.residents.actions.areas import ensure_areas
    from desa.people.residents.actions.register import register_families
    from desa.people.residents.demo.families import families
    from desa.people.residents.rules.chunks import chunks

    by, residents = SystemActor("bench"), families(1, date(2026, 11, 24), people)
    areas, _new = ensure_areas(by=by, wanted={resident.place for resident in residents})
    for chunk in chunks(residents):
        register_families(by=by, residents=chunk, areas=areas)


def _milliseconds(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return (time.perf_counter() - started) * 1000


def _nineteen_in_twenty(times: list[float]) -> float:
    return round(sorted(times)[len(times) * 19 // 20], 1)


MEASUREMENTS = [
    Measurement("import_rows_per_s", "rows/s", 4_000, measure_import, AT_LEAST),
    Measurement("import_lock_ms", "ms", 100, measure_lock),
    Measurement("search_5k_ms", "ms", 15, partial(measure_search, people=5_000)),
    Measurement("search_100k_ms", "ms", 50, partial(measure_search, people=100_000)),
]
