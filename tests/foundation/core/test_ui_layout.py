"""Geometry of the shared styles, measured in real Chromium."""

from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import opened, too_wide
from tests.foundation.core.ui_pages import render

pytestmark = [pytest.mark.browser, pytest.mark.slow]
TILES = """
{% extends "core/public.html" %}
{% block content %}<h1>Beranda</h1>{% include "parts/tiles.html" %}{% endblock %}
"""
OFFICE = """
{% extends "core/office.html" %}
{% block content %}<div class="page"><h1>Pendek</h1></div>{% endblock %}
"""
FOUND = """
{% extends "core/office.html" %}
{% block content %}<div class="page"><h1>Hasil</h1>{% include "parts/opts.html" with first=True %}</div>{% endblock %}
"""
BOXES = """() => Array.from(document.querySelectorAll(".tile"), tile => {
  const box = tile.getBoundingClientRect();
  return [box.top, box.left, box.right].map(Math.round);
})"""

FRAME = """() => {
  const box = document.querySelector(".tiles").getBoundingClientRect();
  return [box.left, box.right].map(Math.round);
}"""


def tiles(browser: Browser, count: int, width: int) -> Page:
    shown = [
        {"url": "/x/", "label": f"Layanan {n}", "icon": "file-text", "hint": "Syarat dan waktu"}
        for n in range(count)
    ]
    return opened(browser, render(TILES, {"tiles": shown}), width)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("count", range(1, 8))
def test_tiles_leave_no_hole(browser: Browser, count: int, width: int) -> None:
    page = tiles(browser, count, width)
    rows: dict[int, list[tuple[int, int]]] = {}
    for top, left, right in page.evaluate(BOXES):
        rows.setdefault(top, []).append((left, right))
    gap = 18 if width > 768 else 14
    frame = tuple(page.evaluate(FRAME))
    for row in rows.values():
        assert (row[0][0], row[-1][1]) == frame
        assert all(0 <= after[0] - before[1] <= gap for before, after in pairwise(row))
    page.close()


def test_first_tile_is_the_widest(browser: Browser) -> None:
    page = tiles(browser, 7, 1280)
    widths = [right - left for _, left, right in page.evaluate(BOXES)]
    assert widths[0] > 2 * max(widths[1:])
    page.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_example_strip_is_thin_and_above_everything(browser: Browser, width: int) -> None:
    html = render(OFFICE, {"notice": "Desa contoh. Semua nama dan angka fiktif."})
    page = opened(browser, html, width)
    box = page.locator(".demo").bounding_box()
    assert box is not None
    assert (box["x"], box["y"], box["width"]) == (0, 0, width)
    assert box["height"] < 48
    assert too_wide(page) == 0
    page.close()


def test_whole_row_of_a_result_is_its_link(browser: Browser) -> None:
    items = [
        {"url": "/satu/", "title": "Suwarni", "note": "Sendi"},
        {"url": "/dua/", "title": "Siti"},
    ]
    page = opened(browser, render(FOUND, {"items": items}))
    row, link = (
        page.locator(".opts li").first.bounding_box(),
        page.locator(".opts a").first.bounding_box(),
    )
    assert row is not None
    assert link is not None
    assert link["width"] >= row["width"] - 4
    assert link["height"] >= 44
    page.keyboard.press("Enter")
    page.wait_for_url("http://desa.test/satu/")
    page.close()
