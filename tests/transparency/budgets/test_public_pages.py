import json
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from desa.foundation.tenancy.models import Village
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.models import Activity, BudgetVersion
from tests.transparency.budgets.samples import LINES, complete, line, publish, published

CHANGED = (
    *LINES[:5],
    line("2.3.10", "5.3.5.01", 96_500_000, name="Jalan lingkungan Dusun Rajeg"),
    line("2.3.11", "5.3.5.02", 180_000_000, name="Saluran air Dusun Winog"),
    line("2.3.14", "5.3.5.02", 70_000_000, name="Rabat beton Dusun Ngampir"),
    *LINES[8:],
)
REALISED = tuple(
    line(
        each.kegiatan,
        each.akun,
        each.amount // 100,
        each.funds[0],
        name=each.name,
        realised=0 if each.kegiatan == "2.3.10" else each.amount // 200,
    )
    for each in LINES
)


@pytest.fixture
def budget(scope: Village) -> BudgetVersion:
    return published()


def realised() -> BudgetVersion:
    version = complete(stage=Stage.REALISATION, lines=REALISED, as_of=date(2026, 6, 30))
    Activity.objects.filter(version=version).update(work_state="selesai")
    Activity.objects.filter(version=version, kegiatan="2.3.10").update(
        work_state="belum", reason="Menunggu musim hujan reda"
    )
    return publish(version)


def text(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_home_of_the_budget_says_that_nothing_is_published(scope: Village) -> None:
    assert "APBDes belum terbit di sini." in text("/apbdes/")


def test_prepared_version_is_seen_by_nobody(scope: Village) -> None:
    version = complete()
    assert "belum terbit" in text("/apbdes/")
    assert Client().get("/apbdes/2026/").status_code == 404
    assert Client().get(f"/apbdes/2026/{version.edition}/").status_code == 404


def test_page_shows_every_sum_that_was_published(budget: BudgetVersion) -> None:
    page = text("/apbdes/")
    for words in (
        "Rp871.150.000",  # spending
        "Rp856.150.000",  # income
        "Rp498.700.000",
        "Rp346.500.000",
        "Rp25.950.000",
        "Rp0, pas",
        "Perdes Nomor 6 Tahun 2025, tanggal 22 Desember 2025, disepakati BPD 20 Desember 2025",
        "Kasi Kesejahteraan",
        "desa.example/pengaduan, 0343-631000",
        "APBDes-2026-ditetapkan-1",
        "Pembinaan kemasyarakatan",
    ):
        assert words in page, words


def test_unknown_realisation_is_not_shown_as_zero(budget: BudgetVersion) -> None:
    page = text("/apbdes/")
    assert "Terpakai" not in page
    assert "Sisa uang" not in page


def test_realisation_tells_what_is_left_and_what_is_not_done(budget: BudgetVersion) -> None:
    realised()
    page = text("/apbdes/2026/")
    for words in (
        "sudah terpakai sampai 30 Juni 2026",
        "Menunggu musim hujan reda",
        "Belum dilaksanakan",
        "Sisa uang",
    ):
        assert words in page, words
    assert "Rp48.250.000" in page  # 7,5 received of financing + 428.075.000 - 387.325.000
    assert page.index("Jalan lingkungan") < page.index("Dari mana uangnya")


def test_year_shows_its_own_version_and_links_the_other_years(budget: BudgetVersion) -> None:
    published(year=2025)
    assert "Uang desa 2025 untuk apa?" in text("/apbdes/2025/")
    assert "Uang desa 2026 untuk apa?" in text("/apbdes/")
    assert 'href="/apbdes/2025/"' in text("/apbdes/")


def test_old_version_stays_readable_and_names_the_newer_one(budget: BudgetVersion) -> None:
    published(stage=Stage.CHANGE, lines=CHANGED)
    page = text("/apbdes/2026/ditetapkan-1/")
    assert "Ada versi yang lebih baru." in page
    assert 'href="/apbdes/2026/perubahan-1/"' in page
    assert "Ada versi yang lebih baru." not in text("/apbdes/2026/perubahan-1/")


def test_change_page_tells_before_after_and_difference(budget: BudgetVersion) -> None:
    published(stage=Stage.CHANGE, lines=CHANGED)
    page = text("/apbdes/2026/perubahan-1/perubahan/")
    for words in ("Rp250.000.000", "Rp180.000.000", "-Rp70.000.000", "Rp70.000.000", "(baru)"):
        assert words in page, words
    assert "Jalan lingkungan" not in page
    assert Client().get("/apbdes/2026/ditetapkan-1/perubahan/").status_code == 404


def test_drill_down_goes_from_bidang_to_lines(budget: BudgetVersion) -> None:
    assert "Pekerjaan umum dan penataan ruang" in text("/apbdes/2026/ditetapkan-1/kegiatan/2/")
    assert "Saluran air Dusun Winog" in text("/apbdes/2026/ditetapkan-1/kegiatan/2.3/")
    page = text("/apbdes/2026/ditetapkan-1/kegiatan/2.3.11/")
    assert "Honor tim pelaksana" in page
    assert "Rp50.000.000" in page
    assert "Dana Desa" in page
    assert "DDS" not in page
    assert "Rp250.000.000" in page


def test_kegiatan_of_a_change_names_what_it_was_and_what_is_gone(budget: BudgetVersion) -> None:
    published(stage=Stage.CHANGE, lines=CHANGED)
    page = text("/apbdes/2026/perubahan-1/kegiatan/2.3.11/")
    assert "semula Rp200.000.000" in page
    assert "Honor tim pelaksana: Rp50.000.000" in page


@pytest.mark.parametrize("code", ["9", "2.3.99", "2.3.11.4", "'", "2%", "x" * 80])
def test_code_without_lines_is_not_found(budget: BudgetVersion, code: str) -> None:
    assert Client().get(f"/apbdes/2026/ditetapkan-1/kegiatan/{code}/").status_code == 404
    assert Client().get(f"/apbdes/2026/ditetapkan-1/rekening/{code}/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/apbdes/1999/",
        "/apbdes/99999999999999999999/",
        "/apbdes/2026/perubahan-1/",
        "/apbdes/2026/ditetapkan-99999999999999999999/",
        "/apbdes/2026/ditetapkan/",
        "/apbdes/2026/ditetapkan-1/berkas/papan/",
        "/apbdes/2026/ditetapkan-1/data/rahasia.csv",
    ],
)
def test_what_was_never_published_is_not_found(budget: BudgetVersion, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_account_page_shows_its_lines(budget: BudgetVersion) -> None:
    page = text("/apbdes/2026/ditetapkan-1/rekening/4.2.1/")
    assert "Dana Desa" in page
    assert "Rp312.450.000" in page


def test_files_have_names_and_types(budget: BudgetVersion) -> None:
    table = Client().get("/apbdes/2026/ditetapkan-1/berkas/csv/")
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert 'filename="APBDes-2026-ditetapkan-1-csv.csv"' in table["Content-Disposition"]
    described = json.loads(Client().get("/apbdes/2026/ditetapkan-1/data/datapackage.json").content)
    assert described["version"] == "APBDes-2026-ditetapkan-1"
    lines = Client().get("/apbdes/2026/ditetapkan-1/data/baris.csv")
    assert lines.content == table.content


def test_draft_gives_way_to_the_enacted_budget(scope: Village) -> None:
    published()
    published(stage=Stage.DRAFT, legal_number="", legal_date=None)
    assert "Rancangan APBDes 2026" in text("/apbdes/2026/rancangan-1/")
    assert "<h1>" in text("/apbdes/2026/")
    assert '<span lang="id">APBDes 2026.' in text("/apbdes/2026/")


def test_page_is_kept_for_the_next_visitor(budget: BudgetVersion) -> None:
    visitor, path = Client(), "/apbdes/2026/ditetapkan-1/"
    first = visitor.get(path)
    with CaptureQueriesContext(connection) as queries:
        second = visitor.get(path)
    assert second.content == first.content
    assert len(queries) == 0


def test_page_costs_few_queries_and_bytes(budget: BudgetVersion) -> None:
    with CaptureQueriesContext(connection) as queries:
        response = Client().get("/apbdes/2026/ditetapkan-1/")
    assert len(queries) <= 6
    assert len(response.content) <= 30_000
    assert not response.cookies


def test_note_on_the_original_is_read_by_everyone(scope: Village) -> None:
    published(note="Lampiran cetak salah menjumlah bidang 2.")
    assert "Catatan atas dokumen asli:" in text("/apbdes/")
    assert "Lampiran cetak salah menjumlah bidang 2." in text("/apbdes/")
