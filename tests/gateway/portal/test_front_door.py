"""The home page: finished bytes, one search, and only what exists."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import brotli
import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import Identity, found_village, switch_room
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.gateway.portal.presenters import office_line
from desa.services.letters.actions import publish_usual_standards

CLERK = SystemActor("uji")
TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=ZoneInfo("Asia/Jakarta"))
HEADERS = {"Origin": "http://testserver"}


@pytest.fixture
def village(db: None) -> Village:
    cache.clear()
    with clock.frozen(TUESDAY):
        village = found_village(
            by=CLERK,
            identity=Identity("35.14.11.2009", "Sumbergedang", "Pandaan", "Pasuruan", "Jawa Timur"),
        )
        with village_scope(village):
            publish_usual_standards(by=CLERK)
    return village


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (TUESDAY, "sampai 15.00."),
        (TUESDAY.replace(hour=7), "Buka pukul 08.00."),
        (TUESDAY.replace(hour=16), "Buka lagi Rabu, 25 November 2026 pukul 08.00."),
        (TUESDAY.replace(day=27, hour=12), "Buka pukul 13.00."),
    ],
)
def test_home_says_until_when_the_office_is_open(
    village: Village, moment: datetime, words: str
) -> None:
    with clock.frozen(moment):
        assert words in Client().get("/").content.decode()


def test_days_with_the_same_hours_share_a_row(village: Village) -> None:
    with clock.frozen(TUESDAY):
        page = Client().get("/").content.decode()
    assert "Senin–Kamis" in page
    assert page.count("08.00–15.00") == 1
    assert '<span class="nw">08.00–11.30,</span> <span class="nw">13.00–15.00</span>' in page
    assert "Selasa" not in page


@pytest.mark.parametrize("path", ["/tidak/ada/", "/surat/status/", "/surat/status/BBBBBB/", "/v/"])
def test_every_public_page_says_where_and_when_the_office_helps(
    village: Village, path: str
) -> None:
    village.address, village.phone = "Jalan Raya 1", "0343-555014"
    village.save()
    with clock.frozen(TUESDAY):
        page = Client().get(path).content.decode()
    assert "Jalan Raya 1, Desa Sumbergedang, Kecamatan Pandaan, Pasuruan." in page
    assert "Buka Senin–Kamis 08.00–15.00; Jumat 08.00–11.30, 13.00–15.00." in page
    assert "Telepon 0343-555014." in page


def test_home_offers_the_telephone_and_says_the_hours_once(village: Village) -> None:
    assert "tel:" not in Client().get("/").content.decode()
    cache.clear()
    village.phone = "0343-555014"
    village.save()
    page = Client().get("/en/").content.decode()
    assert 'href="tel:0343-555014"' in page
    assert page.count("08.00–15.00") == 1


def test_office_line_keeps_the_address_when_the_database_fails(
    village: Village, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise OperationalError

    monkeypatch.setattr("desa.foundation.servicelevels.published.hours", broken)
    assert office_line(village) == "Desa Sumbergedang, Kecamatan Pandaan, Pasuruan."


def test_home_shows_only_rooms_that_are_switched_on(village: Village) -> None:
    assert "Layanan Surat" in Client().get("/").content.decode()
    with village_scope(village):
        switch_room(by=CLERK, room="letters", on=False)
    page = Client().get("/").content.decode()
    assert "Layanan Surat" not in page
    assert Client().get("/surat/").status_code == 404


def test_second_visitor_costs_no_query(
    village: Village, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    client = Client()
    first = client.get("/")
    with django_assert_num_queries(0):  # type: ignore[operator]
        again = client.get("/")
        unchanged = client.get("/", headers={"If-None-Match": first["ETag"]})
    assert again.content == first.content
    assert unchanged.status_code == 304


def test_kept_page_is_made_anew_after_a_minute(village: Village) -> None:
    client = Client()
    with clock.frozen(TUESDAY):
        client.get("/")
    with clock.frozen(TUESDAY + timedelta(hours=7)):
        assert "Tutup." in client.get("/").content.decode()


def test_kept_pages_differ_by_display_and_language(village: Village) -> None:
    client = Client()
    usual = client.get("/").content
    assert b"What do you need?" in client.get("/en/").content
    client.cookies["tampilan"] = "gelap.besar"
    large = client.get("/").content
    assert b'data-tema="gelap"' in large
    assert usual != large


def test_page_is_packed_for_browsers_that_read_it(village: Village) -> None:
    client = Client()
    plain = client.get("/")
    packed = client.get("/", headers={"Accept-Encoding": "gzip, br"})
    assert packed["Content-Encoding"] == "br"
    assert brotli.decompress(packed.content) == plain.content
    assert len(packed.content) < len(plain.content) / 2


def test_words_lead_to_services_and_codes_to_their_page(village: Village) -> None:
    client = Client()
    assert (
        "Surat keterangan usaha"
        in client.post("/cari/", {"q": "usaha"}, headers=HEADERS).content.decode()
    )
    assert (
        client.post("/cari/", {"q": "k7m 4px"}, headers=HEADERS)["Location"]
        == "/surat/status/K7M4PX/"
    )
    code = "0123-4567-89AB-CDEF"
    assert client.post("/cari/", {"q": code}, headers=HEADERS)["Location"] == "/v/0123456789ABCDEF"
    nothing = client.post("/cari/", {"q": "roket"}, headers=HEADERS).content.decode()
    assert "Tidak ada layanan dengan kata “roket”" in nothing


def test_search_from_another_site_is_refused(village: Village) -> None:
    answer = Client().post("/cari/", {"q": "usaha"}, headers={"Origin": "https://jahat.example"})
    assert answer.status_code == 403


def test_foreign_host_is_refused(village: Village) -> None:
    assert Client().get("/", headers={"Host": "jahat.example"}).status_code == 400


def test_link_checkers_may_ask_for_the_head_only(village: Village) -> None:
    for path in ("/", "/v/"):
        answer = Client().head(path)
        assert (answer.status_code, answer.content) == (200, b"")


def test_browsers_keep_to_https_once_it_is_there(village: Village, settings: Any) -> None:
    assert "Strict-Transport-Security" not in Client().get("/").headers
    settings.HTTPS = True
    assert Client().get("/")["Strict-Transport-Security"] == "max-age=31536000"
