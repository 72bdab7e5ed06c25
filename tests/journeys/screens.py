"""Official and resident at their screens: every page they reach is checked, every key and tap counted."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or "chromium"
DESK, PHONE = (1280, 900), (360, 800)
NARROW = (360, 320)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Findings:
    """What was wrong on any page, and which pages were looked at, whoever opened them."""

    axe: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)
    overflow: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


class Screen:
    """One person's browser at one size; `keys` counts what the hands do."""

    def __init__(
        self, browser: Browser, address: str, size: tuple[int, int], findings: Findings,
        *, scripts: bool = True,
    ) -> None:  # fmt: skip
        self.size, self.findings, self.scripts, self.keys = size, findings, scripts, 0
        width, height = size
        self.context: BrowserContext = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            java_script_enabled=scripts,
            locale="id-ID",
        )
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("console", self._note_console)
        self.page.on("pageerror", lambda error: findings.console.append(f"{self.page.url} {error}"))

    def _note_console(self, message: ConsoleMessage) -> None:
        """All but the browser's own note that the page it was sent to is a 404 page."""
        refused_page = message.text.startswith("Failed to load") and (
            message.location["url"] == self.page.url
        )
        if message.type in {"error", "warning"} and not refused_page:
            self.findings.console.append(f"{self.page.url} {message.text}")

    def open(self, path: str) -> None:
        self.page.goto(path)
        self.look()

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.keys += 1
        self.page.keyboard.insert_text(text)

    def fill(self, label: str, text: str) -> None:
        self.keys += 1
        self.page.get_by_label(label).fill(text)

    def tick(self, label: str) -> None:
        self.keys += 1
        self.page.get_by_label(label).check()

    def click(self, text: str, role: str = "button") -> None:
        """Press what carries this text, and look at the page that comes."""
        self.keys += 1
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=text).first.click()  # type: ignore[arg-type]
        self.look()

    def go(self, key: str) -> None:
        """Press a key that leads to another page."""
        with self.page.expect_navigation():
            self.press(key)
        self.look()

    def text(self) -> str:
        return self.page.locator("body").inner_text()

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    def address(self, link: str) -> str:
        return str(self.page.get_by_role("link", name=link).first.get_attribute("href"))

    def look(self) -> None:
        """Once for each kind of page and width: axe, then whether anything sticks out."""
        self.page.wait_for_load_state()
        kind = f"{_kind(self.page.url)} {self.page.locator('h1').count() and self.heading()[:12]}"
        if f"{kind} {self.size[0]} {self.scripts}" in self.findings.seen:
            return
        self.findings.seen.add(f"{kind} {self.size[0]} {self.scripts}")
        if self.scripts:
            for one in Axe().run(self.page).response["violations"]:
                self.findings.axe.append(f"{kind} {one['id']} {one['nodes'][0]['html'][:160]}")
        self._check_overflow(kind)

    def _check_overflow(self, kind: str) -> None:
        width, height = self.size
        for narrow in NARROW:
            self.page.set_viewport_size({"width": narrow, "height": height})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            if wide > narrow:
                self.findings.overflow.append(f"{kind} at {narrow}: {wide}")
        self.page.set_viewport_size({"width": width, "height": height})


def _kind(url: str) -> str:
    """The address without identifiers and codes: /kantor/surat/*/tiket/."""
    parts = urlsplit(url).path.split("/")
    return "/".join(
        "*" if any(c.isdigit() for c in part) or len(part) > 24 else part for part in parts
    )
