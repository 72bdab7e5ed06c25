"""From what a figure can be counted again: tried, not believed, so that a codebook never promises too much."""

from collections.abc import Callable, Sequence
from statistics import fmean, median

from desa.foundation.core.measures import Evidence
from desa.foundation.core.waiting import Waiting, percentile

CLOSE = 1e-10
GIVEN = "given"


def _mean(rows: Sequence[Evidence]) -> float | None:
    return fmean(row.value for row in rows)


def _median(rows: Sequence[Evidence]) -> float | None:
    return float(median(row.value for row in rows))


def _spread(rows: Sequence[Evidence]) -> float | None:
    cases = [Waiting(row.value, not row.open) for row in rows]
    middle, slow = percentile(cases, 0.5), percentile(cases, 0.9)
    return slow / middle if middle and slow is not None else None


WAYS: dict[str, Callable[[Sequence[Evidence]], float | None]] = {
    "rows:mean": _mean,
    "rows:median": _median,
    "rows:p90_p50": _spread,
}


def origin(
    value: float, rows: Sequence[Evidence], numerator: int | None, denominator: int | None
) -> str:
    """The first way that gives the value again: from its rows, from its two counts, or not at all."""
    for name, way in WAYS.items():
        again = way(rows) if rows else None
        if again is not None and abs(again - value) <= CLOSE:
            return name
    if numerator is not None and denominator and abs(numerator / denominator - value) <= CLOSE:
        return "counts"
    return GIVEN
