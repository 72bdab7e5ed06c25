"""The public market of desa contoh in Chromium that loads no photo: requests and bytes."""

import shutil

from playwright.sync_api import sync_playwright

from tools.bench.measurement import Measurement
from tools.bench.measurements.home_browser import PROGRAMS, TELEPHONE, Visit
from tools.bench.serving import serving
from tools.bench.workspace import Workspace

NO_PICTURES = "--blink-settings=imagesEnabled=false"


def _visit(place: Workspace) -> Visit:
    arguments = ["--no-sandbox", NO_PICTURES]
    with serving(place) as server, sync_playwright() as playwright:
        path = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        page = browser.new_context(viewport=TELEPHONE).new_page()  # type: ignore[arg-type]
        visit = Visit(page, f"http://{server.host}/lapak/")
        browser.close()
    return visit


def measure_requests(place: Workspace) -> float:
    return _visit(place).requests


def measure_bytes(place: Workspace) -> float:
    return _visit(place).bytes


MEASUREMENTS = [
    Measurement(
        "lapak_page_requests", "requests", 4, measure_requests, programs=PROGRAMS, group="community"
    ),
    Measurement(
        "lapak_page_bytes", "byte", 45_000, measure_bytes, programs=PROGRAMS, group="community"
    ),
]
