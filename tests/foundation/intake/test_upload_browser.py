"""upload.js in real Chromium: small parts, on after a cut, and the form is not sent too early."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.contrib.staticfiles import finders
from PIL import Image
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from desa.foundation.core.http.headers import POLICY

pytestmark = [pytest.mark.browser, pytest.mark.slow]
CHROMIUM = shutil.which("chromium") or "chromium"
PAGE = """<!doctype html><html lang="id"><title>Uji</title>
<form method="post" action="/kirim/" enctype="multipart/form-data">
<input type="hidden" name="foto_kunci" data-upload-key>
<label>Foto <input type="file" name="foto" data-desa-upload="/unggah/" data-upload-purpose="uji"
data-upload-max="12582912"></label>
<p hidden data-upload-status data-shrinking="Mengecilkan" data-sending="Mengirim {persen} %"
data-cut="Sinyal putus" data-done="Sudah terkirim" data-large="Terlalu besar" data-failed="Ikut formulir"></p>
<button name="aksi" value="lanjut">Lanjut</button></form>
<script src="/static/intake/upload.js" defer></script></html>"""
STATUS = "[data-upload-status]"


class Site:
    """Begin, parts and the form itself; `cuts` parts are lost on their way, each after it arrived."""

    def __init__(self) -> None:
        self.stored = bytearray()
        self.announced: list[dict[str, list[str]]] = []
        self.offsets: list[int] = []
        self.asked = self.cuts = self.lost = 0
        self.refusal = ""
        self.form = ""

    def answer(self, route: Route) -> None:
        request, path = route.request, route.request.url.removeprefix("http://desa.test")
        if path.startswith("/static/"):
            route.fulfill(path=Path(str(finders.find(path.removeprefix("/static/")))))
        elif path == "/unggah/":
            self._begin(route, request)
        elif path == "/unggah/k1/":
            self._part(route, request)
        else:
            self.form = (request.post_data_buffer or b"").decode(errors="replace")
            headers = {"content-type": "text/html", "content-security-policy": POLICY}
            route.fulfill(body=PAGE, headers=headers)

    def _begin(self, route: Route, request: Any) -> None:
        if self.refusal:
            route.fulfill(status=413, json={"pesan": self.refusal})
            return
        self.announced.append(parse_qs(request.post_data or ""))
        self.stored.clear()
        route.fulfill(status=201, json={"kunci": "k1", "alamat": "/unggah/k1/", "mulai": 0})

    def _part(self, route: Route, request: Any) -> None:
        if request.method == "GET":
            self.asked += 1
        else:
            offset, body = int(request.headers["upload-offset"]), request.post_data_buffer or b""
            self.offsets.append(offset)
            assert offset == len(self.stored)
            if self.lost < self.cuts:
                self.lost += 1
                self.stored += body if self.lost == 1 else b""
                route.abort("connectionreset")
                return
            self.stored += body
        route.fulfill(json={"mulai": len(self.stored)})


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    page = chromium.new_page()
    page.route("**/*", site.answer)
    page.goto("http://desa.test/")
    yield page
    page.close()


def _choose(page: Page, content: bytes, kind: str = "image/heic", name: str = "foto.heic") -> None:
    file: Any = {"name": name, "mimeType": kind, "buffer": content}
    page.get_by_label("Foto").set_input_files(file)


def test_file_arrives_in_parts_and_does_not_travel_again(page: Page, site: Site) -> None:
    content = bytes(range(256)) * 600
    _choose(page, content)
    expect(page.locator(STATUS)).to_have_text("Sudah terkirim")
    assert bytes(site.stored) == content
    assert site.offsets == [0, 65536, 131072]
    assert site.announced == [{"keperluan": ["uji"], "besar": [str(len(content))]}]
    page.get_by_role("button", name="Lanjut").click()
    page.wait_for_load_state()
    assert 'name="foto_kunci"\r\n\r\nk1' in site.form
    assert 'name="foto"' not in site.form


def test_cut_is_said_and_the_rest_follows_from_where_the_server_stands(
    page: Page, site: Site
) -> None:
    """The first part arrived although its answer was lost; the second did not arrive."""
    site.cuts = 2
    content = b"h" * 150_000
    _choose(page, content)
    expect(page.locator(STATUS)).to_have_text("Sinyal putus")
    expect(page.locator(STATUS)).to_have_text("Sudah terkirim", timeout=15_000)
    assert bytes(site.stored) == content
    assert site.asked == 2
    assert site.offsets == [0, 65536, 65536, 131072]


def test_button_pressed_too_early_waits_for_the_photo(page: Page, site: Site) -> None:
    site.cuts = 1
    _choose(page, b"h" * 1000)
    expect(page.locator(STATUS)).to_have_text("Sinyal putus")
    page.get_by_role("button", name="Lanjut").click()
    assert site.form == ""
    page.wait_for_event("load", timeout=15_000)
    assert 'name="foto_kunci"\r\n\r\nk1' in site.form
    assert 'name="aksi"\r\n\r\nlanjut' in site.form


def test_large_photo_is_shrunk_before_it_is_sent(page: Page, site: Site) -> None:
    buffer = io.BytesIO()
    Image.effect_noise((3000, 2000), 50).convert("RGB").save(buffer, "JPEG", quality=95)
    _choose(page, buffer.getvalue(), "image/jpeg", "foto.jpg")
    expect(page.locator(STATUS)).to_have_text("Sudah terkirim", timeout=15_000)
    small = Image.open(io.BytesIO(bytes(site.stored)))
    assert (small.format, small.size) == ("JPEG", (1600, 1067))
    assert len(site.stored) < len(buffer.getvalue()) / 2


def test_file_above_the_limit_is_refused_without_sending(page: Page, site: Site) -> None:
    _choose(page, bytes(12_582_913))
    expect(page.locator(STATUS)).to_have_text("Terlalu besar")
    assert site.announced == []
    assert page.get_by_label("Foto").evaluate("input => input.files.length") == 0


def test_refusal_of_the_server_is_shown_and_the_file_travels_with_the_form(
    page: Page, site: Site
) -> None:
    site.refusal = "Sedang banyak kiriman yang masuk."
    _choose(page, b"h" * 1000)
    expect(page.locator(STATUS)).to_have_text(site.refusal)
    page.get_by_role("button", name="Lanjut").click()
    page.wait_for_load_state()
    assert 'filename="foto.heic"' in site.form
    assert 'name="foto_kunci"\r\n\r\n\r\n' in site.form


def test_second_choice_replaces_the_first(page: Page, site: Site) -> None:
    _choose(page, b"a" * 1000)
    expect(page.locator(STATUS)).to_have_text("Sudah terkirim")
    _choose(page, b"b" * 2000)
    expect(page.locator(STATUS)).to_have_text("Sudah terkirim")
    assert bytes(site.stored) == b"b" * 2000
    assert len(site.announced) == 2
