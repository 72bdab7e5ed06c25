import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.test import Client, RequestFactory

from desa.foundation.core.http.errors import TITLES, refuse
from desa.foundation.tenancy.models import Village
from tests.foundation.core.ui_pages import doubled_ids, read, render, text_of

PATHS = ["/galeri/", "/galeri/kantor/", "/tampilan/", "/en/galeri/"]


@pytest.fixture(params=PATHS)
def page(request: pytest.FixtureRequest, client: Client, village: Village) -> str:
    response = client.get(request.param)
    assert response.status_code == 200
    assert not response.cookies
    return str(response.content.decode())


def test_page_is_valid_html_with_one_heading_and_a_title(page: str) -> None:
    root = read(page)

    title = root.find(".//title")
    assert len(root.findall(".//h1")) == 1
    assert title is not None
    assert text_of(title).endswith("Sumbergedang")


def test_page_has_unique_ids_and_a_target_for_every_drawing(page: str) -> None:
    ids = set(re.findall(r'\sid="([^"]+)"', page))

    assert doubled_ids(page) == []
    assert set(re.findall(r'<use href="#([^"]+)"', page)) <= ids
    assert set(re.findall(r"url\(#([^)]+)\)", page)) <= ids


def test_page_keeps_to_the_strict_policy(page: str) -> None:
    assert " style=" not in page
    assert "<style" not in page
    assert not re.search(r"\son[a-z]+=", page)
    assert not re.search(r"<script(?![^>]*\ssrc=)", page)


def test_page_labels_every_box(page: str) -> None:
    root = read(page)

    labelled = {label.get("for") for label in root.iter("label")}
    wrapped = {id(box) for label in root.iter("label") for box in label.iter("input")}
    unnamed = [
        box.attrib
        for tag in ("input", "select", "textarea")
        for box in root.iter(tag)
        if box.get("type") != "hidden"
        and box.get("id") not in labelled
        and id(box) not in wrapped
        and not box.get("aria-label")
    ]
    assert unnamed == []


@pytest.mark.parametrize("status", sorted(TITLES))
def test_refusal_says_what_happened_and_offers_a_way_on(rf: RequestFactory, status: int) -> None:
    response = refuse(rf.get("/x/"), status, "Coba lagi nanti.")

    page = response.content.decode()
    assert response.status_code == status
    assert str(TITLES[status]) in page
    assert "Coba lagi nanti." in page
    assert 'href="/"' in page
    read(page)


def test_error_page_needs_nothing_but_its_words() -> None:
    page = render('{% include "core/error.html" %}', {"title": "Maaf", "message": "Coba lagi."})

    assert "Coba lagi." in page
    read(page)


FRAME = {
    "public_tiles": [
        {"url": "/surat/", "label": "Layanan Surat", "short": "Surat", "current": True}
    ],
    "footer_links": [{"url": "/masuk/", "label": "Masuk"}],
    "office_line": "Kantor Desa Sumbergedang.",
    "notice": "Contoh tampilan. Semua nama dan angka fiktif.",
    "back_url": "/surat/",
    "errand": "Surat keringanan biaya",
}


def test_public_frame_shows_places_and_the_strip_of_the_example() -> None:
    root = read(render('{% extends "core/public.html" %}', FRAME))

    current = root.find(".//nav/a[@aria-current='page']")
    assert current is not None
    assert text_of(current) == "Surat"
    assert "fiktif" in text_of(root)
    assert "Masuk" in text_of(root)
    assert "Kantor Desa Sumbergedang." in text_of(root)


def test_resident_frame_leads_back() -> None:
    root = read(render('{% extends "core/resident.html" %}', FRAME))

    back = root.find(".//p[@class='crumb row row-b']/a")
    assert back is not None
    assert back.get("href") == "/surat/"


def test_type_button_returns_to_this_very_page(rf: RequestFactory) -> None:
    def button(request: HttpRequest) -> str:
        context = {"display_url": "/tampilan/", "display": {"next_size": "besar"}}
        return render('{% include "parts/type_size.html" %}', context | {"request": request})

    assert 'value="/surat/?q=a&amp;b"' in button(rf.get("/surat/?q=a&b"))


def _part_files() -> list[Path]:
    root = Path(apps.get_app_config("core").path) / "templates"
    return sorted((root / "parts").glob("*.html"))


@pytest.mark.parametrize("path", _part_files(), ids=lambda path: path.stem)
def test_part_states_its_parameters_and_is_used(path: Path) -> None:
    root = Path(apps.get_app_config("core").path)
    sources = [
        *root.glob("templates/**/*.html"),
        *root.glob("*.py"),
        *root.glob("templatetags/*.py"),
    ]
    users = [
        source
        for source in sources
        if source != path and f"parts/{path.name}" in source.read_text()
    ]

    assert path.read_text().startswith("{# ")
    assert users


def _found(name: str) -> Path:
    path = finders.find(name)
    assert isinstance(path, str), name
    return Path(path)


def test_styles_are_small_and_refer_only_to_our_font() -> None:
    css = _found("core/ui.css").read_text()

    addresses = re.findall(r"url\(\"?([^\")]+)", css)
    assert [address for address in addresses if not address.startswith("data:")] == [
        "desa-sans.woff2"
    ]
    assert len(css.encode()) < 20_000
    assert _found("core/desa-sans.woff2").stat().st_size < 13_000


@pytest.mark.parametrize("name", ["OFL.txt", "lucide-LICENSE.txt"])
def test_licences_travel_with_font_and_icons(name: str) -> None:
    assert len(_found(f"core/{name}").read_text()) > 1000


def test_office_script_stays_short() -> None:
    assert len(_found("core/keys.js").read_text().splitlines()) < 80
