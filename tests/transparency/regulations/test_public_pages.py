"""The shelf as anyone reads it: search, filters, a regulation, its file, the map and the feed."""

import json
from datetime import date

import pytest
from django.test import Client

from desa.foundation.core.registry import FigureNames, figure_names
from desa.foundation.tenancy.models import Village
from desa.transparency.regulations.actions import remove_regulation, revoke_regulation
from desa.transparency.regulations.engine.plain_pdf import plain_pdf
from desa.transparency.regulations.enums import Kind, RelationKind
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.published import choices, regulation
from desa.transparency.regulations.rules.feed import fields
from desa.transparency.regulations.rules.lines import PlanLine
from tests.transparency.regulations.samples import (
    CLERK,
    SCAN_PDF,
    TEXT_PDF,
    perdes,
    recorded,
)

SHELF = "/produk-hukum/"
LINE = (PlanLine("apbdes", 2026, "1.4.08"),)
pytestmark = pytest.mark.usefixtures("scope")


def body(client: Client, address: str = SHELF) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def page_of(row: Regulation) -> str:
    return f"{SHELF}{row.public_id}/"


def test_empty_shelf_says_where_to_ask(client: Client) -> None:
    assert "Belum ada peraturan yang dicatat." in body(client)
    assert "Belum ada hubungan" in body(client, f"{SHELF}peta/")
    assert client.get(f"{SHELF}jdihn.json").json() == []


def test_words_are_found_in_title_and_text(client: Client) -> None:
    recorded(content=TEXT_PDF, number="1", title="Pokmas G4S")
    recorded(content=SCAN_PDF, number="2", title="Pungutan")
    page = body(client, f"{SHELF}?q=dirawat+bersama")
    assert "Pokmas G4S" in page
    assert "Pungutan" not in page
    assert "pindaian, belum bisa dicari" in body(client)
    assert "Tidak ada peraturan yang cocok." in body(client, f"{SHELF}?q=kolam")


def test_shelf_is_narrowed_by_kind_year_and_state(client: Client) -> None:
    recorded(number="1", title="Berlaku saja")
    perdes("2", title="Perdes lama", enacted_on=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    assert "Perdes lama" not in body(client, f"{SHELF}?jenis=sk")
    assert "Perdes lama" in body(client, f"{SHELF}?tahun=2020")
    assert "Berlaku saja" not in body(client, f"{SHELF}?keadaan=habis")
    everything = body(client, f"{SHELF}?jenis=x&tahun=MMXX&keadaan=y")
    assert "Berlaku saja" in everything
    assert "Perdes lama" in everything


def test_chosen_filters_stay_chosen_and_follow_to_the_next_page(client: Client) -> None:
    for number in range(25):
        recorded(number=str(number), title=f"Pokmas {number}")
    page = body(client, f"{SHELF}?q=pokmas&jenis=sk")
    assert '<option value="sk" selected>' in page
    assert "q=pokmas&amp;jenis=sk&amp;hal=2" in page
    assert "Halaman 2 dari 2" in body(client, f"{SHELF}?q=pokmas&jenis=sk&hal=2")
    (kinds, *_others) = choices("sk", "", "")
    assert [option.value for option in kinds.options if option.chosen] == ["sk"]


def test_page_says_loudly_that_it_was_revoked(client: Client) -> None:
    row = recorded()
    assert "Tidak berlaku" not in body(client, page_of(row))
    revoke_regulation(by=CLERK, regulation=row, on=date(2026, 10, 1), reason="sudah diganti")
    page = body(client, page_of(row))
    assert "Tidak berlaku sejak 1 Oktober 2026." in page
    assert "sudah diganti" in page
    assert "Dicabut" in page


def test_page_tells_its_ties_lines_and_people(client: Client) -> None:
    base = perdes("5", title="Lembaga Kemasyarakatan Desa")
    row = recorded(
        (RelationKind.RESTS_ON, base),
        lines=LINE,
        members=(("Ketua", "Ahmad Fauzi"),),
        basis="UU 6/2014 Pasal 94\n\nPermendagri 18/2018",
    )
    page = body(client, page_of(row))
    for words in ("Perdes 5/2025", "APBDes 2026 · 1.4.08", "Ahmad Fauzi", "Permendagri 18/2018"):
        assert words in page
    assert "Menjadi dasar" in body(client, page_of(base))
    found = regulation(row.pk)
    assert found is not None
    assert found.basis == ("UU 6/2014 Pasal 94", "Permendagri 18/2018")


def test_line_is_named_by_the_room_that_knows_the_plan(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def named(year: int, code: str) -> tuple[str, str] | None:
        return ("Sistem Informasi Desa", "/apbdes/2026/") if code == "1.4.08" else None

    monkeypatch.setattr(figure_names, "_items", {"apbdes": FigureNames(named, "regulations")})
    row = recorded(lines=(*LINE, PlanLine("apbdes", 2026, "9.9.99")))
    page = body(client, page_of(row))
    assert '<a href="/apbdes/2026/">APBDes 2026 · 1.4.08 Sistem Informasi Desa</a>' in page
    assert "APBDes 2026 · 9.9.99<" in page


def test_removed_regulation_is_nowhere(client: Client) -> None:
    row, base = recorded(title="Salah ketik"), perdes("5")
    tied = recorded((RelationKind.RESTS_ON, row), number="2", content=TEXT_PDF)
    remove_regulation(by=CLERK, regulation=row)
    assert client.get(page_of(row)).status_code == 404
    for address in (SHELF, f"{SHELF}peta/", f"{SHELF}jdihn.json", page_of(tied), page_of(base)):
        assert "Salah ketik" not in body(client, address)


def test_file_is_given_as_it_was_sent(client: Client) -> None:
    row = recorded(content=TEXT_PDF, number="188/04/424/2026")
    answer = client.get(f"{page_of(row)}berkas.pdf")
    assert answer.content == TEXT_PDF
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="sk-188-04-424-2026-2026.pdf"' in answer["Content-Disposition"]


@pytest.mark.parametrize("closed", ["number", "office", "none"])
def test_file_that_is_not_for_everyone_is_not_there(client: Client, closed: str) -> None:
    lines = ["LAMPIRAN KEPUTUSAN KEPALA DESA DAFTAR PENGURUS", "NIK 3514994511810002"]
    content = {"number": plain_pdf(lines), "office": TEXT_PDF, "none": None}[closed]
    row = recorded(content=content, file_shown=closed != "office")
    assert client.get(f"{page_of(row)}berkas.pdf").status_code == 404
    page = body(client, page_of(row))
    assert "Buka naskah PDF" not in page
    assert ("belum dikirim" in page) is (closed == "none")


def test_map_draws_every_tie_and_says_it_in_words(client: Client) -> None:
    base = perdes("5", title="Lembaga <Kemasyarakatan>")
    recorded((RelationKind.IMPLEMENTS, base), lines=LINE)
    page = body(client, f"{SHELF}peta/")
    assert page.count('<path class="wire melaksanakan"') == 2  # one of the legend
    assert "Lembaga &lt;Kemasyarakatan&gt;" in page
    assert "Melaksanakan" in page
    assert page.count("APBDes 2026 · 1.4.08") == 2


def test_feed_is_an_array_with_addresses_of_the_village_only(
    client: Client, scope: Village
) -> None:
    row = recorded(content=TEXT_PDF, subjects="internet, Pokmas")
    perdes("2", enacted_on=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    first, second = json.loads(client.get(f"{SHELF}jdihn.json").content)
    assert tuple(first) == fields()
    assert (first["urlDownload"], first["urlDetailPeraturan"]) == ("", "")
    assert (first["status"], second["status"]) == ("Berlaku", "Tidak Berlaku")
    assert (first["jenis"], first["subjek"]) == ("Keputusan Kepala Desa", "internet - Pokmas")
    assert second["tanggal_pengundangan"] == "2020-01-01"
    assert all(value is None or isinstance(value, str) for value in first.values())
    Village.objects.filter(pk=scope.pk).update(public_address="https://desa.example/")
    scope.refresh_from_db()
    (first, _second) = client.get(f"{SHELF}jdihn.json", HTTP_HOST="testserver").json()
    assert first["urlDetailPeraturan"] == f"https://desa.example{page_of(row)}"
    assert first["urlDownload"].endswith("/berkas.pdf")


def test_shelf_in_english_keeps_the_titles(client: Client) -> None:
    recorded(title="Pembentukan Pokmas", kind=Kind.DECREE)
    page = body(client, f"/en{SHELF}")
    assert "Village regulations" in page
    assert "Pembentukan Pokmas" in page
    assert "In force" in page
