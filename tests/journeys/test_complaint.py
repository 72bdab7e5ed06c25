"""A complaint from a phone to its reporter's SUDAH, in real Chromium against real processes."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys import complaint, journey
from tests.journeys.complaint import ABOUT_KADES, STORY
from tests.journeys.journey import Walk
from tests.journeys.screens import PHONE, Findings, Screen, chromium
from tests.journeys.server import Server
from tests.journeys.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]
SLOW_LINE = 400_000 / 8  # bytes in a second
CUT_MS = 8_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def walk(browser: Browser, running: Server, founded: dict[str, Any]) -> Walk:
    walk = Walk()
    with journey.village(browser, running, walk, scripts=True) as people:
        complaint.whole(people, founded["links"])
    return walk


def test_result_shows_code_promise_owner_and_that_it_is_free(walk: Walk) -> None:
    for words in ("Laporan Anda sudah kami terima", "Dijanjikan selesai", "Kaur", "GRATIS"):
        assert words in walk.texts["filed"]


def test_chat_becomes_a_complaint_without_dates_and_names(walk: Walk) -> None:
    assert "Lampu jalan mati dekat musala Winog" in walk.texts["pasted"]
    assert "18.40" not in walk.texts["pasted"]
    assert "Nur Hidayah" not in walk.texts["taken"]


def test_not_done_opens_it_again_and_done_finishes_it(walk: Walk) -> None:
    assert "Pelapor menjawab BELUM, dibuka kembali" in walk.texts["BELUM"]
    assert "Pelapor menjawab SUDAH. Selesai" in walk.texts["SUDAH"]


def test_kades_sees_nothing_of_the_complaint_about_him(walk: Walk) -> None:
    assert STORY[:20] in walk.texts["list of the kades"]
    for text in ("list of the kades", "history of the kades"):
        assert ABOUT_KADES[:20] not in walk.texts[text]
        assert "PGR" not in walk.texts[text]


def test_reporter_sees_who_has_the_complaint_about_the_kades(walk: Walk) -> None:
    assert "Sekretaris Desa" in walk.texts["status of the hidden one"]  # no account of the BPD yet
    assert ABOUT_KADES not in walk.texts["status of the hidden one"]


def test_public_pages_name_nobody_and_count_the_reopening(walk: Walk) -> None:
    for page in ("public list", "public case"):
        for private in ("Nur", STORY, ABOUT_KADES, "Kabel ternyata putus", "tuli"):
            assert private not in walk.texts[page]
    assert "dibuka kembali 1x" in walk.texts["public list"]
    assert "1 kali" in walk.texts["public case"]
    assert "Kabel sudah disambung" in walk.texts["public case"]


def test_every_page_is_accessible_fits_and_is_quiet(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.overflow == []
    assert walk.findings.console == []


def test_photo_on_a_slow_line_survives_a_cut(browser: Browser, running: Server, walk: Walk) -> None:
    """400 kbit/s, and no signal at all in the middle of the photo; the form is sent once it is through."""
    screen = Screen(browser, running.address, PHONE, Findings())
    complaint.begin(screen)
    screen.click("Lanjut")
    screen.fill("Apa yang terjadi?", "Pipa air bocor di pinggir jalan")
    line = screen.context.new_cdp_session(screen.page)

    def weak(*, offline: bool) -> None:
        speed = {"latency": 400, "downloadThroughput": SLOW_LINE, "uploadThroughput": SLOW_LINE}
        line.send("Network.emulateNetworkConditions", {"offline": offline, **speed})

    weak(offline=False)
    content = complaint.picture("HEIC")
    file = complaint.photo_file(content, "image/heic")
    screen.page.get_by_label("Foto").set_input_files(file)
    status = screen.page.locator("[data-upload-status]")
    expect(status).to_contain_text("Mengirim foto", timeout=20_000)
    weak(offline=True)
    expect(status).to_contain_text("Sinyal putus", timeout=30_000)
    screen.page.get_by_role("button", name="Lanjut").click()
    screen.page.wait_for_timeout(CUT_MS)
    assert screen.page.get_by_label("Apa yang terjadi?").input_value().startswith("Pipa air")
    weak(offline=False)
    screen.page.get_by_role("heading", name="Boleh kami hubungi?").wait_for(timeout=60_000)
    screen.click("Lanjut")
    assert screen.page.locator("img.foto").count() == 1
    screen.click("Kirim laporan")
    assert complaint.code_on(screen)
    screen.context.close()


def test_without_scripts_the_photo_travels_with_the_form(
    browser: Browser, running: Server, walk: Walk
) -> None:
    screen = Screen(browser, running.address, PHONE, Findings(), scripts=False)
    complaint.begin(screen)
    code = complaint.report(screen, "Sampah menumpuk di tepi sungai", complaint.picture())
    screen.open(f"/pengaduan/status/{code}/")
    assert "Laporan diterima" in screen.text()
    assert screen.findings.overflow == []
    assert screen.context.cookies() == []
    screen.context.close()


def test_eighty_megabytes_are_refused_at_once_and_the_words_stay(
    running: Server, walk: Walk
) -> None:
    visitor = Visitor(running.address)
    begun = visitor.post("/pengaduan/lapor/", {"jenis": "air"})
    path = begun.headers["Location"].replace("/tempat/", "/cerita/")
    head = (
        b'--batas\r\nContent-Disposition: form-data; name="cerita"\r\n\r\nPipa bocor sekali\r\n'
        b'--batas\r\nContent-Disposition: form-data; name="foto"; filename="a.jpg"\r\n\r\n'
    )
    body = head + b"\xff\xd8\xff" + bytes(80_000_000) + b"\r\n--batas--\r\n"
    kind = {"Content-Type": "multipart/form-data; boundary=batas"}
    answer = visitor._ask("POST", path, body, kind)
    assert answer.status == 422
    assert "lebih dari 12 MB" in answer.text
    assert "Pipa bocor sekali" in visitor.get(path).text


def test_two_people_at_once_file_twice(running: Server, walk: Walk) -> None:
    places: list[str] = []

    def file() -> None:
        visitor = Visitor(running.address)
        begun = visitor.post("/pengaduan/lapor/", {"jenis": "air"})
        base = begun.headers["Location"].removesuffix("tempat/")
        visitor.post(f"{base}tempat/", {})
        visitor.post(f"{base}cerita/", {"cerita": "Air keruh", "aksi": "lanjut"})
        visitor.post(f"{base}kontak/", {"hubungi": "tidak"})
        threading.Event().wait(complaint.READING_MS / 1000)
        places.append(visitor.post(f"{base}periksa/", {}).headers["Location"])

    threads = [threading.Thread(target=file) for _person in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(places)) == 4
