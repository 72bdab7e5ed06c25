"""The public home in Chromium on a slow telephone line with nothing cached: requests, bytes, first words."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tools.bench.measurement import BELOW, Measurement
from tools.bench.serving import serving
from tools.bench.workspace import Workspace

PROGRAMS = {"chromium": "chromium"}
LINE = {"latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000, "offline": False}
ROUNDS = 3
TELEPHONE = {"width": 360, "height": 800}
FIRST_WORDS = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


class Visit:
    """What went over the wire for one page, headers and all, in a browser that knew nothing yet."""

    def __init__(self, page: Page, address: str) -> None:
        self.requests, self.bytes = 0, 0.0
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.setCacheDisabled", {"cacheDisabled": True})
        line.send("Network.emulateNetworkConditions", LINE)
        line.on("Network.requestWillBeSent", self._asked)
        line.on("Network.loadingFinished", self._finished)
        page.goto(address, wait_until="networkidle")
        self.first_words: float = page.evaluate(FIRST_WORDS)

    def _asked(self, event: dict[str, Any]) -> None:
        self.requests += not event["request"]["url"].startswith("data:")

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def _visits(place: Workspace) -> list[Visit]:
    visits = []
    with serving(place) as server, _chromium() as browser:
        for _round in range(ROUNDS):
            context = browser.new_context(viewport=TELEPHONE)  # type: ignore[arg-type]
            visits.append(Visit(context.new_page(), f"http://{server.host}/"))
            context.close()
    return visits


def measure_requests(place: Workspace) -> float:
    return max(visit.requests for visit in _visits(place))


def measure_bytes(place: Workspace) -> float:
    return max(visit.bytes for visit in _visits(place))


def measure_first_words(place: Workspace) -> float:
    return round(median(visit.first_words for visit in _visits(place)))


MEASUREMENTS = [
    Measurement("home_requests", "requests", 4, measure_requests, programs=PROGRAMS),
    Measurement("home_bytes", "byte", 45_000, measure_bytes, programs=PROGRAMS),
    Measurement("home_fcp_ms", "ms", 2_000, measure_first_words, BELOW, PROGRAMS),
]
