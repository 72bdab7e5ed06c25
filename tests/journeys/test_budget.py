"""J5 in real Chromium against real processes: the office at 1280, residents at 360 and 1280."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.journeys import budget, journey
from tests.journeys.journey import Walk
from tests.journeys.screens import chromium
from tests.journeys.server import Server
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]
MEDIA = ("papan", "papan-hemat", "gambar", "lembar", "suara", "csv", "datapackage")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def walk(browser: Browser, running: Server, founded: dict[str, Any]) -> Walk:
    walk = Walk()
    with journey.village(browser, running, walk, scripts=True) as people:
        budget.whole(people, founded["links"])
    return walk


def test_wrong_figure_is_named_before_anything_is_kept(walk: Walk) -> None:
    assert "belum ada yang disimpan" in walk.texts["broken"]
    assert "Rp1.000.000" in walk.texts["broken"]
    assert "Semua angka cocok" in walk.texts["examined"]


def test_gate_lists_what_the_law_wants(walk: Walk) -> None:
    for words in (
        "Nomor peraturan",
        "kesepakatan BPD",
        "Alamat pengaduan",
        "belum punya pelaksana",
    ):
        assert words in walk.texts["gate"]
    assert "Semua sudah lengkap." in walk.texts["ready"]
    assert "Tidak bisa diubah lagi." in walk.texts["published"]


def test_resident_reads_sums_implementer_and_lines(walk: Walk) -> None:
    for words in ("Rp190.000.000", "Rp200.000.000", "Rp0, pas", "Loket kantor desa"):
        assert words in walk.texts["budget"]
    assert "Kasi Kesejahteraan" in walk.texts["kegiatan"]
    assert "Tanya angka ini" in walk.texts["kegiatan"]


def test_question_is_taken_with_a_promise(walk: Walk) -> None:
    assert "Pertanyaan Anda kami terima" in walk.texts["asked"]


def test_change_page_and_old_version_stay_readable(walk: Walk) -> None:
    assert "Rp10.000.000" in walk.texts["change"]
    assert "Ada versi yang lebih baru." in walk.texts["old"]


def test_every_file_is_there_for_everyone(walk: Walk, running: Server) -> None:
    visitor = Visitor(running.address)
    for medium in MEDIA:
        status = visitor.get(f"/apbdes/2026/ditetapkan-1/berkas/{medium}/").status
        assert status == 200, medium


def test_every_page_is_accessible_fits_and_is_quiet(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.overflow == []
    assert walk.findings.console == []
