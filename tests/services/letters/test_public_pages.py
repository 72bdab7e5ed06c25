"""Layanan Surat and the status page as a resident reads them."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.services.letters.actions import approve_letter, hand_over, void_letter
from desa.services.letters.views.public import wrong_codes
from tests.services.letters.conftest import TUESDAY, Submit, printed


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    wrong_codes.clear()


def test_services_page_shows_what_the_village_promises(client: Client, kades: User) -> None:
    page = client.get("/surat/").content.decode()
    assert page.count("Selesai 1 hari kerja.") == 3
    one = client.get("/surat/keterangan-usaha/").content.decode()
    for words in ("Kartu Keluarga", "Gratis", "08.00–15.00"):
        assert words in one


def test_services_in_english(client: Client, kades: User) -> None:
    page = client.get("/en/surat/").content.decode()
    assert "Ready in 1 working day." in page
    assert "Business certificate" in page
    assert "Free of charge" in page


def test_unknown_service_is_not_found(client: Client, kades: User) -> None:
    assert client.get("/surat/surat-sakti/").status_code == 404


def test_status_page_follows_the_letter_and_shows_no_name(
    client: Client, kades: User, operator: User, submit: Submit
) -> None:
    letter = submit()
    url = f"/surat/status/{letter.status_code}/"
    waiting = client.get(url).content.decode()
    assert "Menunggu tanda tangan Kepala Desa" in waiting
    assert "Dijanjikan selesai" in waiting
    assert "Suwarni" not in waiting
    assert "S•••••" in waiting
    assert "Halaman ini dibuat Selasa, 24 November 2026 pukul 09.12." in waiting
    printed(letter, kades)
    ready = client.get(url).content.decode()
    assert "Surat siap diambil" in ready
    assert "Ambil di kantor desa." in ready
    assert "siap dicetak" not in ready
    hand_over(by=operator, letter=letter, received_by="Lestari")
    taken = client.get(url).content.decode()
    assert "Surat sudah diambil" in taken
    assert "Lestari" not in taken
    assert "Boleh diambil" not in taken


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (TUESDAY, "Sisa 5 jam 48 menit kerja."),
        (TUESDAY + timedelta(minutes=48), "Sisa 5 jam kerja."),
    ],
)
def test_time_left_is_said_without_zero_minutes(
    client: Client, kades: User, submit: Submit, moment: datetime, words: str
) -> None:
    url = f"/surat/status/{submit().status_code}/"
    with clock.frozen(moment):
        assert words in client.get(url).content.decode()


def test_applicant_of_a_voided_letter_is_told_what_to_do(
    client: Client, kades: User, submit: Submit
) -> None:
    letter = submit()
    approve_letter(by=kades, letter=letter)
    void_letter(by=kades, letter=letter, reason="salah nama")
    page = client.get(f"/surat/status/{letter.status_code}/").content.decode()
    assert "Jangan pakai lagi surat ini." in page
    assert "Dijanjikan selesai" not in page
    assert "salah nama" not in page


def test_status_of_a_voided_letter_tells_when_it_was_voided(
    client: Client, kades: User, submit: Submit
) -> None:
    letter = submit()
    approve_letter(by=kades, letter=letter)
    with clock.frozen(TUESDAY + timedelta(days=1, hours=2)):
        void_letter(by=kades, letter=letter, reason="salah nama")
    page = client.get(f"/surat/status/{letter.status_code}/").content.decode()
    when = clock.local(TUESDAY + timedelta(days=1, hours=2), letter.village)
    assert f"25 November 2026 {when:%H.%M}" in page


def test_code_form_forgives_spaces_and_case(client: Client, submit: Submit) -> None:
    code = submit().code.display
    typed = f" {code.replace('-', ' ').lower()} "
    headers = {"Origin": "http://testserver"}
    response = client.post("/surat/status/", {"kode": typed}, headers=headers)
    assert response["Location"] == f"/surat/status/{code.replace('-', '')}/"
    bad = client.post("/surat/status/", {"kode": "K7"}, headers=headers)
    assert bad.status_code == 422
    assert "K7" in bad.content.decode()
    assert 'aria-describedby="kode-petunjuk kode-galat"' in bad.content.decode()
    empty = client.post("/surat/status/", {"kode": ""}, headers=headers)
    assert "Kode terdiri dari 6 huruf dan angka." in empty.content.decode()


def test_guessing_codes_is_limited_and_tells_nothing(client: Client, submit: Submit) -> None:
    right = submit().status_code
    wrong = [client.get("/surat/status/BBBBBB/").status_code for _ in range(10)]
    assert set(wrong) == {404}
    assert client.get(f"/surat/status/{right}/").status_code == 429


def test_public_pages_set_no_cookie(client: Client, submit: Submit) -> None:
    code = submit().status_code
    for url in (
        "/",
        "/surat/",
        "/surat/keterangan-usaha/",
        "/surat/status/",
        f"/surat/status/{code}/",
    ):
        assert not client.get(url).cookies, url
