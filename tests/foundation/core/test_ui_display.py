import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from desa.foundation.core import display
from desa.foundation.core.display import Display
from desa.foundation.tenancy.models import Village
from tests.foundation.core.ui_pages import read

pytestmark = pytest.mark.django_db
HERE = {"Origin": "http://testserver"}


@pytest.mark.parametrize(
    ("cookie", "theme", "size"),
    [
        ("gelap.besar", "gelap", "besar"),
        ("kontras.sangat-besar", "kontras", "sangat-besar"),
        ("", "terang", "biasa"),
        ("gelap", "gelap", "biasa"),
        ("ungu.besar", "terang", "besar"),
        ('"><script>.raksasa', "terang", "biasa"),
    ],
)
def test_cookie_is_read_from_a_closed_list(cookie: str, theme: str, size: str) -> None:
    assert Display.parse(cookie) == Display(theme=theme, size=size)


def test_cookie_reads_back_what_was_written() -> None:
    chosen = Display(theme="kontras", size="besar")

    assert Display.parse(str(chosen)) == chosen


def test_huruf_goes_round_the_sizes() -> None:
    sizes = [Display(size=size).next_size for size in display.SIZES]

    assert sizes == ["besar", "sangat-besar", "biasa"]


def test_default_display_needs_no_attributes() -> None:
    assert (Display().data_theme, Display().data_size) == ("", "")
    assert Display(theme="gelap", size="besar").data_theme == "gelap"


@pytest.mark.parametrize("path", ["/surat/?a=1", "/", "/en/galeri/"])
def test_way_back_within_the_site_is_kept(path: str) -> None:
    assert display.local_path(path, "/lain/") == path


@pytest.mark.parametrize(
    "path",
    [
        "//jahat.example",
        "https://jahat.example/",
        "/\\jahat.example",
        "surat/",
        "",
        "javascript:alert(1)",
    ],
)
def test_way_back_out_of_the_site_is_dropped(path: str) -> None:
    assert display.local_path(path, "/lain/") == "/lain/"


def test_chosen_words_not_on_the_list_change_nothing() -> None:
    request = RequestFactory().post("/", {"tema": "ungu", "huruf": "besar"})
    request.COOKIES[display.COOKIE] = "gelap.biasa"

    assert display.chosen(request, request.POST) == Display(theme="gelap", size="besar")


@pytest.mark.parametrize("secure", [True, False])
def test_cookie_is_closed_to_scripts(secure: bool) -> None:
    response = HttpResponse()

    display.remember(response, Display(theme="gelap"), secure=secure)

    cookie = response.cookies[display.COOKIE]
    assert cookie.value == "gelap.biasa"
    assert cookie["httponly"]
    assert bool(cookie["secure"]) is secure
    assert cookie["samesite"] == "Lax"


def test_post_sets_the_cookie_and_goes_back(client: Client, village: Village) -> None:
    response = client.post(
        reverse("core:display"), {"huruf": "besar", "kembali": "/galeri/?x=1"}, headers=HERE
    )

    assert (response.status_code, response["Location"]) == (302, "/galeri/?x=1")
    assert response.cookies[display.COOKIE].value == "terang.besar"
    assert list(response.cookies) == [display.COOKIE]
    assert 'data-huruf="besar"' in client.get("/galeri/").content.decode()


def test_post_leads_nowhere_else(client: Client, village: Village) -> None:
    response = client.post(
        reverse("core:display"),
        {"tema": "gelap", "kembali": "https://jahat.example/"},
        headers=HERE,
    )

    assert response["Location"] == "/"


@pytest.mark.parametrize("headers", [{"Origin": "https://jahat.example"}, {"Origin": "null"}, {}])
def test_post_from_elsewhere_is_refused(
    client: Client, village: Village, headers: dict[str, str]
) -> None:
    response = client.post(reverse("core:display"), {"tema": "gelap"}, headers=headers)

    assert response.status_code == 403
    assert display.COOKIE not in response.cookies


def test_get_offers_the_choices_and_sets_nothing(client: Client, village: Village) -> None:
    client.cookies[display.COOKIE] = "kontras.besar"

    response = client.get(reverse("core:display"), {"kembali": "/galeri/"})

    page = response.content.decode()
    assert not response.cookies
    assert 'value="/galeri/"' in page
    chosen = [box.get("value") for box in read(page).iter("input") if "checked" in box.attrib]
    assert chosen == ["kontras", "besar"]


def test_frame_offers_the_other_language(client: Client, village: Village) -> None:
    indonesian = client.get("/galeri/").content.decode()
    english = client.get("/en/galeri/").content.decode()

    assert 'href="/en/galeri/"' in indonesian
    assert '<html lang="en"' in english
    assert 'href="/galeri/"' in english
