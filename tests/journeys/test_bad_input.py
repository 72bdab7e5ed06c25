"""What people, chats and strangers send to a running server: refused clearly, or simply nothing."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.journeys.journey import PASSWORD
from tests.journeys.people import SUWARNI_NIK, workbook
from tests.journeys.server import Server
from tests.journeys.visitor import Answer, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.enable_socket]
UPLOAD, LIST = "/kantor/penduduk/impor/", "/kantor/surat/setuju/"
PREVIEWERS = ("WhatsApp/2.23.20.0", "TelegramBot (like TwitterBot)", "facebookexternalhit/1.1")


def _enter(running: Server, link: str) -> Visitor:
    visitor = Visitor(running.address)
    chosen = {"password": PASSWORD, "again": PASSWORD}
    assert visitor.post(link, chosen).headers["Location"] == "/kantor/"
    return visitor


@pytest.fixture(scope="module")
def operator(running: Server, founded: dict[str, Any]) -> Visitor:
    book = running.folder / "penduduk.xlsx"
    book.write_bytes(workbook())
    running.manage("import_residents", str(book))
    return _enter(running, founded["links"]["operator"])


@pytest.fixture(scope="module")
def kades(running: Server, founded: dict[str, Any]) -> Visitor:
    return _enter(running, founded["links"]["kades"])


@pytest.fixture(scope="module")
def letter(running: Server, operator: Visitor) -> dict[str, str]:
    """One that waits, with the addresses that a message about it may hold."""
    (key,) = running.script("submitting", "1")
    page = operator.get(f"/kantor/surat/{key}/tiket/").text
    code = page.split('class="code"')[1].split(">")[1].split("<")[0]
    return {"key": key, "code": code.replace("-", "")}


def _state(running: Server) -> dict[str, str]:
    """A digest of the rows of every table; who looked, and what the worker does, is not our question."""
    digests: dict[str, str] = running.script("counting", "--digests")["digests"]
    return {
        name: value
        for name, value in digests.items()
        if not name.startswith(("jobs_", "trail_look"))
    }


def test_chat_preview_of_any_link_changes_nothing(
    running: Server, founded: dict[str, Any], letter: dict[str, str]
) -> None:
    stranger, key = Visitor(running.address), letter["key"]
    before = _state(running)
    links = [founded["links"]["sekdes"], f"/surat/status/{letter['code']}/", f"{LIST}{key}/"]
    links += [f"{LIST}{key}/setujui/", f"/kantor/surat/{key}/serahkan/", f"/kantor/surat/{key}/"]
    statuses = [
        stranger.get(link, **{"User-Agent": agent}).status for link in links for agent in PREVIEWERS
    ]
    assert statuses == [200] * 6 + [302] * 12
    assert stranger.cookies == {}
    assert _state(running) == before
    assert "Simpan dan masuk" in stranger.get(founded["links"]["sekdes"]).text


def test_opening_the_addresses_of_buttons_changes_nothing_for_officials_either(
    running: Server, kades: Visitor, operator: Visitor, letter: dict[str, str]
) -> None:
    before, key = _state(running), letter["key"]
    for visitor in (kades, operator):
        for part in ("serahkan/", "berkas/"):
            assert visitor.get(f"/kantor/surat/{key}/{part}").status in {403, 405}
        visitor.get(f"/kantor/surat/{key}/batalkan/")
        visitor.get(f"/kantor/surat/{key}/cabut/")
    assert kades.get(f"{LIST}{key}/setujui/").status == 405
    assert kades.get(f"{LIST}{key}/").status == 200
    assert _state(running) == before


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "a@b", "localhost:x"])
def test_foreign_host_is_refused_and_not_repeated(running: Server, host: str) -> None:
    answer = Visitor(running.address).get("/", Host=host)
    assert answer.status == 400
    assert host not in answer.text


def test_forwarded_host_leads_no_link_away(running: Server, operator: Visitor) -> None:
    page = operator.get("/kantor/", **{"X-Forwarded-Host": "evil.example"})
    assert page.status == 200
    assert "evil.example" not in page.text


@pytest.mark.parametrize(
    "name", ["../../keluar.xlsx", "..\\..\\keluar.xlsx", "/etc/keluar.xlsx", "%2e%2e%2fkeluar.xlsx"]
)
def test_upload_cannot_name_a_place_of_its_own(
    running: Server, operator: Visitor, name: str
) -> None:
    answer = operator.upload(UPLOAD, name, workbook(), token_from=UPLOAD)
    assert answer.status == 302
    page = operator.get(answer.headers["Location"]).text
    assert "../" not in page
    assert "..\\" not in page
    found = [path for path in Path(running.folder).rglob("*") if "keluar" in path.name]
    assert found == []


def test_upload_that_is_too_large_is_refused_with_the_limit(operator: Visitor) -> None:
    answer = operator.upload(UPLOAD, "besar.xlsx", b"PK" * (17 << 20), token_from=UPLOAD)
    assert answer.status == 413
    assert "Berkas paling besar 32 MB." in answer.text


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7 surat", "simpan sebagai .xlsx"), (b"", "kosong"), (b"\x89PNG\r\n", ".xlsx")],
)
def test_upload_of_another_kind_is_refused_with_what_to_do(
    operator: Visitor, content: bytes, words: str
) -> None:
    answer = operator.upload(UPLOAD, "penduduk.xlsx", content, token_from=UPLOAD)
    assert answer.status == 422
    assert words in answer.text


def test_exported_cells_are_texts_and_no_formulas(operator: Visitor) -> None:
    answer = operator.post("/kantor/penduduk/ekspor/", {}, token_from=UPLOAD)
    cells = [
        cell
        for row in openpyxl.load_workbook(io.BytesIO(answer.body)).worksheets[0].iter_rows()
        for cell in row
        if "=cmd" in str(cell.value)
    ]
    assert [cell.data_type for cell in cells] == ["s"]
    assert SUWARNI_NIK.encode() not in answer.body


@pytest.fixture
def forgiving(running: Server) -> Iterator[Server]:
    """Afterwards its web is started afresh: wrong attempts are remembered by the process alone."""
    yield running
    running.kill("web")
    running.start("web")


def test_wrong_codes_are_answered_alike_and_then_not_at_all(
    forgiving: Server, letter: dict[str, str]
) -> None:
    """Unknown, misspelt, a NIK: one answer; after ten of them a right code tells nothing either."""
    stranger = Visitor(forgiving.address)
    codes = ["K7M4PXK7M4PXK7M4", "apa-saja", SUWARNI_NIK, "K7M4PX", "1234567890123456"] * 2
    answers = [stranger.get(f"/v/{code}") for code in codes]
    assert {answer.status for answer in answers} == {404}
    assert len(_without_codes(answers, codes)) == 1
    assert stranger.get(f"/v/{codes[0]}").status == 429

    right = f"/surat/status/{letter['code']}/"
    assert stranger.get(right).status == 200
    wrong = [stranger.get(f"/surat/status/{code}/") for code in codes]
    assert {answer.status for answer in wrong} == {404}
    assert len(_without_codes(wrong, codes)) == 1
    assert stranger.get(right).status == 429


def _without_codes(answers: list[Answer], codes: list[str]) -> set[str]:
    """The link to the other language holds the address itself."""
    both = zip(answers, codes, strict=True)
    return {answer.text.replace(code, "") for answer, code in both}


def test_session_that_ended_in_a_form_leads_to_the_door_and_sends_nothing(
    running: Server, operator: Visitor, letter: dict[str, str]
) -> None:
    tired = Visitor(running.address, dict(operator.cookies))
    page = f"/kantor/surat/{letter['key']}/batalkan/"
    token, before = tired.token(page), _state(running)
    del tired.cookies["kantor"]
    data = {"reason": "Salah orang.", "csrfmiddlewaretoken": token}
    answer = tired.post(page, data)
    assert (answer.status, answer.headers["Location"].split("?")[0]) == (302, "/akun/masuk/")
    assert _state(running) == before


def test_second_tap_and_second_tab_approve_once(
    running: Server, kades: Visitor, operator: Visitor
) -> None:
    (key,) = running.script("submitting", "1")
    token = kades.token(f"{LIST}{key}/")
    taps = [
        kades.post(f"{LIST}{key}/setujui/", {"csrfmiddlewaretoken": token}) for _tap in range(3)
    ]
    assert [tap.status for tap in taps] == [302, 302, 302]
    found = running.script("resuming")
    assert len(found["numbers"]) == len([each for each in found["letters"] if each["number"]]) == 1


def test_form_without_its_token_or_from_elsewhere_is_refused(
    running: Server, kades: Visitor, letter: dict[str, str]
) -> None:
    before = _state(running)
    assert kades.post(f"{LIST}{letter['key']}/setujui/", {}).status == 403
    elsewhere = Visitor("http://localhost:1", dict(kades.cookies))
    elsewhere.address = running.address
    answer = elsewhere._ask("POST", "/v/", b"code=x", {"Origin": "http://evil.example"})
    assert answer.status == 403
    assert _state(running) == before
