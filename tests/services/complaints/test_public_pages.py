"""What everyone reads, and what the reporter reads and answers by the code."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.tenancy.models import Area, Village
from desa.services.complaints import published
from desa.services.complaints.actions import (
    add_photo,
    pause_complaint,
    refuse_complaint,
    show_photo,
    summarise,
    verify_complaint,
)
from desa.services.complaints.enums import About, ComplaintState, PhotoKind, PhotoShowing
from desa.services.complaints.models import Complaint
from desa.services.complaints.views.public import wrong_codes
from tests.services.complaints.conftest import LAMP, MONDAY, Officials, answered, filed

LIST, STATUS = "/pengaduan/", "/pengaduan/status/"
ORIGIN = {"origin": "http://testserver"}
NIK = "3514995203550001"
S = ComplaintState
pytestmark = pytest.mark.usefixtures("hall")


@pytest.fixture(autouse=True)
def _calm() -> None:
    wrong_codes.clear()


def _page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    assert not answer.cookies
    return str(answer.content.decode())


def _status(complaint: Complaint) -> str:
    return f"{STATUS}{complaint.status_code}/"


def _post(client: Client, path: str, data: dict[str, str]) -> Any:
    return client.post(path, data, headers=ORIGIN)


def test_list_shows_kind_place_and_age_and_no_word_of_the_reporter(
    client: Client, winog: Area
) -> None:
    complaint = filed(area=winog, landmark="rumah Nur Hidayah", name="Nur", phone="081234567890")
    with clock.frozen(MONDAY + timedelta(days=9)):
        page = _page(client, LIST)
    assert "Lampu jalan · Dusun Winog, RT 021 · 9 hari" in page
    assert f"/pengaduan/{complaint.public_number}/" in page
    for private in (LAMP, "Nur", "rumah", "1234", complaint.status_code):
        assert private not in page


@pytest.mark.parametrize("kind", ["pesawat", "\x00", "pju\x00", "pju' OR 1=1"])
def test_kind_that_is_none_shows_nothing_and_asks_no_database(client: Client, kind: str) -> None:
    number = filed().public_number
    answer = client.get(LIST, {"jenis": kind})
    assert answer.status_code == 200
    assert number not in answer.content.decode()


@pytest.mark.parametrize("words", ["\x00", "belum\x00 menyala"])
def test_word_of_the_reporter_with_a_nul_is_kept_without_it(
    client: Client, hall: Officials, words: str
) -> None:
    complaint = answered(hall[Office.KAUR_TU])
    said = {"jawaban": "belum", "alasan": words}
    assert _post(client, f"{_status(complaint)}jawab/", said).status_code == 302
    kept = complaint.answers.get().words
    assert kept == words.replace("\x00", "").strip()


def test_summary_of_the_office_is_the_title(client: Client, hall: Officials) -> None:
    summarise(by=hall[Office.KAUR_TU], complaint=filed(), summary=f"Lampu mati, kata {NIK}")
    page = _page(client, LIST)
    assert "Lampu mati, kata" in page
    assert NIK not in page


@pytest.mark.parametrize("parts", [{"about": About.KADES}, {"private": True}, {"category": "uang"}])
def test_its_reporter_is_not_told_that_everyone_reads_it(
    client: Client, parts: dict[str, Any]
) -> None:
    """Restricted cases count by themselves, so another one of the same number may be public."""
    public, hidden = filed(), filed(**parts)
    words = "Seperti dilihat semua orang"
    assert words in _page(client, _status(public))
    assert words not in _page(client, _status(hidden))


@pytest.mark.parametrize("parts", [{"about": About.KADES}, {"private": True}, {"category": "uang"}])
def test_case_that_is_not_for_everyone_is_not_there(client: Client, parts: dict[str, Any]) -> None:
    complaint = filed(**parts)
    number = complaint.public_number
    assert number not in _page(client, LIST)
    page = _page(client, f"{LIST}{number}/", 404)
    assert page.replace(number, "") == _page(client, f"{LIST}PGD-2026-9999/", 404).replace(
        "PGD-2026-9999", ""
    )


def test_list_is_filtered_by_kind_and_dusun(client: Client, winog: Area) -> None:
    klampok = Area.objects.create(kind="dusun", name="Klampok")
    here, there = filed(area=winog), filed(area=klampok)
    water = filed("air", area=winog)
    dusun = next(each for each in published.hamlets() if each.name == "Winog")
    assert _numbers(published.complaints(hamlet=dusun.id)) == [water, here]
    assert _numbers(published.complaints(category="pju")) == [there, here]
    assert _numbers(published.complaints("pju", dusun.id)) == [here]
    assert _numbers(published.complaints(hamlet="ngawur")) == []
    page = _page(client, f"{LIST}?jenis=pju&dusun={dusun.id}")
    assert here.public_number in page
    assert water.public_number not in page


def _numbers(found: published.PublishedList) -> list[Complaint]:
    known = {row.public_number: row for row in Complaint.objects.all()}
    return [known[each.number] for each in found.complaints]


def test_list_goes_on_where_the_page_ended(client: Client) -> None:
    """All of one moment: the order must still be the same on every page."""
    wanted = [filed().public_number for _turn in range(published.PAGE_SIZE + 3)][::-1]
    first = published.complaints()
    rest = published.complaints(after=first.older_than)
    assert [each.number for each in (*first.complaints, *rest.complaints)] == wanted
    assert rest.older_than == ""
    page = _page(client, LIST)
    assert f"sesudah={first.older_than}" in page
    assert "Ke yang terbaru" in _page(client, f"{LIST}?sesudah={first.older_than}")
    assert "PGD" in _page(client, f"{LIST}?sesudah=ngawur")


def test_empty_list_says_so(client: Client) -> None:
    assert "Belum ada laporan di sini" in _page(client, LIST)


def test_case_page_tells_the_story_without_identity(
    client: Client, winog: Area, hall: Officials
) -> None:
    complaint = filed(area=winog, name="Nur Hidayah", phone="081234567890")
    answered(hall[Office.KAUR_TU], complaint)
    answer = _post(
        client,
        f"{_status(complaint)}jawab/",
        {"jawaban": "belum", "alasan": "Nur bilang kabel putus"},
    )
    assert answer.status_code == 302
    page = _page(client, f"{LIST}{complaint.public_number}/")
    for words in ("Pelapor dirahasiakan", "1 kali", "Kaur", "Lampu sudah diganti"):
        assert words in page
    assert "Pelapor menjawab BELUM, dibuka kembali" in page
    for private in ("Nur", "1234", "kabel putus", complaint.status_code):
        assert private not in page


def test_case_page_asks_the_reporter_in_public(client: Client, hall: Officials) -> None:
    complaint = answered(hall[Office.KAUR_TU])
    assert "Kami bertanya: “Lampunya sudah menyala?”" in _page(
        client, f"{LIST}{complaint.public_number}/"
    )


def test_words_of_the_office_are_covered_too(client: Client, hall: Officials) -> None:
    complaint = refuse_complaint(
        by=hall[Office.KAUR_TU],
        complaint=verify_complaint(by=hall[Office.KAUR_TU], complaint=filed()),
        reason=f"Sudah dilaporkan oleh {NIK}",
    )
    page = _page(client, f"{LIST}{complaint.public_number}/")
    assert "Sudah dilaporkan oleh" in page
    assert NIK not in page


def test_photo_is_shown_only_as_the_office_decided(client: Client, hall: Officials) -> None:
    complaint, clerk = filed(), hall[Office.KAUR_TU]
    private, blurred = _stored(b"\xff\xd8\xff asli"), _stored(b"\xff\xd8\xff kabur")
    photo = add_photo(by=clerk, complaint=complaint, file=private, kind=PhotoKind.BEFORE)
    address = f"{LIST}{complaint.public_number}/foto/1/"
    assert client.get(address).status_code == 404
    show_photo(by=clerk, photo=photo, showing=PhotoShowing.BLURRED, public_file=blurred)
    answer = client.get(address)
    assert (answer.status_code, answer.content) == (200, b"\xff\xd8\xff kabur")
    assert address in _page(client, f"{LIST}{complaint.public_number}/")
    assert client.get(f"{LIST}{complaint.public_number}/foto/2/").status_code == 404
    assert client.get(f"{LIST}PGD-2026-9999/foto/1/").status_code == 404


def _stored(content: bytes) -> Any:
    return register_file(digest=put_content(content), size=len(content), media_type="image/jpeg")


def test_status_by_code_shows_promise_and_owner(client: Client) -> None:
    complaint = filed()
    answer = _post(client, STATUS, {"kode": complaint.code.display.lower()})
    assert answer["Location"] == _status(complaint)
    page = _page(client, _status(complaint))
    assert "Rabu, 18 November 2026" in page
    assert "Kaur" in page
    assert LAMP not in page


def test_misspelt_code_is_asked_again(client: Client) -> None:
    answer = _post(client, STATUS, {"kode": "12"})
    assert answer.status_code == 422
    assert "Kode ini keliru" in answer.content.decode()
    assert "Kode laporan" in _page(client, STATUS)


def test_wrong_codes_tell_nothing_and_then_are_not_answered(client: Client) -> None:
    complaint = filed(about=About.KADES)
    bodies = set()
    for code in ("K7M4PX", "ngawur", NIK, "K7M4P"):
        bodies.add(_page(client, f"{STATUS}{code}/", 404).replace(code, ""))
        answer = _post(client, f"{STATUS}{code}/jawab/", {"jawaban": "sudah"})
        bodies.add(answer.content.decode().replace(code, "").replace("jawab/", ""))
    assert len(bodies) == 1
    for _turn in range(3):
        client.get(f"{STATUS}K7M4PX/")
    assert client.get(_status(complaint)).status_code == 429
    assert _post(client, f"{_status(complaint)}jawab/", {"jawaban": "sudah"}).status_code == 429
    assert _post(client, f"{_status(complaint)}tambah/", {}).status_code == 429


def test_one_tap_done_finishes_it(client: Client, hall: Officials) -> None:
    complaint = answered(hall[Office.KAUR_TU])
    assert "Lampunya sudah menyala?" in _page(client, _status(complaint))
    answer = _post(client, f"{_status(complaint)}jawab/", {"jawaban": "sudah"})
    assert answer["Location"] == _status(complaint)
    assert Complaint.objects.get().state == S.CONFIRMED
    page = _page(client, _status(complaint))
    assert "Pelapor menjawab SUDAH" in page
    assert "Anda masih bisa mengubah jawaban" in page


def test_not_done_opens_it_again_and_counts(client: Client, hall: Officials) -> None:
    complaint = answered(hall[Office.KAUR_TU])
    data = {"jawaban": "belum", "alasan": f"Kabel putus. NIK saya {NIK}"}
    _post(client, f"{_status(complaint)}jawab/", data)
    current = Complaint.objects.get()
    assert (current.state, current.reopened) == (S.IN_PROGRESS, 1)
    words = current.answers.get().words
    assert "Kabel putus" in words
    assert NIK not in words


def test_second_tap_counts_once(client: Client, hall: Officials) -> None:
    complaint = answered(hall[Office.KAUR_TU])
    _post(client, f"{_status(complaint)}jawab/", {"jawaban": "belum"})
    second = _post(client, f"{_status(complaint)}jawab/", {"jawaban": "belum"})
    assert second.status_code == 409
    assert Complaint.objects.get().reopened == 1


@pytest.mark.parametrize("said", ["", "mungkin"])
def test_other_words_are_no_answer(client: Client, hall: Officials, said: str) -> None:
    complaint = answered(hall[Office.KAUR_TU])
    assert _post(client, f"{_status(complaint)}jawab/", {"jawaban": said}).status_code == 409
    assert Complaint.objects.get().state == S.ANSWERED


def test_answer_before_anything_was_done_is_refused(client: Client) -> None:
    complaint = filed()
    answer = _post(client, f"{_status(complaint)}jawab/", {"jawaban": "sudah"})
    assert answer.status_code == 409
    assert "belum ditanggapi" in answer.content.decode()


def test_asked_information_starts_the_clock_again(client: Client, hall: Officials) -> None:
    clerk = hall[Office.KAUR_TU]
    complaint = verify_complaint(by=clerk, complaint=filed())
    pause_complaint(by=clerk, complaint=complaint, reason="Tiang nomor berapa?")
    page = _page(client, _status(complaint))
    assert "Tiang nomor berapa?" in page
    assert "menunggu keterangan dari Anda" in page
    words = {"keterangan": f"Tiang 12, nomor HP saya 0812-3456-7890, NIK {NIK}"}
    answer = _post(client, f"{_status(complaint)}tambah/", words)
    assert answer["Location"] == _status(complaint)
    current = Complaint.objects.get()
    assert not current.paused
    told = current.story.last()
    assert told is not None
    assert "Tiang 12" in told.words
    assert NIK not in told.words
    assert "3456" not in told.words
    assert "Tiang 12" not in _page(client, f"{LIST}{complaint.public_number}/")


def test_information_nobody_asked_for_is_refused(client: Client, hall: Officials) -> None:
    answer = _post(client, f"{_status(filed())}tambah/", {"keterangan": "halo"})
    assert answer.status_code == 409
    complaint = verify_complaint(by=hall[Office.KAUR_TU], complaint=filed())
    pause_complaint(by=hall[Office.KAUR_TU], complaint=complaint, reason="Tiang nomor berapa?")
    assert _post(client, f"{_status(complaint)}tambah/", {"keterangan": " "}).status_code == 409
    assert Complaint.objects.get(pk=complaint.pk).paused


def test_opening_any_page_changes_nothing(client: Client, hall: Officials) -> None:
    complaint = answered(hall[Office.KAUR_TU])
    for path in ("jawab/", "tambah/"):
        assert client.get(f"{_status(complaint)}{path}").status_code == 405
    assert Complaint.objects.get().state == S.ANSWERED


def test_pages_are_small(client: Client, winog: Area, village: Village) -> None:
    for _turn in range(published.PAGE_SIZE + 1):
        filed(area=winog)
    assert len(client.get(LIST).content) < 40_000


def test_late_case_says_so(client: Client) -> None:
    complaint = filed()
    with clock.frozen(MONDAY + timedelta(days=8)):
        assert "Lewat janji" in _page(client, LIST)
        assert "Maaf, kami lewat janji." in _page(client, _status(complaint))
