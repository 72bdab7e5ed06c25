"""Processor time of the public home inside the program, made anew and from the finished pages."""

import time

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.visitor import Visitor
from tools.bench.workspace import Workspace

WARM, ROUNDS = 20, 200


def measure_anew(place: Workspace) -> float:
    """Under an address with a question mark, which is never kept finished."""
    place.use_django()
    from tools.bench.village import demo_village, visitor

    with demo_village():
        return _median(visitor(), "/?anew")


def measure_cached(place: Workspace) -> float:
    place.use_django()
    from tools.bench.village import demo_village, visitor

    with demo_village():
        return _median(visitor(), "/")


def _median(browser: Visitor, address: str) -> float:
    times = [
        milliseconds(lambda: browser.get(address), time.process_time) for _ in range(WARM + ROUNDS)
    ]
    return percentile(times[WARM:], 50)


MEASUREMENTS = [
    Measurement("home_cpu_ms", "ms", 8, measure_anew),
    Measurement("home_cached_cpu_ms", "ms", 1, measure_cached),
]
