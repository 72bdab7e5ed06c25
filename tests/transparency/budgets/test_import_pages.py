"""The kaur keuangan's pages: upload or paste, read every finding, take it in or let it go."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.registry import tasks
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.transparency.budgets.models import BudgetLine, BudgetUpload, BudgetVersion, ColumnMapping
from tests.factories import enter, official
from tests.transparency.budgets.papers import ITEMS, TITLES, Cells, penjabaran, place, put, xlsx


@pytest.fixture
def office(village: Village) -> Iterator[Client]:
    with village_scope(village):
        yield enter(official(village, Office.KAUR_KEUANGAN))


def send(client: Client, rows: list[Cells] | bytes, **more: str) -> BudgetUpload:
    content = rows if isinstance(rows, bytes) else xlsx(rows)
    form = {
        "year": "2026",
        "stage": "ditetapkan",
        "file": SimpleUploadedFile("penjabaran.xlsx", content),
        **more,
    }
    answer = client.post(reverse("budgets:upload"), form)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    upload = BudgetUpload.objects.latest("created_at")
    assert answer.headers["Location"] == reverse("budgets:examined", args=[upload.pk])
    return upload


def page(client: Client, name: str, upload: BudgetUpload) -> str:
    answer = client.get(reverse(f"budgets:{name}", args=[upload.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def broken() -> tuple[list[Cells], int]:
    rows = penjabaran()
    row = place(rows, "Belanja Bantuan Bibit")
    return put(rows, row, 5, "14.000.000,00"), row


def test_a_good_paper_is_read_shown_and_taken_in(office: Client) -> None:
    upload = send(office, penjabaran())
    text = page(office, "examined", upload)
    assert "Semua angka cocok" in text
    assert "Rp210.000.000" in text
    assert not BudgetVersion.objects.exists()
    answer = office.post(reverse("budgets:take", args=[upload.pk]))
    version = BudgetVersion.objects.get()
    assert answer.headers["Location"] == reverse("budgets:prepare", args=[version.pk])
    assert BudgetLine.objects.count() == len(ITEMS)
    assert not BudgetUpload.objects.exists()
    assert version.source is not None
    assert version.source_name == "penjabaran.xlsx"


def test_a_wrong_cell_is_named_with_both_figures_and_the_difference(office: Client) -> None:
    rows, row = broken()
    upload = send(office, rows)
    text = page(office, "examined", upload)
    for words in (f"F{row}", f"F{row - 1}", "Rp14.000.000", "Rp15.000.000", "Rp1.000.000"):
        assert words in text
    assert office.post(reverse("budgets:take", args=[upload.pk])).status_code == 409
    assert not BudgetVersion.objects.exists()


def test_a_paper_that_is_wrong_itself_is_kept_by_saying_so(office: Client) -> None:
    upload = send(office, broken()[0])
    office.post(reverse("budgets:take", args=[upload.pk]), {"keep_errors": "on"})
    version = BudgetVersion.objects.get()
    assert version.findings.filter(severity="error", accepted_note="").count() == 3


def test_an_unreadable_paper_offers_no_way_in(office: Client) -> None:
    rows = penjabaran()
    rows = put(rows, place(rows, "Belanja Bantuan Bibit"), 5, "########")
    upload = send(office, rows)
    text = page(office, "examined", upload)
    assert reverse("budgets:take", args=[upload.pk]) not in text
    assert "terlalu sempit" in text


def test_a_table_copied_from_excel_is_read_like_a_file(office: Client) -> None:
    pasted = "\n".join(
        "\t".join("" if cell is None else str(cell) for cell in row) for row in penjabaran()
    )
    form = {"year": "2026", "stage": "ditetapkan", "pasted": pasted}
    assert office.post(reverse("budgets:upload"), form).status_code == 302
    upload = BudgetUpload.objects.get()
    assert "Semua angka cocok" in page(office, "examined", upload)
    office.post(reverse("budgets:take", args=[upload.pk]))
    assert BudgetLine.objects.count() == len(ITEMS)


def test_nothing_chosen_and_no_workbook_are_told_at_the_form(office: Client) -> None:
    empty = office.post(reverse("budgets:upload"), {"year": "2026", "stage": "ditetapkan"})
    assert empty.status_code == 422
    assert "Pilih berkasnya" in empty.content.decode()
    picture = SimpleUploadedFile("foto.xlsx", b"\x89PNG\r\n\x1a\n" + b"x" * 40)
    form = {"year": "2026", "stage": "ditetapkan", "file": picture}
    assert office.post(reverse("budgets:upload"), form).status_code == 422
    assert not BudgetUpload.objects.exists()
    assert not StoredFile.objects.exists()


def test_another_villages_paper_waits_for_a_word_of_the_officer(office: Client) -> None:
    titles = [title.replace("SUMBERGEDANG", "NOGOSARI") for title in TITLES]
    upload = send(office, penjabaran(titles=titles))
    assert "Ya, ini desa kami" in page(office, "examined", upload)
    office.post(reverse("budgets:own_village", args=[upload.pk]))
    text = page(office, "examined", upload)
    assert "Ya, ini desa kami" not in text
    assert reverse("budgets:take", args=[upload.pk]) in text


def test_columns_are_chosen_once_and_remembered(office: Client) -> None:
    rows = put(put(penjabaran(), 5, 5, "Nilai satu"), 6, 5, None)
    rows = put(put(rows, 5, 6, "Nilai dua"), 6, 6, None)
    upload = send(office, rows)
    assert "Kolomnya perlu Anda pastikan" in page(office, "examined", upload)
    assert "Apa isi setiap kolom?" in page(office, "columns", upload)
    roles = {"0": "kegiatan", "1": "akun", "2": "name", "3": "volume", "4": "unit"}
    url = reverse("budgets:columns", args=[upload.pk])
    assert office.post(url, {**roles, "5": "ignored", "6": "ignored"}).status_code == 422
    assert office.post(url, {**roles, "5": "amount", "6": "fund"}).status_code == 302
    assert "Semua angka cocok" in page(office, "examined", upload)
    office.post(reverse("budgets:take", args=[upload.pk]))
    assert ColumnMapping.objects.get().columns["6"] == "fund"
    again = send(office, rows)
    assert "Kolomnya perlu" not in page(office, "examined", again)


def test_a_paper_and_an_import_can_be_thrown_away(office: Client) -> None:
    first = send(office, penjabaran())
    office.post(reverse("budgets:discard", args=[first.pk]))
    assert not BudgetUpload.objects.exists()
    assert not StoredFile.objects.exists()
    second = send(office, penjabaran())
    office.post(reverse("budgets:take", args=[second.pk]))
    version = BudgetVersion.objects.get()
    office.post(reverse("budgets:throw", args=[version.pk]))
    assert not BudgetVersion.objects.exists()
    assert not StoredFile.objects.exists()


def test_the_overview_leads_to_the_import_and_open_papers_are_listed(office: Client) -> None:
    upload = send(office, penjabaran())
    assert reverse("budgets:upload") in office.get(reverse("budgets:overview")).content.decode()
    listed = office.get(reverse("budgets:upload")).content.decode()
    assert reverse("budgets:examined", args=[upload.pk]) in listed


def test_papers_nobody_decided_about_are_forgotten(office: Client) -> None:
    upload = send(office, penjabaran())
    forget = tasks.get("budgets.forget_uploads")
    with clock.frozen(upload.created_at + timedelta(days=29)):
        forget.run({})
    assert BudgetUpload.objects.exists()
    with clock.frozen(upload.created_at + timedelta(days=31)):
        forget.run({})
    assert not BudgetUpload.objects.exists()
    assert not StoredFile.objects.exists()
