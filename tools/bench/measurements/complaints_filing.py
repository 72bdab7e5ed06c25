"""200 residents report within a minute, each from a telephone of their own: is one lost, how long do they wait?"""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from tools.bench.measurement import Measurement
from tools.bench.serving import Server, serving
from tools.bench.timing import percentile
from tools.bench.visitor import Answer, Asked, Visitor, over_http
from tools.bench.workspace import Workspace

FILINGS, SECONDS, AT_ONCE = 200, 60.0, 24
THINKING = (
    3.2  # seconds from the first answer to the last: the form takes nothing sent faster than that
)


@dataclass
class Filed:
    """`times`: milliseconds of each resident's longest wait among the five things they send."""

    codes: set[str] = field(default_factory=set)
    times: list[float] = field(default_factory=list)


def measure_p95(place: Workspace) -> float:
    return percentile(_filed(place).times, 95)


def measure_lost(place: Workspace) -> float:
    return FILINGS - len(_filed(place).codes)


def _filed(place: Workspace) -> Filed:
    """What came of them; a code counts only when its page opens afterwards."""
    filed = Filed()
    with _behind_proxy(place) as server, ThreadPoolExecutor(AT_ONCE) as pool:
        begun = time.perf_counter()
        for each in [pool.submit(_file, server, number, begun, filed) for number in range(FILINGS)]:
            each.result()
        visitor = server.visitor()
        filed.codes = {code for code in filed.codes if visitor.get(code).status == 200}
    return filed


@contextmanager
def _behind_proxy(place: Workspace) -> Iterator[Server]:
    """So that each visitor can have an address of their own, which the limits on floods look at."""
    with serving(place, {"DESA_PROXY": "true"}) as server:
        yield server


def _file(server: Server, number: int, begun: float, filed: Filed) -> None:
    """One resident, who begins at their turn of the minute."""
    time.sleep(max(0.0, begun + number * SECONDS / FILINGS - time.perf_counter()))
    waits: list[float] = []
    visitor = _visitor(server, number)
    base = _post(visitor, waits, "/pengaduan/lapor/", {"jenis": "pju"}).removesuffix("tempat/")
    started = time.perf_counter()
    _post(visitor, waits, f"{base}tempat/", {"wilayah": "", "patokan": "dekat musala"})
    story = {"cerita": f"Lampu jalan nomor {number} mati", "aksi": "lanjut"}
    _post(visitor, waits, f"{base}cerita/", story)
    _post(visitor, waits, f"{base}kontak/", {"hubungi": "tidak"})
    time.sleep(max(0.0, started + THINKING - time.perf_counter()))
    filed.codes.add(_post(visitor, waits, f"{base}periksa/", {}))
    filed.times.append(max(waits))


def _post(visitor: Visitor, waits: list[float], path: str, data: dict[str, str]) -> str:
    started = time.perf_counter()
    location = visitor.post(path, data).location
    waits.append((time.perf_counter() - started) * 1000)
    return location


def _visitor(server: Server, number: int) -> Visitor:
    send = over_http(server.host)
    address = {"X-Forwarded-For": f"10.0.{number // 250}.{number % 250 + 1}"}

    def from_their_phone(asked: Asked) -> Answer:
        return send(replace(asked, headers={**asked.headers, **address}))

    return Visitor(from_their_phone, server.host)


MEASUREMENTS = [
    Measurement("filing_p95_ms", "ms", 500, measure_p95, group="transparency"),
    Measurement("filings_lost", "filings", 0, measure_lost, group="transparency"),
]
