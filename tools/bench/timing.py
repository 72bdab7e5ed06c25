import time
from collections.abc import Callable, Sequence
from statistics import quantiles


def milliseconds(
    call: Callable[[], object], clock: Callable[[], float] = time.perf_counter
) -> float:
    started = clock()
    call()
    return (clock() - started) * 1000


def percentile(times: Sequence[float], share: int) -> float:
    """The time that `share` of a hundred stay below, to a hundredth."""
    return round(quantiles(times, n=100, method="inclusive")[share - 1], 2)
