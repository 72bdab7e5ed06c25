"""Pages in real Chromium: our styles, our scripts and our policy, and no network."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Route, sync_playwright

from desa.foundation.core.http.headers import POLICY

Answer = Callable[[Route], None]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or "chromium"
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, html: str, width: int = 1280, height: int = 800) -> Page:
    """The page of these bytes; whatever else it asks for gets the same bytes."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            route.fulfill(path=Path(str(finders.find(path.removeprefix("/static/")))))
            return
        headers = {"content-type": "text/html; charset=utf-8", "content-security-policy": POLICY}
        route.fulfill(body=html, headers=headers)

    page = browser.new_page(viewport={"width": width, "height": height})
    page.route("**/*", answer)
    page.goto("http://desa.test/")
    return page


def axe_findings(page: Page) -> list[tuple[str, str]]:
    """Which rule of axe is broken, and by what; an empty list for a good page."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], one["nodes"][0]["html"]) for one in found]


def too_wide(page: Page) -> int:
    """By how many pixels the page sticks out of its screen."""
    width: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width
