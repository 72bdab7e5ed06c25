"""Processor time of the public home inside the program, made anew and from the finished pages."""

import time

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.visitor import Visitor
from tools.bench.workspace import Workspace

WARM, ROUNDS = 20, 200


def measure_anew(place: Workspace) -> float:
    """Another cookie each time: finished pages are kept by it."""
    place.use_django()
    from tools.bench.village import demo_village, visitor

    with demo_village():
        return _median(visitor(), anew=True)


def measure_cached(place: Workspace) -> float:
    place.use_django()
    from tools.bench.village import demo_village, visitor

    with demo_village():
        return _median(visitor(), anew=False)


def _median(browser: Visitor, *, anew: bool) -> float:
    times = []
    for number in range(WARM + ROUNDS):
        if anew:
            browser.cookies["tampilan"] = str(number)
        times.append(milliseconds(lambda: browser.get("/"), time.process_time))
    return percentile(times[WARM:], 50)


MEASUREMENTS = [
    Measurement("home_cpu_ms", "ms", 8, measure_anew),
    Measurement("home_cached_cpu_ms", "ms", 1, measure_cached),
]
