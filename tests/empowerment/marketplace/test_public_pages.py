"""What everyone sees: no number before the press, nothing that is not agreed to, little to load."""

import re
from datetime import timedelta

import brotli
import pytest
from django.test import Client

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.actions.pictures import give_photo
from desa.empowerment.marketplace.enums import ReportReason, Via
from desa.empowerment.marketplace.models import Card, CardReport
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from tests.empowerment.marketplace.conftest import MONDAY
from tests.empowerment.marketplace.samples import (
    DIGITS,
    group,
    made,
    picture,
    shown,
    someone,
    winog,
)

pytestmark = pytest.mark.usefixtures("scope")
ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


def _text(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def _press(client: Client, card: Card, count: str = "2") -> str:
    address = f"/lapak/{card.public_id}/pesan/"
    answer = client.post(address, {"jumlah": count}, **ORIGIN)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    return answer.content.decode()


def test_no_page_holds_the_number_before_the_press(client: Client) -> None:
    card = shown()
    give_photo(by=someone(Office.KADER), card=card, content=picture())
    base = f"/lapak/{card.public_id}/"
    for address in ("/lapak/", "/en/lapak/", base, f"/en{base}", f"{base}lapor/", "/"):
        text = _text(client, address)
        assert not any(digits in text for digits in DIGITS), address


def test_press_shows_the_number_and_the_words_of_the_order(client: Client) -> None:
    text = _press(client, shown())
    assert "0812-3456-7890" in text
    assert "https://wa.me/6281234567890?text=" in text
    for part in ("Jamu kunyit asam", "2 x botol 300 ml", "Rp3.000", "Rp6.000"):
        assert part in text


def test_number_has_no_address_that_could_be_walked_along(client: Client) -> None:
    assert client.get(f"/lapak/{shown().public_id}/pesan/").status_code == 405


def test_machine_cannot_collect_numbers(client: Client) -> None:
    card = shown()
    for _press_number in range(20):
        _press(client, card)
    answer = client.post(f"/lapak/{card.public_id}/pesan/", **ORIGIN)  # type: ignore[arg-type]
    assert answer.status_code == 429
    assert not any(digits in answer.content.decode() for digits in DIGITS)


def test_press_from_another_site_is_refused(client: Client) -> None:
    address = f"/lapak/{shown().public_id}/pesan/"
    assert client.post(address, HTTP_ORIGIN="https://jahat.example").status_code == 403


def test_card_that_nobody_agreed_to_is_nowhere(client: Client) -> None:
    card = made(title="Madu rahasia")
    assert "Madu rahasia" not in _text(client, "/lapak/")
    base = f"/lapak/{card.public_id}/"
    assert client.get(base).status_code == 404
    for address in (f"{base}foto.jpg", f"{base}kecil.jpg", f"{base}lapor/"):
        assert client.get(address).status_code == 404
    assert client.post(f"{base}pesan/", **ORIGIN).status_code == 404  # type: ignore[arg-type]


def test_list_is_filtered_by_group_and_dusun(client: Client) -> None:
    shown()
    shown(title="Madu hutan", group=group("madu"), hamlet=None)
    assert "Jamu kunyit" not in _text(client, "/lapak/?kelompok=madu")
    assert "Madu hutan" in _text(client, "/lapak/?kelompok=madu")
    here = _text(client, f"/lapak/?dusun={winog().public_id}")
    assert "Jamu kunyit" in here
    assert "Madu hutan" not in here
    assert "Belum ada barang" in _text(client, "/lapak/?kelompok=tidak-ada")


@pytest.mark.parametrize(
    "query", ["hal=9", "hal=-1", "hal=x", "dusun=%00", "kelompok=%22%3E", "hal=²"]
)
def test_nonsense_in_the_address_is_no_crash(client: Client, query: str) -> None:
    shown()
    assert client.get(f"/lapak/?{query}").status_code == 200


def test_price_history_is_public(client: Client) -> None:
    card = shown()
    with clock.frozen(MONDAY + timedelta(days=3)):
        actions.set_price(by=someone(Office.KADER), card=card, price=Rupiah.of(3500), via=Via.CHAT)
    text = _text(client, f"/lapak/{card.public_id}/")
    assert "Riwayat harga" in text
    assert "Rp3.000" in text
    assert "19 November 2026" in text


def test_list_of_a_full_page_is_light_and_asks_for_no_photo_before_it_is_seen(
    client: Client,
) -> None:
    for number in range(30):
        card = shown(title=f"Jamu {number}")
        Card.objects.filter(pk=card.pk).update(about="x" * 300)
    give_photo(by=someone(Office.KADER), card=Card.objects.order_by("title")[0], content=picture())
    text = _text(client, "/lapak/")
    assert len(brotli.compress(text.encode(), quality=5)) < 12_000
    loaded = re.findall(r'<(?:link rel="stylesheet"|script)', text)
    assert len(loaded) + 2 <= 4  # the page itself and the font
    assert text.count("<img") == text.count('loading="lazy"') == 1
    assert text.count('<li class="good">') == 24


def test_photo_is_served_without_a_cookie(client: Client) -> None:
    card = shown()
    give_photo(by=someone(Office.KADER), card=card, content=picture())
    for name in ("foto", "kecil"):
        answer = client.get(f"/lapak/{card.public_id}/{name}.jpg")
        assert answer["Content-Type"] == "image/jpeg"
        assert not answer.cookies
    assert "Foto Jamu kunyit asam" in _text(client, f"/lapak/{card.public_id}/")


def test_links_of_the_village_stand_below_the_list(client: Client) -> None:
    actions.add_app(
        by=someone(Office.POKMAS), title="Go4", hint="Pesan antar", url="https://go4.example"
    )
    assert 'href="https://go4.example"' in _text(client, "/lapak/")


def test_report_is_taken_once_and_names_nobody(client: Client) -> None:
    card = shown()
    data = {"why": ReportReason.NUMBER, "words": "Tanya ke 0812-3456-7890 tidak aktif"}
    for _turn in range(2):
        answer = client.post(f"/lapak/{card.public_id}/lapor/", data, **ORIGIN)  # type: ignore[arg-type]
        assert answer.status_code == 302
    report = CardReport.objects.get()
    assert "3456" not in report.words
    assert "Terima kasih" in _text(client, answer["Location"])


def test_report_without_a_reason_is_asked_again(client: Client) -> None:
    answer = client.post(f"/lapak/{shown().public_id}/lapor/", {"words": "x"}, **ORIGIN)  # type: ignore[arg-type]
    assert answer.status_code == 422
    assert "Pilih apa yang salah" in answer.content.decode()


def test_flood_of_reports_is_stopped(client: Client) -> None:
    card = shown()
    address = f"/lapak/{card.public_id}/lapor/"
    for number in range(5):
        client.post(address, {"why": "keliru", "words": str(number)}, **ORIGIN)  # type: ignore[arg-type]
    assert client.post(address, {"why": "keliru"}, **ORIGIN).status_code == 429  # type: ignore[arg-type]
    assert CardReport.objects.count() == 5


def test_home_has_the_tile(client: Client, scope: Village) -> None:
    assert "Belanja dari tetangga" in _text(client, "/")
