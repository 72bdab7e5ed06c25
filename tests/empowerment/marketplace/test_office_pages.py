"""The desk: a card in one form, its photo after it, bazaars, groups, links, reports."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.enums import Answer, CardState, ReportReason
from desa.empowerment.marketplace.forms import PHOTO_PURPOSE
from desa.empowerment.marketplace.models import (
    Bazaar,
    Card,
    CardReport,
    Invitation,
    ProductGroup,
    VillageApp,
)
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.files.rules import LARGEST_PHOTO
from desa.foundation.intake.actions import append_part, begin_upload
from desa.foundation.notifications.enums import NoticeState
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from tests.empowerment.marketplace.conftest import MONDAY
from tests.empowerment.marketplace.samples import (
    PHONE,
    group,
    made,
    picture,
    shown,
    someone,
    winog,
)
from tests.factories import enter

pytestmark = pytest.mark.usefixtures("site")
BASE = "/kantor/lapak/"


def _data(**more: object) -> dict[str, object]:
    return {
        "kirim_id": "6f0b7cf0-0000-4000-8000-000000000001",
        "title": "Jamu kunyit asam",
        "unit": "botol 300 ml",
        "price": "3000",
        "group": group().pk,
        "seller_name": "Bu Siti",
        "phone": PHONE,
        "hamlet": winog().pk,
        "hours": "setiap pagi",
        "stock": "ada",
        "about": "Segar",
        **more,
    }


def test_maker_makes_a_card_in_one_form_and_goes_on_to_the_photo() -> None:
    browser = enter(someone(Office.KADER))
    answer = browser.post(f"{BASE}baru/", _data())
    card = Card.objects.get()
    assert answer["Location"] == f"{BASE}{card.public_id}/foto/"
    again = browser.post(f"{BASE}baru/", _data())
    assert again["Location"] == answer["Location"]
    assert "Rp3.000" in browser.get(f"{BASE}{card.public_id}/").content.decode()


@pytest.mark.parametrize(
    ("typed", "part"),
    [("1.5", "1,5"), ("3,000", "3"), ("", "belum diisi"), ("gratis", "")],
)
def test_unclear_price_is_asked_about_and_nothing_typed_is_lost(typed: str, part: str) -> None:
    page = enter(someone(Office.KADER)).post(f"{BASE}baru/", _data(price=typed))
    assert page.status_code == 422
    text = page.content.decode()
    assert part in text
    assert "botol 300 ml" in text
    assert not Card.objects.exists()


def test_promise_stands_at_its_field_and_only_the_counter_may_keep_it() -> None:
    data = _data(about="Menyembuhkan asam urat")
    page = enter(someone(Office.KADER)).post(f"{BASE}baru/", data).content.decode()
    assert "“Menyembuhkan”" in page
    assert "Sudah saya periksa" not in page
    counter = enter(someone(Office.OPERATOR))
    assert "Sudah saya periksa" in counter.post(f"{BASE}baru/", data).content.decode()
    kept = _data(about="Toko obat pertanian", keep_claims="on")
    assert counter.post(f"{BASE}baru/", kept).status_code == 302


def test_words_are_changed_and_a_promise_is_refused_there_too() -> None:
    card, browser = shown(), enter(someone(Office.POKMAS))
    address = f"{BASE}{card.public_id}/ubah/"
    assert browser.post(address, _data(about="Obat kuat")).status_code == 422
    assert browser.post(address, _data(title="Jamu sinom", stock="habis")).status_code == 302
    card.refresh_from_db()
    assert (card.title, card.stock) == ("Jamu sinom", "habis")


def test_photo_comes_with_the_form_and_goes_again() -> None:
    card, browser = made(), enter(someone(Office.KADER))
    address = f"{BASE}{card.public_id}/foto/"
    assert browser.post(address, {}).status_code == 422
    wrong = SimpleUploadedFile("a.jpg", b"%PDF-1.7")
    assert browser.post(address, {"photo": wrong}).status_code == 422
    good = SimpleUploadedFile("a.jpg", picture())
    assert browser.post(address, {"photo": good}).status_code == 302
    assert browser.get(f"{BASE}{card.public_id}/gambar/")["Content-Type"] == "image/jpeg"
    assert browser.post(f"{address}copot/").status_code == 302
    card.refresh_from_db()
    assert card.photo is None


def test_photo_that_came_in_parts_is_taken() -> None:
    card, content = made(), picture(800)
    key = begin_upload(purpose=PHOTO_PURPOSE, size=len(content)).value
    browser = enter(someone(Office.KADER))
    address = f"{BASE}{card.public_id}/foto/"
    half = len(content) // 2
    append_part(key=key, offset=0, content=content[:half])
    assert browser.post(address, {"photo_key": key}).status_code == 422
    append_part(key=key, offset=half, content=content[half:])
    assert browser.post(address, {"photo_key": key}).status_code == 302
    card.refresh_from_db()
    assert card.preview is not None


@pytest.mark.parametrize(("size", "status"), [(LARGEST_PHOTO + 1, 422), (80 * 1024 * 1024, 413)])
def test_photo_of_80_mb_costs_no_word_of_the_card(size: int, status: int) -> None:
    card, browser = made(), enter(someone(Office.KADER))
    huge = SimpleUploadedFile("besar.jpg", b"\xff\xd8\xff" + bytes(size))
    page = browser.post(f"{BASE}{card.public_id}/foto/", {"photo": huge})
    assert page.status_code == status
    assert "MB" in page.content.decode()
    card.refresh_from_db()
    assert card.title == "Jamu kunyit asam"
    assert card.photo is None


def test_link_is_shown_once_and_noted_as_sent() -> None:
    card, browser = made(), enter(someone(Office.KADER))
    page = browser.post(f"{BASE}{card.public_id}/tautan/")
    assert "https://wa.me/6281234567890" in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    notice = Notice.objects.get(purpose="marketplace.confirm")
    sent = browser.post(f"{BASE}{card.public_id}/terkirim/{notice.public_id}/")
    assert sent.status_code == 302
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT
    assert browser.post(f"{BASE}{shown().public_id}/tautan/").status_code == 409


def test_link_made_at_night_waits_for_the_morning() -> None:
    card = made()
    with clock.frozen(MONDAY.replace(hour=22)):
        page = enter(someone(Office.KADER)).post(f"{BASE}{card.public_id}/tautan/").content.decode()
        assert "jam tenang" in page
        assert "wa.me" not in page
        notice = Notice.objects.get(purpose="marketplace.confirm")
        early = enter(someone(Office.KADER)).post(
            f"{BASE}{card.public_id}/terkirim/{notice.public_id}/"
        )
        assert early.status_code == 409


def test_message_of_another_matter_cannot_be_noted_here() -> None:
    card, other = made(), made(title="Madu hutan")
    notice = actions.send_confirm_link(by=someone(Office.KADER), card=other)
    answer = enter(someone(Office.KADER)).post(
        f"{BASE}{card.public_id}/terkirim/{notice.public_id}/"
    )
    assert answer.status_code == 404


def test_step_of_the_counter_is_closed_to_makers() -> None:
    card = made()
    address = f"{BASE}{card.public_id}/langkah/setuju/"
    data = {"via": "loket", "words": "Datang sendiri"}
    assert enter(someone(Office.KADER)).post(address, data).status_code == 403
    assert enter(someone(Office.OPERATOR)).post(address, data).status_code == 302
    card.refresh_from_db()
    assert card.state == CardState.SHOWN


def test_steps_that_do_not_fit_are_refused_in_words() -> None:
    card, browser = made(), enter(someone(Office.OPERATOR))
    page = browser.post(f"{BASE}{card.public_id}/langkah/masih/")
    assert page.status_code == 409
    assert "belum disetujui" in page.content.decode()
    assert browser.get(f"{BASE}{card.public_id}/langkah/terbang/").status_code == 404
    late = browser.post(
        f"{BASE}{shown(title='B').public_id}/langkah/setuju/", {"via": "loket", "words": "x"}
    )
    assert late.status_code == 422


def test_price_by_her_message_is_kept_with_where_it_came_from() -> None:
    card, browser = shown(), enter(someone(Office.KADER))
    address = f"{BASE}{card.public_id}/langkah/harga/"
    assert browser.post(address, {"price": "3.500", "via": "wa"}).status_code == 302
    text = browser.get(f"{BASE}{card.public_id}/").content.decode()
    assert "Rp3.500" in text
    assert "Pesan WhatsApp dari penjual" in text


def test_desk_is_filtered_by_state_and_group() -> None:
    shown()
    made(title="Madu hutan", group=group("madu"))
    browser = enter(someone(Office.KADES))
    assert "Jamu" not in browser.get(f"{BASE}?tampil=menunggu").content.decode().split("<tbody>")[1]
    assert "Madu hutan" in browser.get(f"{BASE}?kelompok=madu").content.decode()
    assert "Tidak ada kartu" in browser.get(f"{BASE}?tampil=tidur").content.decode()


def test_search_box_finds_product_and_seller() -> None:
    shown()
    for words in ("kunyit", "siti"):
        page = enter(someone(Office.OPERATOR)).post("/kantor/cari/", {"q": words})
        assert "Jamu kunyit asam" in page.content.decode()


def test_groups_go_out_and_come_back_as_csv() -> None:
    group()
    browser = enter(someone(Office.SEKDES))
    content = browser.get(f"{BASE}kelompok.csv").content
    assert content.count(b"\r\n") == 15
    added = content + b"tahu,Tahu dan tempe\r\n"
    file = SimpleUploadedFile("k.csv", added)
    assert browser.post(f"{BASE}kelompok/", {"file": file}).status_code == 302
    assert ProductGroup.objects.filter(offered=True).count() == 15


def test_csv_with_a_fault_changes_nothing_and_says_where() -> None:
    group()
    file = SimpleUploadedFile("k.csv", b"kode,kelompok\njamu,Jamu\nSALAH,X\n")
    page = enter(someone(Office.SEKDES)).post(f"{BASE}kelompok/", {"file": file})
    assert page.status_code == 422
    assert "3: Kode hanya huruf kecil" in page.content.decode()
    assert ProductGroup.objects.filter(offered=True).count() == 14


def test_group_that_left_the_list_keeps_its_cards() -> None:
    card = shown()
    file = SimpleUploadedFile("k.csv", b"kode,kelompok\nmadu,Madu\n")
    browser = enter(someone(Office.OPERATOR))
    assert browser.post(f"{BASE}kelompok/", {"file": file}).status_code == 302
    card.refresh_from_db()
    assert card.group.code == "jamu"
    form = browser.get(f"{BASE}{card.public_id}/ubah/").content.decode()
    assert ">Jamu</option>" in form
    assert ">Jamu</option>" not in browser.get(f"{BASE}baru/").content.decode()


def test_new_village_takes_the_groups_that_ship() -> None:
    browser = enter(someone(Office.POKMAS))
    assert "masih kosong" in browser.get(f"{BASE}baru/").content.decode()
    assert browser.post(f"{BASE}kelompok/bawaan/").status_code == 302
    assert ProductGroup.objects.count() == 14


def test_links_are_kept_once_and_only_secure_ones() -> None:
    browser, data = enter(someone(Office.POKMAS)), {"title": "Go4", "hint": "Ojek"}
    for url in ("http://go4.example", "javascript:alert(1)", "", "ftp://go4.example"):
        assert browser.post(f"{BASE}aplikasi/", {**data, "url": url}).status_code == 422
    good = {**data, "url": "https://go4.example/app"}
    browser.post(f"{BASE}aplikasi/", good)
    browser.post(f"{BASE}aplikasi/", {**good, "title": "Go4 baru"})
    app = VillageApp.objects.get()
    assert app.title == "Go4 baru"
    assert browser.post(f"{BASE}aplikasi/{app.public_id}/hapus/").status_code == 302
    assert not VillageApp.objects.exists()


def test_bazaar_knows_who_was_asked_and_what_they_said() -> None:
    card, browser = shown(), enter(someone(Office.KADER))
    shown(title="Madu hutan", group=group("madu"), seller_name="Pak Darto")
    assert browser.post(f"{BASE}bazar/baru/", {"title": "Bazar"}).status_code == 422
    data = {"title": "Bazar Pandaan", "day": "5 Desember 2026", "where": "Lapangan"}
    assert browser.post(f"{BASE}bazar/baru/", data).status_code == 302
    bazaar = Bazaar.objects.get()
    assert bazaar.day == date(2026, 12, 5)
    base = f"{BASE}bazar/{bazaar.public_id}/"
    for _turn in range(2):
        page = browser.post(f"{base}undang/{card.public_id}/").content.decode()
        assert "wa.me/6281234567890" in page
        assert "5 Desember 2026" in page
    invitation = Invitation.objects.get()
    browser.post(f"{base}jawab/{invitation.public_id}/", {"answer": "ya"})
    browser.post(f"{base}jawab/{invitation.public_id}/", {"answer": "entah"})
    invitation.refresh_from_db()
    assert invitation.answer == Answer.YES
    table = browser.get(f"{base}undangan.csv").content.decode()
    assert "Jamu,Jamu kunyit asam,Bu Siti,Winog,2026-11-16" in table
    assert "Pak Darto" in table
    assert "0812" not in table
    only_honey = browser.get(f"{base}undangan.csv?kelompok=madu").content.decode()
    assert "Bu Siti" not in only_honey


def test_seller_asleep_after_the_invitation_stays_on_the_list() -> None:
    card, browser = shown(), enter(someone(Office.KADER))
    bazaar = actions.plan_bazaar(
        by=someone(Office.KADER), title="Bazar", day=date(2026, 12, 5), where="Pandaan"
    )
    actions.invite(by=someone(Office.KADER), bazaar=bazaar, card=card)
    actions.hear_seller(by=someone(Office.KADER), card=card, still=False)
    page = browser.get(f"{BASE}bazar/{bazaar.public_id}/").content.decode()
    assert page.count("Jamu kunyit asam") >= 1
    assert enter(someone(Office.KADES)).get(f"{BASE}bazar/").status_code == 200


def test_report_is_closed_with_what_came_of_it() -> None:
    card = shown()
    report = actions.report_card(card=card, why=ReportReason.CLAIM, words="Katanya manjur")
    browser = enter(someone(Office.SEKDES))
    assert "Katanya manjur" in browser.get(f"{BASE}laporan/").content.decode()
    assert "Katanya manjur" in browser.get(f"{BASE}{card.public_id}/").content.decode()
    address = f"{BASE}laporan/{report.public_id}/"
    assert browser.post(address, {"reason": ""}).status_code == 422
    assert browser.post(address, {"reason": "Kata-katanya diganti"}).status_code == 302
    actions.close_report(by=someone(Office.SEKDES), report=report, outcome="Lagi")
    assert CardReport.objects.get().outcome == "Kata-katanya diganti"


def test_makers_do_not_close_reports(site: Village) -> None:
    report = actions.report_card(card=shown(), why=ReportReason.GONE)
    address = f"{BASE}laporan/{report.public_id}/"
    assert enter(someone(Office.KADER)).post(address, {"reason": "x"}).status_code == 403
