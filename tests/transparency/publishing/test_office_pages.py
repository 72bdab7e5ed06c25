"""The desk: write, look first, publish, change, cancel, take away, bring back."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Area, Village
from desa.transparency.publishing.models import BoardNote, Event, Notice, ProfileText
from tests.factories import enter
from tests.transparency.publishing.samples import (
    TUESDAY,
    event_text,
    notice_text,
    published,
    written,
)

DESK = "/kantor/info"
Form = dict[str, Any]


def event_form(**changes: Any) -> Form:
    usual = {
        "kirim_id": str(uuid4()),
        "revision": "0",
        "title": "Musyawarah Dusun Rajeg",
        "day": "28 November 2026",
        "begins": "19.30",
        "ends": "",
        "last_day": "",
        "place": "Balai Dusun Rajeg",
        "invited": "Semua warga",
        "dusun": "",
        "note": "",
    }
    return {**usual, **changes}


def notice_form(**changes: Any) -> Form:
    usual = {
        "kirim_id": str(uuid4()),
        "revision": "0",
        "kind": "pengumuman",
        "title": "Air mati",
        "source": "Besok **nyala** lagi.",
        "ends_on": "",
    }
    return {**usual, **changes}


@pytest.fixture
def desk(operator: User) -> Client:
    return enter(operator)


@pytest.fixture
def chief(sekdes: User) -> Client:
    return enter(sekdes)


def body(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(f"{DESK}{address}")
    assert answer.status_code == status
    return answer.content.decode()


def send(client: Client, address: str, form: Form | None = None) -> tuple[int, str]:
    answer = client.post(f"{DESK}{address}", form or {}, headers={"Origin": "http://testserver"})
    return answer.status_code, answer.content.decode()


def test_event_is_written_with_the_village_clock(desk: Client) -> None:
    dusun = Area.objects.create(kind="dusun", name="Rajeg")
    status, _page = send(desk, "/agenda/baru/", event_form(dusun=str(dusun.pk)))
    assert status == 302
    event = Event.objects.get()
    assert event.begins_at == TUESDAY.replace(day=28, hour=19, minute=30)
    assert event.open_end
    assert event.dusun == dusun
    assert not event.is_published


def test_same_form_twice_is_one_event(desk: Client) -> None:
    form = event_form()
    assert send(desk, "/agenda/baru/", form)[0] == send(desk, "/agenda/baru/", form)[0] == 302
    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": ""}, "Nama kegiatan belum diisi."),
        ({"day": "31 November 2026"}, "Tanggal 31 tidak ada"),
        ({"begins": "25.00"}, "Jam ditulis seperti 08.00"),
        ({"ends": "18.00"}, "Kegiatan selesai sesudah mulai"),
        ({"last_day": "28 November 2027"}, "Kegiatan selesai sesudah mulai"),
        ({"dusun": "123"}, "Untuk dusun"),
        ({"kirim_id": ""}, "tidak lengkap terkirim"),
    ],
)
def test_wrong_event_is_explained(desk: Client, changes: Form, words: str) -> None:
    status, shown = send(desk, "/agenda/baru/", event_form(**changes))
    assert status == 422
    assert words in shown
    assert not Event.objects.exists()


def test_empty_end_of_a_notice_means_the_usual_stay(desk: Client) -> None:
    send(desk, "/kabar/baru/", notice_form())
    assert Notice.objects.get().ends_on.isoformat() == "2026-12-08"
    send(desk, "/kabar/baru/", notice_form(kind="berita"))
    assert Notice.objects.get(kind="berita").ends_on.isoformat() == "2027-02-22"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"source": ""}, "Isi belum diisi."),
        ({"ends_on": "1 Maret 2027"}, "paling lama 60 hari"),
        ({"ends_on": "1 November 2026"}, "sudah lewat"),
        ({"kind": "berita", "urgent": "on"}, "Hanya pengumuman yang bisa mendesak."),
        ({"kind": "iklan"}, "Jenis"),
    ],
)
def test_wrong_notice_is_explained_and_keeps_what_was_typed(
    desk: Client, changes: Form, words: str
) -> None:
    status, shown = send(desk, "/kabar/baru/", notice_form(**changes))
    assert status == 422
    assert words in shown
    assert "Air mati" in shown
    assert not Notice.objects.exists()


def test_looking_first_stores_nothing_and_shows_it_clean(desk: Client) -> None:
    form = notice_form(source="**Halo** <script>alert(1)</script>", lihat="1")
    status, shown = send(desk, "/kabar/baru/", form)
    assert status == 200
    assert "<strong>Halo</strong> &lt;script&gt;" in shown
    assert "Belum tersimpan." in shown
    assert not Notice.objects.exists()
    assert send(desk, "/kabar/baru/", {**form, "lihat": "1", "title": ""})[0] == 422


def test_draft_is_published_by_the_sekdes(desk: Client, chief: Client) -> None:
    send(desk, "/kabar/baru/", notice_form())
    address = f"/kabar/{Notice.objects.get().public_id}/"
    assert "Tayangkan sekarang" not in body(desk, address)
    assert "ditayangkan oleh Sekretaris Desa" in body(desk, address)
    assert send(desk, f"{address}tayangkan/")[0] == 403
    assert send(chief, f"{address}tayangkan/")[0] == 302
    shown = body(chief, address)
    assert "Tayang sejak 24 November 2026, 09.12 WIB" in shown
    assert "menayangkan kabar" in shown
    assert "Ubah" not in body(desk, address)
    assert send(desk, f"{address}ubah/", notice_form(title="Lain"))[0] == 403


def test_change_form_shows_what_is_there(chief: Client, sekdes: User) -> None:
    text = event_text(open_end=True)
    post = published(text, sekdes)
    shown = body(chief, f"/agenda/{post.public_id}/ubah/")
    assert 'value="26 November 2026"' in shown
    assert 'value="08.00"' in shown
    assert 'value="11.00"' not in shown
    form = event_form(title="Pindah tempat", place="Musala Winog")
    assert send(chief, f"/agenda/{post.public_id}/ubah/", form)[0] == 302
    event = Event.objects.get(pk=post.pk)
    assert (event.place, event.revision) == ("Musala Winog", 1)


def test_change_of_an_older_sight_is_refused(chief: Client) -> None:
    post = written(notice_text())
    address = f"/kabar/{post.public_id}/ubah/"
    assert send(chief, address, notice_form(title="Satu"))[0] == 302
    status, shown = send(chief, address, notice_form(title="Dua"))
    assert status == 422
    assert "baru saja mengubahnya" in shown
    assert Notice.objects.get().title == "Satu"


def test_cancelling_asks_for_the_reason(chief: Client, sekdes: User) -> None:
    address = f"/agenda/{published(event_text(), sekdes).public_id}/batalkan/"
    assert send(chief, address, {"reason": ""})[0] == 422
    assert send(chief, address, {"reason": "Hujan deras"})[0] == 302
    assert Event.objects.get().cancel_reason == "Hujan deras"
    draft = written(event_text())
    status, shown = send(chief, f"/agenda/{draft.public_id}/batalkan/", {"reason": "Hujan"})
    assert (status, "Draf tidak perlu dibatalkan" in shown) == (409, True)


def test_old_draft_is_not_published(chief: Client) -> None:
    post = written(event_text(1))
    with clock.frozen(TUESDAY.replace(day=30)):
        status, shown = send(chief, f"/agenda/{post.public_id}/tayangkan/")
    assert status == 409
    assert "Agenda ini sudah lewat." in shown


def test_removed_draft_stands_on_the_desk_and_comes_back(desk: Client) -> None:
    post = written(notice_text())
    assert send(desk, f"/kabar/{post.public_id}/hapus/")[0] == 302
    assert "Baru dihapus" in body(desk, "/")
    body(desk, f"/kabar/{post.public_id}/", 404)
    assert send(desk, f"/kabar/{post.public_id}/kembalikan/")[0] == 302
    assert "Baru dihapus" not in body(desk, "/")


def test_archive_keeps_what_left_the_pages(desk: Client, sekdes: User) -> None:
    published(notice_text(1), sekdes)
    published(event_text(1), sekdes)
    assert "Air mati sementara" not in body(desk, "/arsip/")
    with clock.frozen(TUESDAY.replace(day=30)):
        shown = body(desk, "/arsip/")
    assert "Air mati sementara" in shown
    assert "Posyandu lansia" in shown


@pytest.mark.parametrize("address", ["/iklan/baru/", "/profil/cuaca/", "/daftar/tidak.ada/papan/"])
def test_unknown_kinds_are_not_found(chief: Client, address: str) -> None:
    body(chief, address, 404)


def test_profile_keeps_every_version(chief: Client, desk: Client) -> None:
    for words in ("Desa terang.", "Desa terang.", "Desa **terang** benar."):
        assert send(chief, "/profil/visi/", {"source": words})[0] == 302
    assert ProfileText.objects.count() == 2
    shown = body(chief, "/profil/visi/")
    assert shown.count("<details>") == 2
    assert "Desa <strong>terang</strong> benar." in body(desk, "/profil/")
    assert send(chief, "/profil/visi/", {"source": ""})[0] == 422
    looked = send(chief, "/profil/visi/", {"source": "Coba", "lihat": "1"})
    assert (looked[0], "Belum tersimpan." in looked[1]) == (200, True)
    assert send(desk, "/profil/visi/", {"source": "Bukan hak saya"})[0] == 403


def test_item_on_a_board_is_noted_moved_and_withdrawn(chief: Client, village: Village) -> None:
    address = "/daftar/perki.durkp/papan/"
    assert send(chief, address, {"place": ""})[0] == 422
    for place in ("Balai Desa", "Balai Desa", "Balai Rajeg"):
        assert send(chief, address, {"place": place})[0] == 302
    note = BoardNote.objects.get()
    assert note.place == "Balai Rajeg"
    assert "Balai Rajeg" in body(chief, "/daftar/")
    assert send(chief, f"/daftar/papan/{note.public_id}/cabut/")[0] == 302
    assert not BoardNote.objects.exists()
