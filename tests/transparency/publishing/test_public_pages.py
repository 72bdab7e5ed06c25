"""What a resident reads, sends on, and is not shown."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import html5lib
import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office, Standing
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import change_identity, switch_room
from desa.foundation.tenancy.models import Area, Village
from desa.transparency.publishing.actions.posts import cancel_event, remove_post
from desa.transparency.publishing.actions.profile import write_profile
from desa.transparency.publishing.enums import NoticeKind, Section
from desa.transparency.publishing.models import Event
from desa.transparency.publishing.published import posts
from tests.transparency.publishing.samples import (
    CLERK,
    TUESDAY,
    event_text,
    notice_text,
    published,
    written,
)


def page(address: str, status: int = 200) -> str:
    answer = Client().get(address)
    assert answer.status_code == status
    return answer.content.decode()


def words_of(html: str) -> str:
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


def test_info_desa_shows_what_runs_and_nothing_else(sekdes: User) -> None:
    published(event_text(), sekdes)
    published(notice_text(), sekdes)
    published(notice_text(kind=NoticeKind.NEWS, title="Panen raya"), sekdes)
    written(notice_text(title="Masih draf"))
    shown = page("/info/")
    assert all(words in shown for words in ("Posyandu lansia", "Air mati sementara", "Panen raya"))
    assert "Masih draf" not in shown


def test_empty_village_says_so(scope: Village) -> None:
    assert "Belum ada kegiatan yang diumumkan." in page("/info/")
    assert "Belum ada." in page("/info/agenda/lewat/")


def test_event_says_when_where_and_for_whom(sekdes: User) -> None:
    dusun = Area.objects.create(kind="dusun", name="Sendi")
    post = published(event_text(dusun=dusun, note="Bawa buku KIA."), sekdes)
    shown = words_of(page(f"/info/agenda/{post.public_id}/"))
    for words in (
        "Kamis, 26 November 2026",
        "08.00 WIB",
        "11.00 WIB",
        "Balai Desa",
        "Semua warga",
        "Dusun Sendi",
        "Bawa buku KIA.",
    ):
        assert words in shown


def test_open_end_is_said_in_words(sekdes: User) -> None:
    post = published(event_text(open_end=True), sekdes)
    shown = words_of(page(f"/info/agenda/{post.public_id}/"))
    assert "08.00 WIB sampai selesai" in shown
    assert "11.00" not in shown.split("Bagikan")[0]


def test_event_of_several_days_names_its_last_day(sekdes: User) -> None:
    text = event_text()
    longer = event_text(ends_at=text.ends_at + timedelta(days=2))
    post = published(longer, sekdes)
    assert "Sabtu, 28 November 2026, 11.00 WIB" in words_of(page(f"/info/agenda/{post.public_id}/"))


def test_cancelled_event_says_why_and_still_stands_on_the_list(sekdes: User) -> None:
    post = published(event_text(), sekdes)
    cancel_event(by=sekdes, event=Event.objects.get(pk=post.pk), reason="Hujan deras")
    assert "Hujan deras" in page(f"/info/agenda/{post.public_id}/")
    assert "batal" in page("/info/")


def test_past_event_moves_to_the_past(sekdes: User) -> None:
    post = published(event_text(1), sekdes)
    with clock.frozen(TUESDAY + timedelta(days=3)):
        assert "Posyandu lansia" not in page("/info/")
        assert "Posyandu lansia" in page("/info/agenda/lewat/")
        assert "Kegiatan ini sudah lewat." in page(f"/info/agenda/{post.public_id}/")


def test_ended_notice_answers_at_its_address_without_its_text(sekdes: User) -> None:
    post = published(notice_text(3), sekdes)
    address = f"/info/kabar/{post.public_id}/"
    assert "Air mengalir lagi" in page(address)
    with clock.frozen(TUESDAY + timedelta(days=4)):
        gone = page(address, 410)
    assert "Jumat, 27 November 2026" in gone
    assert "Air m" not in gone


def test_drafts_and_removed_posts_have_no_address(sekdes: User) -> None:
    draft, removed = written(notice_text()), published(notice_text(), sekdes)
    remove_post(by=sekdes, post=removed)
    for post in (draft, removed):
        page(f"/info/kabar/{post.public_id}/", 404)
        page(f"/info/agenda/{post.public_id}/", 404)


def test_text_to_send_on_is_whole_and_leads_to_the_page(sekdes: User) -> None:
    post = published(event_text(note="Bawa buku."), sekdes)
    event = posts.event(post.pk)
    assert event is not None
    assert event.share == (
        "*Posyandu lansia*\n"
        "Kamis, 26 November 2026, 08.00 WIB\n"
        "Tempat: Balai Desa\n"
        "Undangan: Semua warga\n"
        "Bawa buku.\n"
        f"https://desa.example/info/agenda/{post.public_id}/\n"
        "– Desa Sumbergedang"
    )
    tree = html5lib.parse(page(f"/info/agenda/{post.public_id}/"), namespaceHTMLElements=False)
    (link,) = (a.get("href") for a in tree.iter("a") if "wa.me" in a.get("href", ""))
    assert parse_qs(urlsplit(link).query)["text"] == [event.share]


def test_text_to_send_on_is_indonesian_on_the_english_page_too(sekdes: User) -> None:
    post = published(notice_text(source="Air **besok**."), sekdes)
    shown = page(f"/en/info/kabar/{post.public_id}/")
    assert f"https://desa.example/info/kabar/{post.public_id}/" in shown
    assert "Air *besok*." in shown
    assert "Send by WhatsApp" in shown


def test_text_to_send_on_has_no_address_while_the_village_has_none(sekdes: User) -> None:
    post = published(notice_text(), sekdes)
    change_identity(by=CLERK, changes={"public_address": ""})
    shown = page(f"/info/kabar/{post.public_id}/")
    assert "http://" not in shown
    assert "– Desa Sumbergedang" in shown


def test_notice_does_not_take_the_place_of_the_demo_strip(sekdes: User) -> None:
    post = published(notice_text(), sekdes)
    assert "PublishedNotice" not in page(f"/info/kabar/{post.public_id}/")


def test_profile_names_officials_without_their_numbers(village: Village, scope: Village) -> None:
    change_identity(by=CLERK, changes={"address": "Jalan Raya 1", "phone": "0343-555014"})
    for office, title, name, standing in (
        (Office.SEKDES, "Sekretaris Desa", "ENDANG, S.AP", Standing.DEFINITIF),
        (Office.KADES, "Kepala Desa", "HARIYONO", Standing.PLT),
        (Office.OPERATOR, "Operator", "DEWI", Standing.DEFINITIF),
    ):
        Officeholder.objects.create(
            office=office,
            title=title,
            name=name,
            nip="198001012010011001",
            standing=standing,
            term_from=date(2024, 1, 1),
        )
    Officeholder.objects.create(
        office=Office.KADES,
        title="Kepala Desa",
        name="LAMA",
        term_from=date(2018, 1, 1),
        term_to=date(2023, 12, 31),
    )
    Area.objects.create(kind="dusun", name="Sendi")
    write_profile(by=CLERK, section=Section.VISION, source="Desa yang **terang**.")
    shown = page("/info/profil/")
    assert shown.index("HARIYONO") < shown.index("ENDANG")
    assert "Plt. Kepala Desa" in shown
    assert "sejak 1 Januari 2024" in shown
    assert "Jalan Raya 1" in shown
    assert "tel:0343-555014" in shown
    assert "<strong>terang</strong>" in shown
    assert "1 dusun" in shown
    assert not any(words in shown for words in ("1980", "LAMA", "DEWI"))


def test_right_to_ask_names_every_term(scope: Village) -> None:
    shown = page("/info/minta/")
    assert all(term in shown for term in ("10 hari kerja", "7 hari kerja", "30 hari", "14 hari"))


@pytest.mark.parametrize(
    "address", ["/info/", "/info/agenda.ics", "/info/profil/", "/info/daftar/"]
)
def test_switched_off_room_is_gone(village: Village, scope: Village, address: str) -> None:
    switch_room(by=CLERK, room="publishing", on=False)
    page(address, 404)
