"""The register of residents: rows an import takes per second, and its longest lock."""

import time
from typing import Any

from tools.bench.measurement import AT_LEAST, Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.workspace import Workspace

WARM, ROWS = 500, 20_000


def measure_import(place: Workspace) -> float:
    """Read in the child, checked, written and journalled; after a small one to warm up."""
    place.use_django()
    from tools.bench.village import bare_village, workbook

    with bare_village():
        _import(workbook(WARM), WARM)
        content = workbook(ROWS)
        started = time.perf_counter()
        _import(content, ROWS)
        taken = time.perf_counter() - started
    return round(ROWS / taken)


def measure_lock(place: Workspace) -> float:
    """The 95th of a hundred chunks, begin to commit, in milliseconds."""
    place.use_django()
    from desa.people.residents.actions import importing
    from tools.bench.village import bare_village, workbook

    times: list[float] = []
    whole = importing.add_chunk

    def timed(**values: Any) -> None:
        times.append(milliseconds(lambda: whole(**values)))

    importing.add_chunk = timed
    with bare_village():
        _import(workbook(ROWS), ROWS)
    return percentile(times, 95)


def _import(content: bytes, rows: int) -> None:
    from desa.people.residents.actions.importing import preview_import, run_import
    from tools.bench.village import BY

    preview = preview_import(by=BY, content=content, filename="penduduk.xlsx")
    batch = run_import(by=BY, batch=preview.batch, plan=preview.plan)
    if batch.counts["new"] != rows:
        raise RuntimeError(f"only {batch.counts['new']} of {rows} rows were taken")


MEASUREMENTS = [
    Measurement("import_rows_per_s", "rows/s", 4_000, measure_import, AT_LEAST),
    Measurement("import_lock_ms", "ms", 100, measure_lock),
]
