"""Wi-Fi: the year of 50 points that were read every minute, a minute of 200 points, the next sites, the page."""

import json
import random
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench.measurement import Measurement
from tools.bench.timing import milliseconds, percentile
from tools.bench.visitor import Visitor
from tools.bench.workspace import Workspace

if TYPE_CHECKING:
    from desa.infrastructure.connectivity.models import Point, Probe
    from desa.infrastructure.connectivity.rules.covering import Problem

POINTS, DAYS, BATCH = 50, 365, 200
"""50 points x 365 days x 1,440 minutes are 26.3 million readings; the chart reads their days, never them."""
DEMANDS, SITES = 400, 60
WARM, ROUNDS = 5, 40
COMMUNITY = "community"
LINKED = re.compile(rb'(?:<link rel="stylesheet" href|<script src|<img src)="/static/([^"]+)"')
FONT = "core/desa-sans.*.woff2"  # asked for by the stylesheet


def measure_year(place: Workspace) -> float:
    """The office's page of all points, with the chart of a year, as who opens it waits for it."""
    place.use_django()
    from desa.foundation.accounts.enums import Office
    from tools.bench.village import demo_village, signed_in

    with demo_village():
        _fill_year()
        browser = signed_in(Office.SEKDES)
        times = [milliseconds(lambda: browser.get("/kantor/wifi/")) for _ in range(WARM + ROUNDS)]
    return percentile(times[WARM:], 50)


def measure_batch(place: Workspace) -> float:
    """One signed post of 200 points, from its bytes to the commit."""
    place.use_django()
    from desa.foundation.core import clock
    from desa.infrastructure.connectivity.actions import take_post
    from desa.infrastructure.connectivity.models import Probe
    from tools.bench.village import bare_village

    with bare_village():
        probe = Probe.objects.create(name="bench")
        points = [point.public_id for point in _points(BATCH, probe)]
        now = int(clock.now().timestamp())
        posts = [_post(points, now, number) for number in range(1, WARM + ROUNDS + 1)]
        times = [milliseconds(partial(take_post, probe=probe, body=body)) for body in posts]
    return percentile(times[WARM:], 50)


def measure_covering(place: Workspace) -> float:
    """Seconds for 400 clusters of homes and 60 possible sites, proven best."""
    from desa.infrastructure.connectivity.engine.covering import best_plan

    problem = _problem()
    best_plan(problem)
    return round(milliseconds(lambda: best_plan(problem), time.perf_counter) / 1000, 2)


def measure_bytes(place: Workspace) -> float:
    with _shown(place) as browser:
        page = browser.get("/wifi/").body
        return len(page) + _weight(_linked_of(browser))


def measure_requests(place: Workspace) -> float:
    with _shown(place) as browser:
        return 2 + len(_linked_of(browser))


@contextmanager
def _shown(place: Workspace) -> Iterator[Visitor]:
    place.use_django()
    from tools.bench.village import demo_village, visitor

    with demo_village():
        yield visitor()


def _linked_of(browser: Visitor) -> list[str]:
    return [name.decode() for name in LINKED.findall(browser.get("/wifi/?anew").body)]


def _weight(names: list[str]) -> int:
    """Of the styles that the page names and the font that they name, packed as they are sent."""
    import brotli
    from django.conf import settings

    folder = Path(settings.STATIC_ROOT)
    (font,) = folder.glob(FONT)
    packed = sum(len(brotli.compress((folder / name).read_bytes())) for name in names)
    return packed + font.stat().st_size


def _points(count: int, probe: "Probe") -> "list[Point]":
    from desa.foundation.tenancy.enums import AreaKind
    from desa.foundation.tenancy.models import Area
    from desa.infrastructure.connectivity.models import Point

    hamlet = Area.objects.filter(kind=AreaKind.DUSUN).first()
    hamlet = hamlet or Area.objects.create(kind=AreaKind.DUSUN, name="Bench")
    rows = [
        Point(
            name=f"Titik {number}",
            hamlet=hamlet,
            in_service_from=date(2024, 1, 1),
            probe=probe,
            address="192.0.2.1",
        )
        for number in range(count)
    ]
    return Point.objects.bulk_create(rows)


def _fill_year() -> None:
    from desa.foundation.core import clock
    from desa.foundation.tenancy.scope import current_village
    from desa.infrastructure.connectivity.models import PointDay, Probe

    today = clock.today(current_village())
    points = _points(POINTS, Probe.objects.create(name="bench"))
    for age in range(1, DAYS + 1):
        day = today - timedelta(days=age)
        PointDay.objects.bulk_create(
            PointDay(point=point, day=day, up=1400, down=20) for point in points
        )


def _post(points: list[str], now: int, number: int) -> bytes:
    """Each of another minute, and none of them told before."""
    moment = now - 60 * number
    rows = [[point, 1, 12] for point in points]
    line = {"seq": 2 * number, "t": moment, "mono": 0, "run": "x", "offset": 0, "rows": rows}
    whole = {"number": 2 * number + 1, "lines": [line], "t": now, "mono": 1, "run": "y"}
    return json.dumps(whole).encode()


def _problem() -> "Problem":
    from desa.infrastructure.connectivity.rules.covering import Demand, Problem, Site

    dice = random.Random(7)
    homes = [(dice.random(), dice.random()) for _ in range(DEMANDS)]
    places = [(dice.random(), dice.random()) for _ in range(SITES)]
    demands = tuple(
        Demand(f"rt{number}", f"dusun{int(x * 4)}{int(y * 3)}", dice.randint(5, 120))
        for number, (x, y) in enumerate(homes)
    )
    sites = tuple(
        Site(
            f"titik{number}",
            dice.randint(4, 12) * 500_000,
            dice.randint(8, 20) * 100_000,
            frozenset(
                f"rt{home}"
                for home, (a, b) in enumerate(homes)
                if (a - x) ** 2 + (b - y) ** 2 < 0.012
            ),
        )
        for number, (x, y) in enumerate(places)
    )
    return Problem(demands, sites, 40_000_000, 12_000_000)


MEASUREMENTS = [
    Measurement("probe_year_chart_ms", "ms", 100, measure_year, group=COMMUNITY),
    Measurement("probe_batch_ms", "ms", 5, measure_batch, group=COMMUNITY),
    Measurement("covering_s", "s", 5, measure_covering, group=COMMUNITY),
    Measurement("wifi_page_bytes", "bytes", 45_000, measure_bytes, group=COMMUNITY),
    Measurement("wifi_page_requests", "requests", 4, measure_requests, group=COMMUNITY),
]
