"""Takes the README's pictures again: .venv/bin/python -m tools.pictures

Starts an example village of its own in a temporary folder and looks at it in Debian's chromium. The
developer's wheels must be there: ./test --fast brings them.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tools.launch.environment import ROOT

FOLDER = ROOT / "docs" / "gambar"
PHONE, DESK = {"width": 360, "height": 800}, {"width": 1280, "height": 900}
COLOURS = 64
LARGEST = 60_000  # bytes of one picture: a clone over a village's connection stays small
LINK = re.compile(r"^(\w+).*: (http\S+/akun/tautan/\S+)$")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def example_village() -> Iterator[dict[str, str]]:
    """The front page's address under `Rumah`, and the sign-in link of each office by its first word."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(ROOT / "run"), "--port", str(free_port()), "--data", f"{folder}/data"]
        environment = {**os.environ, "DESA_KEY": f"{folder}/key"}
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, text=True
        ) as server:
            try:
                assert server.stdout is not None
                yield addresses_in(server.stdout)
            finally:
                server.terminate()


def addresses_in(lines: Iterable[str]) -> dict[str, str]:
    """Read from what ./run prints, up to its last line."""
    found: dict[str, str] = {}
    for line in lines:
        if match := LINK.match(line.strip()):
            found[match[1]] = match[2]
        if "Ctrl+C" in line:
            break
    if "Operator" not in found or "Kepala" not in found:
        raise SystemExit("./run printed no links of the example village")
    return {**found, "Rumah": found["Operator"].split("akun/")[0]}


def sign_in(browser: Browser, link: str, size: dict[str, int]) -> Page:
    page = browser.new_page(viewport={"width": size["width"], "height": size["height"]})
    page.goto(link)
    page.locator("main form button").first.click()
    page.wait_for_load_state("networkidle")
    return page


def small_png(picture: bytes) -> bytes:
    """The same picture with few colours, which pages of plain areas do not miss."""
    target = BytesIO()
    image = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS)
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


def keep(page: Page, name: str) -> None:
    content = small_png(page.screenshot())
    if len(content) > LARGEST:
        raise SystemExit(f"{name} is {len(content)} bytes, more than {LARGEST}")
    (FOLDER / name).write_bytes(content)
    print(f"{name} {len(content)}")


def front_page(browser: Browser, addresses: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    page.goto(addresses["Rumah"])
    keep(page, "beranda-360.png")


def counter(browser: Browser, addresses: dict[str, str]) -> None:
    page = sign_in(browser, addresses["Operator"], DESK)
    page.goto(f"{addresses['Rumah']}kantor/")
    page.keyboard.press("F2")
    page.keyboard.type("suwarni")
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")
    page.locator("main a[href*='/kantor/surat/warga/']").first.click()
    page.locator("main a[href*='keterangan-usaha']").first.click()
    page.wait_for_load_state("networkidle")
    keep(page, "loket-1280.png")


def approvals(browser: Browser, addresses: dict[str, str]) -> None:
    page = sign_in(browser, addresses["Kepala"], PHONE)
    page.goto(f"{addresses['Rumah']}kantor/surat/setuju/")
    keep(page, "persetujuan-360.png")


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    chromium = shutil.which("chromium") or "chromium"
    with example_village() as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for take in (front_page, counter, approvals):
            take(browser, addresses)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
