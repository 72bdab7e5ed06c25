"""Every setting has its effect, and says in words what will not do."""

import io
import re
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core.registry import presenters
from desa.foundation.papers.actions.numbering import _take_number
from desa.foundation.papers.models import PaperPolicy
from desa.foundation.papers.queries import (
    current_policy,
    default_size,
    letterhead,
    preview_pdf,
    register_format,
)
from desa.foundation.tenancy.actions import switch_room
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.actions import look
from desa.foundation.trail.models import TrailEvent
from desa.gateway.portal.presenters import line_of
from desa.gateway.portal.queries import sample_document
from desa.services.letters.queries import REGISTER
from tests.factories import enter, official
from tests.gateway.portal.settling import BASE, CLERK, TUESDAY, refused, sent
from tests.house.tree import files, text
from tests.services.letters.conftest import SUWARNI_NIK, register


def identity(**changes: str) -> dict[str, str]:
    return {
        "name": "Sumbergedang",
        "kecamatan": "Pandaan",
        "kabupaten": "Pasuruan",
        "provinsi": "Jawa Timur",
        "timezone": "Asia/Jakarta",
    } | changes


def test_index_leads_to_every_setting(client: Client) -> None:
    page = client.get(BASE).content.decode()
    links = re.findall(r'class="tile" href="([^"]+)"', page)
    assert len(links) == 10
    for link in links:
        assert client.get(link).status_code == 200, link


def test_address_of_the_office_stands_in_the_letterhead(client: Client) -> None:
    sent(client, "desa/", **identity(address="Jalan Contoh 1", postcode="67156"))
    with village_scope(Village.objects.get()):
        assert letterhead().lines == ("Jalan Contoh 1, Kode Pos 67156",)


def test_earlier_public_address_stays_listed(client: Client, village: Village) -> None:
    sent(client, "desa/", **identity(public_address="https://lama.desa.id/"))
    sent(client, "desa/", **identity(public_address="https://baru.desa.id"))
    village.refresh_from_db()
    assert village.public_address == "https://baru.desa.id"
    assert village.earlier_addresses == ["https://lama.desa.id"]
    assert "https://lama.desa.id" in client.get(BASE + "desa/").content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "belum diisi"),
        ({"postcode": "6715"}, "Kode pos terdiri dari 5 angka"),
        ({"public_address": "https://a.desa.id/beranda"}, "tanpa nama halaman"),
        ({"public_address": "ftp://a.desa.id"}, "Alamat ditulis lengkap"),
        ({"public_address": "https://[desa.id"}, "Alamat ditulis lengkap"),
        ({"public_address": "https://orang@a.desa.id"}, "Alamat ditulis lengkap"),
        ({"email": "bukan surel"}, "email"),
    ],
)
def test_wrong_identity_is_refused(
    client: Client, village: Village, changes: dict[str, str], words: str
) -> None:
    refused(client, "desa/", words, **identity(**changes))
    assert not TrailEvent.objects.filter(name="tenancy.village.changed").exists()


# Paper


def paper(**changes: Any) -> dict[str, Any]:
    return {
        "default_size": "A4",
        "margin_top": "20",
        "margin_right": "25",
        "margin_bottom": "20",
        "margin_left": "25",
        "font_size": "12",
        "number_format": "{klasifikasi}/{nomor:3}/{kode_desa}/{tahun}",
    } | changes


def media_box(pdf: bytes) -> tuple[float, float]:
    """Width and height in points."""
    found = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf)
    assert found
    return float(found[1]), float(found[2])


@pytest.mark.parametrize(("size", "millimetres"), [("A4", (210, 297)), ("F4", (215, 330))])
def test_paper_size_is_the_size_of_the_page(
    client: Client, village: Village, size: str, millimetres: tuple[int, int]
) -> None:
    sent(client, "kertas/", **paper(default_size=size))
    assert default_size() == size
    box = media_box(preview_pdf(sample_document(), default_size()))
    assert box == pytest.approx([side * 72 / 25.4 for side in millimetres], abs=0.5)


def test_margin_and_type_reach_the_next_letter(client: Client, village: Village) -> None:
    before = preview_pdf(sample_document(), default_size())
    sent(client, "kertas/", **paper(margin_left="40", font_size="14"))
    policy = current_policy()
    assert (policy.margin_left, policy.font_size) == (40, 14)
    assert preview_pdf(sample_document(), default_size()) != before


def test_every_decision_is_kept_with_its_author(client: Client, sekdes: User) -> None:
    sent(client, "kertas/", **paper())
    sent(client, "kertas/", **paper(font_size="13"))
    assert [row.author_label for row in PaperPolicy.objects.all()] == [sekdes.name] * 2
    assert current_policy().font_size == 13


def test_further_lines_stand_in_the_letterhead(client: Client, village: Village) -> None:
    sent(client, "kertas/", **paper(letterhead_lines="Laman contoh.desa.id\n\n Layanan gratis "))
    assert letterhead().lines == ("Laman contoh.desa.id", "Layanan gratis")
    assert "Layanan gratis</textarea>" in client.get(BASE + "kertas/").content.decode()


def test_number_format_is_the_register_s(client: Client, village: Village) -> None:
    sent(client, "kertas/", **paper(number_format="{nomor}/{bulan_romawi}/{tahun}"))
    assert register_format(REGISTER) == "{nomor}/{bulan_romawi}/{tahun}"
    assert "<b>12/XI/2026</b>" in client.get(BASE + "kertas/").content.decode()


def test_example_of_a_number_is_shown_without_storing(client: Client, village: Village) -> None:
    data = paper(number_format="{nomor:4}/{kode_desa}/{tahun}", number_code="SBG", contoh="1")
    answer = client.post(BASE + "kertas/", data)
    assert "<b>0012/SBG/2026</b>" in answer.content.decode()
    assert not PaperPolicy.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number_format": "{tahun}"}, "harus memuat {nomor}"),
        ({"number_format": "{nomor}/{rahasia}/{tahun}"}, "{rahasia} tidak dikenal"),
        ({"margin_top": "5"}, "10"),
        ({"font_size": "30"}, "14"),
        ({"letterhead_lines": "a\nb\nc\nd\ne"}, "Kop surat muat 4 baris"),
        ({"letterhead_lines": "a" * 101}, "paling banyak 100 huruf"),
        ({"default_size": "A3"}, "A3"),
    ],
)
def test_wrong_paper_is_refused(client: Client, changes: dict[str, str], words: str) -> None:
    refused(client, "kertas/", words, **paper(**changes))
    assert not PaperPolicy.objects.exists()


def picture(side: int) -> io.BytesIO:
    content = io.BytesIO()
    Image.new("RGB", (side, side), "green").save(content, "PNG")
    content.seek(0)
    content.name = "lambang.png"
    return content


def test_emblem_is_made_smaller_printed_and_taken_away(client: Client, village: Village) -> None:
    sent(client, "kertas/", **paper(picture=picture(900)))
    emblem = current_policy().emblem
    assert emblem is not None
    assert emblem.size < 5000
    sent(client, "kertas/", **paper(font_size="13"))
    assert current_policy().emblem == emblem
    sent(client, "kertas/", **paper(no_emblem="on"))
    assert current_policy().emblem is None


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"%PDF-1.7 palsu", "Ini berkas PDF, bukan gambar"), (b"halo", "Berkas ini bukan gambar")],
)
def test_emblem_that_is_no_picture_is_refused(client: Client, content: bytes, words: str) -> None:
    wrong = io.BytesIO(content)
    wrong.name = "lambang.png"
    refused(client, "kertas/", words, **paper(picture=wrong))
    assert not PaperPolicy.objects.exists()


def test_sample_is_a_picture_of_the_paper_in_force(client: Client, village: Village) -> None:
    shapes = []
    for size in ("A4", "F4"):
        sent(client, "kertas/", **paper(default_size=size))
        answer = client.get(BASE + "kertas/contoh.png")
        assert answer["Content-Type"] == "image/png"
        image = Image.open(io.BytesIO(answer.content))
        shapes.append(round(image.height / image.width, 2))
    assert shapes == [1.41, 1.53]


# Numbers


def test_register_goes_on_from_the_paper_book(client: Client, village: Village) -> None:
    sent(client, "nomor/", number="57", reason="Nomor 1 sampai 56 di buku kertas.")
    assert _take_number(REGISTER, 2026) == 57
    assert "<b>58</b>" in client.get(BASE + "nomor/").content.decode()


def test_number_never_goes_back(client: Client, village: Village) -> None:
    sent(client, "nomor/", number="57", reason="buku kertas")
    refused(client, "nomor/", "hanya bisa dimajukan", number="3", reason="keliru")
    assert _take_number(REGISTER, 2026) == 57


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"number": "lima", "reason": "x"}, "angka saja"),
        ({"number": "57", "reason": ""}, "Alasan belum diisi"),
    ],
)
def test_register_wants_a_number_and_a_reason(
    client: Client, data: dict[str, str], words: str
) -> None:
    refused(client, "nomor/", words, **data)


def test_room_switched_off_is_gone_and_comes_back(client: Client, village: Village) -> None:
    assert Client().get("/surat/").status_code == 200
    sent(client, "fitur/", room="letters", on="0")
    assert Client().get("/surat/").status_code == 404
    assert "/surat/" not in client.get("/kantor/").content.decode()
    assert "mati" in client.get(BASE + "fitur/").content.decode()
    sent(client, "fitur/", room="letters", on="1")
    assert Client().get("/surat/").status_code == 200


def test_search_leads_to_no_page_of_a_room_that_is_off(village: Village) -> None:
    person = register("Suwarni", SUWARNI_NIK)
    operator = enter(official(village, Office.OPERATOR))
    letter = f"/kantor/surat/warga/{person.public_id}/"
    assert letter in operator.post("/kantor/cari/", {"q": "suwarni"}).content.decode()
    switch_room(by=CLERK, room="letters", on=False)
    page = operator.post("/kantor/cari/", {"q": "suwarni"}).content.decode()
    assert letter not in page
    assert f"/kantor/penduduk/{person.public_id}/" in page
    assert operator.post("/kantor/cari/", {"q": "470/001/2009/2026"}).status_code == 200
    assert operator.post("/kantor/cari/", {"q": "K7M-4PX"}).status_code == 200
    public = Client().post("/cari/", {"q": "usaha"}, headers={"Origin": "http://testserver"})
    assert "Tidak ada layanan dengan kata" in public.content.decode()


@pytest.mark.parametrize("room", ["accounts", "papers", "roket", ""])
def test_rooms_that_hold_the_house_cannot_be_switched_off(client: Client, room: str) -> None:
    assert client.post(BASE + "fitur/", {"room": room, "on": "0"}).status_code == 404


def test_entries_beyond_the_phone_s_tabs_stand_on_the_home_page(village: Village) -> None:
    page = enter(official(village, Office.KADES)).get("/kantor/").content.decode()
    more = page[page.index('aria-label="Menu lain"') :].split("</nav>")[0]
    assert "/kantor/pengaturan/" in more
    assert "/kantor/kesehatan/" in more


def test_rail_that_is_too_long_ends_with_a_way_to_all_the_others(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desa.gateway.portal.context.RAIL", 3)
    page = enter(official(village, Office.KADES)).get("/kantor/").content.decode()
    rail = page[page.index('<nav class="rail"') :].split("</nav>")[0]
    assert rail.count("<a href") == 3
    assert 'href="/kantor/#lainnya"' in rail
    assert "/kantor/kesehatan/" not in rail
    assert "/kantor/kesehatan/" in page[page.index('id="lainnya"') :]


def test_history_says_who_did_what_in_words(client: Client, sekdes: User) -> None:
    sent(client, "nomor/", number="57", reason="buku kertas habis")
    look(by=sekdes, person_id=12345, purpose="tanda tangan")
    page = client.get("/kantor/riwayat/").content.decode()
    assert "memajukan nomor dari 1 ke 57: buku kertas habis" in page
    assert sekdes.name in page
    assert "tanda tangan" in page


def test_every_event_of_the_house_has_words() -> None:
    named = {
        name
        for path in files("*.py", "desa")
        for name in re.findall(r'record\(\s*"([a-z_.]+)"', text(path))
    }
    assert len(named) > 30
    assert named <= set(presenters.names())


def test_event_without_words_or_facts_is_shown_all_the_same() -> None:
    event = TrailEvent(name="baru.hal.terjadi", at=TUESDAY, actor_label="Endang", facts={})
    assert line_of(event).sentence == "baru.hal.terjadi"
    event.name = "papers.paper.numbered"
    assert line_of(event).sentence == "memberi nomor ?"


@pytest.mark.parametrize(
    ("label", "kind", "shown"),
    [
        ("papers.attach", "system", "Sistem"),
        ("./manage backup", "system", "Perintah di terminal"),
        ("import_residents", "system", "Perintah di terminal"),
        ("Sistem Informasi", "official", "Sistem Informasi"),
    ],
)
def test_history_names_the_program_in_words(label: str, kind: str, shown: str) -> None:
    event = TrailEvent(
        name="safekeeping.backup.made",
        actor_label=label,
        actor_kind=kind,
        facts={"name": "cadangan-1.desa"},
    )
    line = line_of(event)
    assert (line.actor, line.sentence) == (shown, "menyimpan salinan data desa: cadangan-1.desa")
