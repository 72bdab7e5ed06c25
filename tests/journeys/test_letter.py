"""The main job in real Chromium against real processes: what everyone sees, and what stays behind."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from tests.journeys import journey
from tests.journeys.journey import Walk
from tests.journeys.people import NUMBERS, SUWARNI_KK, SUWARNI_NIK, workbook
from tests.journeys.screens import PHONE, Findings, Screen, chromium
from tests.journeys.server import Server
from tests.tools.number_search import files_under, search

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.enable_socket]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def walk(browser: Browser, running: Server, founded: dict[str, Any]) -> Walk:
    """The whole journey once, with scripts; every test below asks what it has shown."""
    walk = Walk()
    with journey.village(browser, running, walk, scripts=True) as people:
        journey.whole(people, founded["links"])
    return walk


@pytest.fixture(scope="module")
def restored(walk: Walk, running: Server, founded: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A backup while the server serves, put back on an empty folder with the sekdes' code."""
    copy = running.folder / "cadangan"
    copy.mkdir()
    backup = json.loads(running.manage("backup", str(copy), "--json").stdout)
    other = Server(running.folder.with_name(f"{running.folder.name}-lagi"))
    for folder in (other.temporary, other.logs):
        folder.mkdir(parents=True)
    arguments = ("restore", backup["path"], "--code-stdin", "--json")
    done = other.manage(*arguments, input=f"{founded['codes']['sekdes']}\n")
    assert done.returncode == 0, done.stderr
    yield {"server": other, "backup": backup}
    other.remove()


def test_good_rows_are_imported_and_bad_ones_listed_with_their_cell(walk: Walk) -> None:
    assert "5 warga baru tersimpan." in walk.texts["imported"]
    for cell in ("G7", "J8", "G9"):
        assert cell in walk.texts["preview"]
    assert "NIK harus 16 angka. Yang Anda tulis baru 15." in walk.texts["preview"]


def test_part_of_name_and_dusun_finds_one_person_without_her_number(walk: Walk) -> None:
    assert "SUWARNI" in walk.texts["found"]
    assert " 1955" in walk.texts["found"]
    assert SUWARNI_NIK not in walk.texts["found"]


def test_letter_of_one_person_takes_few_keys_and_three_taps(walk: Walk) -> None:
    assert walk.counts["keys to the slip"] <= 12
    assert walk.counts["taps to approve one"] <= 3
    assert walk.counts["taps to approve a batch"] == 2


def test_slip_names_the_promise_the_price_and_the_helper(walk: Walk) -> None:
    for words in ("sebelum pukul 15.00", "GRATIS", "S•••••", "dibantu Menantu"):
        assert words in walk.texts["slip"]


def test_kades_sees_the_paper_as_a_picture_and_approves_one_and_a_batch(walk: Walk) -> None:
    assert "3 surat menunggu" in walk.texts["approval list"]
    assert walk.picture_width > 500
    assert walk.texts["approved one"] == "1 surat disetujui"
    assert walk.texts["approved batch"] == "2 surat disetujui"


def test_printed_paper_holds_the_facts_of_the_register(walk: Walk) -> None:
    for words in ("SURAT KETERANGAN TIDAK MAMPU", SUWARNI_NIK, SUWARNI_KK, journey.PURPOSE):
        assert words in walk.pdf_words
    assert "/001/" in walk.pdf_words


def test_hand_over_names_giver_and_receiver(walk: Walk) -> None:
    assert "Diserahkan Dewi kepada Endang Susilowati" in walk.texts["handed over"]
    assert "Sudah diserahkan" in walk.texts["status"]
    assert "SUWARNI" not in walk.texts["status"]


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("registered", "Surat ini terdaftar"),
        ("voided", "Surat ini sudah dicabut"),
        ("replaced", "Surat ini sudah diganti"),
        ("in English", "This letter is registered"),
        ("voided in English", "This letter has been revoked"),
        ("replaced in English", "This letter has been replaced"),
        ("NIK as code", "Kode ini tidak terdaftar"),
    ],
)
def test_code_on_the_paper_tells_its_state_and_a_masked_name(
    walk: Walk, page: str, heading: str
) -> None:
    assert heading in walk.texts[page]
    assert "SUWARNI" not in walk.texts[page]
    assert "SLAMET" not in walk.texts[page]
    assert ("S•••••" in walk.texts[page]) == (page != "NIK as code")


def test_replaced_paper_names_the_number_of_the_new_one(walk: Walk) -> None:
    assert "/004/" in walk.texts["replaced"]


def test_pages_on_the_way_are_accessible_silent_and_narrow_enough(walk: Walk) -> None:
    assert walk.findings.axe == []
    assert walk.findings.console == []
    assert walk.findings.overflow == []
    assert len(walk.findings.seen) > 35


def test_page_with_faults_is_noticed(browser: Browser, running: Server) -> None:
    findings = Findings()
    screen = Screen(browser, running.address, PHONE, findings)
    faulty = (
        "<html><h1>x</h1><img src='data:,' width=900><script>console.error('a')</script></html>"
    )
    screen.page.route(
        "**/rusak/", lambda route: route.fulfill(body=faulty, content_type="text/html")
    )
    screen.open("/rusak/")
    assert {line.split()[2] for line in findings.axe} >= {"image-alt", "html-has-lang"}
    assert [line.split()[-1] for line in findings.console] == ["a"]
    assert len(findings.overflow) == 2
    screen.context.close()


def test_no_number_of_a_resident_lies_in_clear_anywhere(
    walk: Walk, restored: dict[str, Any]
) -> None:
    """The folder holds data, key, logs and temporary files of all processes, and the backup."""
    places = [walk_folder(restored["server"]), restored["server"].folder]
    names = {path.name for path in files_under(places)}
    assert {"desa.db", "web.log", "worker.log", "key"} <= names
    assert search(places, NUMBERS) == []


def walk_folder(other: Server) -> Path:
    return other.folder.with_name(other.folder.name.removesuffix("-lagi"))


def test_clear_copy_among_the_files_is_found(walk: Walk, running: Server) -> None:
    planted = running.temporary / "unggahan.tmp"
    planted.write_bytes(workbook())
    hits = search([running.folder], NUMBERS)
    planted.unlink()
    assert {hit.number for hit in hits} == set(NUMBERS)
    assert {hit.path for hit in hits} == {planted}


def test_restored_folder_has_equal_counts_and_last_numbers(restored: dict[str, Any]) -> None:
    found = restored["server"].script("counting")
    assert found["rows"] == restored["backup"]["rows"]
    assert found["last_numbers"] == restored["backup"]["last_numbers"]["papers"]
    assert found["last_numbers"][0][-1] == 4
    assert (found["broken"], found["unreadable"]) == ([], [])


def test_restored_server_still_vouches_for_old_papers(
    walk: Walk, restored: dict[str, Any], browser: Browser
) -> None:
    other = restored["server"]
    assert other.manage("check").returncode == 0
    other.start("web")
    screen = Screen(browser, other.address, PHONE, Findings())
    for name, page in {"valid": "registered", "voided": "voided", "replaced": "replaced"}.items():
        screen.open(urlsplit(walk.links[name]).path)
        assert screen.heading() in walk.texts[page]
    screen.context.close()


def test_main_part_works_without_scripts(browser: Browser, tmp_path: Path) -> None:
    own, walk = Server(tmp_path / "tanpa-skrip"), Walk()
    try:
        founded = own.prepare()
        own.start()
        with journey.village(browser, own, walk, scripts=False) as people:
            code, link = journey.main_part(people, founded["links"])
            assert "Sudah diserahkan" in journey.ask_status(people, code)
            assert "Surat ini terdaftar" in journey.check(people, link)
    finally:
        own.remove()
    assert journey.PURPOSE in walk.pdf_words
    assert walk.findings.overflow == []
