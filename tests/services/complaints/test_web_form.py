"""Lapor as people use it: back, two tabs, a cut, a photo too large, a flood; no word is lost."""

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.files.queries import read_content
from desa.foundation.intake.actions import append_part, begin_upload
from desa.foundation.intake.models import GuestDraft, Upload
from desa.foundation.intake.queries import parts
from desa.foundation.tenancy.models import Area, Village
from desa.services.complaints.actions import filing
from desa.services.complaints.enums import About, Channel, Wish
from desa.services.complaints.models import Complaint, ReporterContact
from desa.services.complaints.views.public import wrong_codes
from desa.services.complaints.views.resident import drafts
from desa.services.complaints.views.resident.questions import PHOTO_PURPOSE
from tests.services.complaints.conftest import MONDAY, Officials

START = "/pengaduan/lapor/"
ORIGIN = {"origin": "http://testserver"}
STORY = "Lampu jalan mati dekat musala Winog"
pytestmark = pytest.mark.usefixtures("hall")


@pytest.fixture(autouse=True)
def _calm() -> None:
    for limiter in (drafts.opened, drafts.sent, drafts.sent_here, drafts.pictured, wrong_codes):
        limiter.clear()


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still here, and people take longer than that."""
    monkeypatch.setattr(drafts, "FASTEST", timedelta(0))


def _send(client: Client, path: str, data: dict[str, Any], status: int = 302) -> Any:
    answer = client.post(path, data, headers=ORIGIN)
    assert answer.status_code == status, answer.content.decode()[:2000]
    return answer


def _begin(client: Client, kind: str = "pju") -> str:
    """The address of the second question, without its name."""
    location: str = _send(client, START, {"jenis": kind})["Location"]
    return location.rsplit("/", 2)[0] + "/"


def _answer_all(client: Client, base: str, **more: str) -> str:
    _send(client, f"{base}tempat/", {"wilayah": more.get("wilayah", ""), "patokan": "musala"})
    _send(client, f"{base}cerita/", {"cerita": more.get("cerita", STORY), "aksi": "lanjut"})
    contact = {"hubungi": more.get("hubungi", Wish.NONE), "nomor": more.get("nomor", "")}
    return str(_send(client, f"{base}kontak/", contact)["Location"])


def _jpeg(width: int = 1000, height: int = 800) -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((width, height), 40).convert("RGB").save(buffer, "JPEG")
    return buffer.getvalue()


def _file(content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("IMG_0001.jpg", content, "image/jpeg")


def test_five_questions_become_a_complaint(client: Client, winog: Area) -> None:
    base = _begin(client)
    review = _answer_all(client, base, wilayah=str(winog.pk))
    assert review == f"{base}periksa/"
    page = client.get(review).content.decode()
    assert "Lampu jalan" in page
    assert "RT 021, Winog" in page
    assert STORY in page
    answer = _send(client, review, {})
    complaint = Complaint.objects.get()
    assert answer["Location"] == f"/pengaduan/status/{complaint.status_code}/terkirim/"
    assert (complaint.category, complaint.area, complaint.landmark) == ("pju", winog, "musala")
    assert (complaint.text, complaint.channel) == (STORY, Channel.WEB)
    assert complaint.owner_office == Office.KAUR_TU
    assert not ReporterContact.objects.exists()
    assert not GuestDraft.objects.exists()


def test_result_shows_code_promise_and_who_has_it(client: Client) -> None:
    base = _begin(client)
    page = client.get(_send(client, _answer_all(client, base), {})["Location"])
    text, complaint = page.content.decode(), Complaint.objects.get()
    assert complaint.code.display in text
    assert "Rabu, 18 November 2026" in text
    assert "di tangan Kaur Tata Usaha dan Umum" in text or "di tangan Kaur" in text
    assert "GRATIS" in text


def test_no_page_on_the_way_sets_a_cookie_or_holds_a_token(client: Client) -> None:
    base = _begin(client)
    for name in ("tempat", "cerita", "kontak"):
        answer = client.get(f"{base}{name}/")
        assert answer.status_code == 200
        assert not answer.cookies
        assert answer["Cache-Control"] == "no-store"
        assert "csrfmiddlewaretoken" not in answer.content.decode()


def test_back_button_shows_what_was_answered_and_a_change_leads_straight_on(client: Client) -> None:
    base = _begin(client)
    _answer_all(client, base)
    assert 'value="musala"' in client.get(f"{base}tempat/").content.decode()
    assert STORY in client.get(f"{base}cerita/").content.decode()
    answer = _send(client, f"{base}tempat/", {"wilayah": "", "patokan": "jembatan"})
    assert answer["Location"] == f"{base}periksa/"
    assert "jembatan" in client.get(f"{base}periksa/").content.decode()


def test_two_tabs_are_two_reports(client: Client) -> None:
    first, second = _begin(client), _begin(client)
    one = _answer_all(client, first, cerita="Lampu pertama mati")
    two = _answer_all(client, second, cerita="Lampu kedua mati")
    _send(client, one, {})
    _send(client, two, {})
    texts = set(Complaint.objects.values_list("text", flat=True))
    assert texts == {"Lampu pertama mati", "Lampu kedua mati"}


def test_sending_again_after_a_lost_answer_leads_to_the_same_report(client: Client) -> None:
    review = _answer_all(client, _begin(client))
    first, again = _send(client, review, {}), _send(client, review, {})
    assert first["Location"] == again["Location"]
    assert client.get(review)["Location"] == first["Location"]
    assert Complaint.objects.count() == 1


def test_review_before_everything_is_answered_leads_to_what_is_missing(client: Client) -> None:
    base = _begin(client)
    assert client.get(f"{base}periksa/")["Location"] == f"{base}tempat/"
    _send(client, f"{base}tempat/", {})
    assert _send(client, f"{base}periksa/", {})["Location"] == f"{base}cerita/"
    assert not Complaint.objects.exists()


def test_unknown_question_is_not_found(client: Client) -> None:
    base = _begin(client)
    assert client.get(f"{base}rumah/").status_code == 404
    assert client.get(f"{base}siapa/").status_code == 404


@pytest.mark.parametrize("key", ["A" * 32, "salah"])
def test_address_that_never_was_says_to_begin_again(client: Client, key: str) -> None:
    for name in ("tempat", "cerita", "periksa"):
        answer = client.get(f"{START}{key}/{name}/")
        assert answer.status_code == 404
        assert "Mulai lagi" in answer.content.decode()


def test_draft_older_than_a_day_is_gone(client: Client) -> None:
    base = _begin(client)
    with clock.frozen(MONDAY + timedelta(hours=25)):
        assert client.get(f"{base}tempat/").status_code == 404


def test_first_question_left_empty_is_asked_again(client: Client) -> None:
    page = _send(client, START, {}, status=422).content.decode()
    assert "Apa masalahnya?" in page
    assert "belum dijawab" in page
    assert not GuestDraft.objects.exists()


def test_report_about_the_kades_goes_to_the_bpd_and_hides_from_him(
    client: Client, hall: Officials
) -> None:
    base = _begin(client, "perangkat")
    assert client.get(f"{base}siapa/").status_code == 200
    answer = _send(client, f"{base}siapa/", {"tentang": About.KADES})
    assert answer["Location"] == f"{base}tempat/"
    _send(client, _answer_all(client, base), {})
    complaint = Complaint.objects.get()
    assert (complaint.about, complaint.owner_office) == (About.KADES, Office.BPD)
    assert complaint.restricted


def test_answer_about_whom_counts_only_while_it_is_asked(client: Client) -> None:
    base = _begin(client, "perangkat")
    _send(client, f"{base}siapa/", {"tentang": About.KADES})
    _send(client, f"{base}jenis/", {"jenis": "pju"})
    _send(client, _answer_all(client, base), {})
    assert Complaint.objects.get().about == About.NOBODY


def test_phone_is_kept_apart_and_only_when_it_may_be_used(client: Client) -> None:
    review = _answer_all(client, _begin(client), hubungi=Wish.NO_CALL, nomor="0812 3456 7890")
    _send(client, review, {})
    contact = ReporterContact.objects.get()
    assert (contact.phone, contact.wish, contact.name) == ("+6281234567890", Wish.NO_CALL, "")


def test_phone_of_who_wants_no_message_is_not_kept(client: Client) -> None:
    _send(client, _answer_all(client, _begin(client), nomor="0812 3456 7890"), {})
    assert not ReporterContact.objects.exists()


@pytest.mark.parametrize(("wish", "phone"), [("pesan", ""), ("boleh", ""), ("boleh", "12")])
def test_message_without_a_number_is_asked_about(client: Client, wish: str, phone: str) -> None:
    base = _begin(client)
    _send(client, f"{base}kontak/", {"hubungi": wish, "nomor": phone}, status=422)


def test_photo_in_parts_joins_the_report_without_its_words(client: Client) -> None:
    base, content = _begin(client), _jpeg()
    key = begin_upload(purpose=PHOTO_PURPOSE, size=len(content)).value
    for start in range(0, len(content), 65536):
        append_part(key=key, offset=start, content=content[start : start + 65536])
    _send(client, f"{base}cerita/", {"cerita": STORY, "foto_kunci": key, "aksi": "lanjut"})
    again = {"cerita": STORY, "foto_kunci": key, "aksi": "lanjut"}
    _send(client, f"{base}cerita/", again)
    preview = client.get(f"{base}foto/0/")
    assert preview["Content-Type"] == "image/jpeg"
    assert len(preview.content) <= 40_000
    _send(client, _answer_all(client, base), {})
    photo = Complaint.objects.get().photos.get()
    assert photo.public_file is None
    assert read_content(photo.file).startswith(b"\xff\xd8\xff")
    assert photo.file.size == len(read_content(photo.file)) <= 300_000


def test_photo_with_the_form_works_without_a_script(client: Client) -> None:
    base = _begin(client)
    data = {"cerita": STORY, "foto": _file(_jpeg()), "aksi": "tambah"}
    assert _send(client, f"{base}cerita/", data)["Location"] == f"{base}cerita/"
    page = client.get(f"{base}cerita/").content.decode()
    assert "Buang foto ini" in page
    drop = page.split('value="buang-')[1].split('"')[0]
    _send(client, f"{base}cerita/", {"cerita": STORY, "aksi": f"buang-{drop}"})
    assert client.get(f"{base}foto/0/").status_code == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7 " + bytes(100), "bukan foto"), (bytes(13_000_000), "lebih dari 12 MB")],
)
def test_photo_that_cannot_be_taken_costs_no_word(
    client: Client, content: bytes, words: str
) -> None:
    base = _begin(client)
    data = {"cerita": STORY, "foto": _file(content), "aksi": "lanjut"}
    page = _send(client, f"{base}cerita/", data, status=422).content.decode()
    assert words in page
    assert STORY in page
    assert STORY in client.get(f"{base}cerita/").content.decode()


def test_upload_that_did_not_arrive_is_asked_for_again(client: Client) -> None:
    base, key = _begin(client), begin_upload(purpose=PHOTO_PURPOSE, size=10).value
    data = {"cerita": STORY, "foto_kunci": key, "aksi": "lanjut"}
    page = _send(client, f"{base}cerita/", data, status=422).content.decode()
    assert "belum sampai seluruhnya" in page
    assert STORY in page
    gone = {**data, "foto_kunci": "A" * 32}
    assert "belum sampai" in _send(client, f"{base}cerita/", gone, status=422).content.decode()


def test_photos_put_and_dropped_again_and_again_are_refused_and_cost_no_word(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each lies on the disk for a week; one draft could fill it."""
    monkeypatch.setattr(drafts.pictured, "attempts", 2)
    base = _begin(client)
    for width in (300, 310):
        data = {"cerita": STORY, "foto": _file(_jpeg(width)), "aksi": "lanjut"}
        _send(client, f"{base}cerita/", data)
    late = {"cerita": "Lampu kedua mati", "foto": _file(_jpeg(320)), "aksi": "lanjut"}
    page = _send(client, f"{base}cerita/", late, status=422).content.decode()
    assert "kirim tanpa berkas" in page
    assert "Lampu kedua mati" in client.get(f"{base}cerita/").content.decode()
    assert client.get(f"{base}foto/2/").status_code == 404
    _send(client, f"{base}cerita/", {"cerita": STORY, "aksi": "lanjut"})


def test_fourth_photo_is_refused(client: Client) -> None:
    base = _begin(client)
    for width in (300, 310, 320):
        data = {"cerita": STORY, "foto": _file(_jpeg(width)), "aksi": "tambah"}
        _send(client, f"{base}cerita/", data)
    data = {"cerita": STORY, "foto": _file(_jpeg(330)), "aksi": "lanjut"}
    assert (
        "Paling banyak 3 foto" in _send(client, f"{base}cerita/", data, status=422).content.decode()
    )


def test_box_no_person_sees_is_filled_by_a_machine(client: Client) -> None:
    page = _send(client, START, {"jenis": "pju", "situs": "http://x"}, status=429).content.decode()
    assert "datang ke kantor desa" in page
    assert not GuestDraft.objects.exists()


def test_form_sent_faster_than_anyone_reads_is_not_taken_but_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "FASTEST", timedelta(seconds=3))
    review = _answer_all(client, _begin(client))
    page = _send(client, review, {}, status=429).content.decode()
    assert "Terlalu cepat" in page
    assert STORY in page
    with clock.frozen(MONDAY + timedelta(seconds=4)):
        _send(client, review, {})
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize("limiter", ["sent", "sent_here"])
def test_flood_is_refused_politely_and_loses_no_word(
    client: Client, monkeypatch: pytest.MonkeyPatch, limiter: str
) -> None:
    monkeypatch.setattr(getattr(drafts, limiter), "attempts", 1)
    _send(client, _answer_all(client, _begin(client)), {})
    base = _begin(client)
    review = _answer_all(client, base, cerita="Pipa air bocor di pinggir jalan")
    page = _send(client, review, {}, status=429).content.decode()
    assert "datang ke kantor desa" in page
    assert "Pipa air bocor" in page
    assert Complaint.objects.count() == 1
    getattr(drafts, limiter).clear()
    _send(client, review, {})
    assert Complaint.objects.count() == 2


def test_too_many_beginnings_from_one_place_are_refused(client: Client) -> None:
    for _turn in range(drafts.opened.attempts):
        drafts.opened.count("127.0.0.1")
    page = _send(client, START, {"jenis": "pju"}, status=429).content.decode()
    assert "Coba lagi 10 menit lagi" in page


def test_text_of_no_person_is_refused(client: Client) -> None:
    base = _begin(client)
    page = _send(client, f"{base}cerita/", {"cerita": "x" * 2001}, status=422).content.decode()
    assert "Paling banyak 2.000 huruf" in page


def test_script_in_the_story_stays_text(client: Client) -> None:
    base = _begin(client)
    review = _answer_all(client, base, cerita="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(review).content.decode()


def test_code_that_another_report_has_is_drawn_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes = iter(["K7M4PX", "K7M4PX", "K7M4PX", "BCDFGH"])
    monkeypatch.setattr(filing, "new_status_code", lambda: next(codes))
    for _turn in range(2):
        _send(client, _answer_all(client, _begin(client)), {})
    found = set(Complaint.objects.values_list("status_code", flat=True))
    assert found == {"K7M4PX", "BCDFGH"}


def test_page_of_another_site_sends_nothing(client: Client) -> None:
    review = _answer_all(client, _begin(client))
    answer = client.post(review, {}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert not Complaint.objects.exists()


@pytest.fixture(autouse=True)
def _no_parts_left(scope: Village) -> Iterator[None]:
    yield
    for row in Upload.objects.all():
        parts().forget(row.key_digest)
