"""The office's pages: one form for a whole regulation, what ends, what is missing."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.core.registry import search_sources
from desa.foundation.tenancy.models import Village
from desa.transparency.regulations.actions import remove_regulation
from desa.transparency.regulations.enums import RelationKind
from desa.transparency.regulations.models import Regulation
from desa.transparency.regulations.rules.instruments import instruments
from tests.factories import enter, official
from tests.transparency.regulations.samples import (
    CLERK,
    SCAN_PDF,
    TEXT_PDF,
    encrypted_pdf,
    perdes,
    recorded,
)

BASE = "/kantor/produk-hukum/"


def filled(**changes: Any) -> dict[str, Any]:
    return {
        "kirim_id": str(uuid4()),
        "kind": "sk",
        "number": "188/04/424/2026",
        "year": "2026",
        "title": "Pembentukan Pokmas G4S",
        "topic": "umum",
        "enacted_on": "12 Januari 2026",
        "valid_to": "31-12-2026",
        "file_shown": "on",
        "members": "Ketua: Ahmad Fauzi\nSekretaris: Lestari",
        "lines": "2026 · 1.4.08",
        "instruments": ["sk-pokmas-g4s"],
        **changes,
    }


def pdf(content: bytes = TEXT_PDF, name: str = "sk.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def text(answer: Any) -> str:
    return str(answer.content.decode())


def test_whole_decree_is_recorded_on_one_page(sekdes: Client) -> None:
    base = perdes("5")
    data = filled(word_1="melaksanakan", target_1=str(base.pk), file=pdf())
    answer = sekdes.post(f"{BASE}baru/", data)
    row = Regulation.objects.get(kind="sk")
    assert answer["Location"] == f"{BASE}{row.public_id}/"
    assert (row.valid_from, row.valid_to) == (date(2026, 1, 12), date(2026, 12, 31))
    assert [str(member) for member in row.members.all()] == [
        "Ketua: Ahmad Fauzi",
        "Sekretaris: Lestari",
    ]
    page = text(sekdes.get(answer["Location"]))
    for words in ("SK 188/04/424/2026", "PDF, 1 halaman", "Perdes 5/2025", "SK Pokmas G4S"):
        assert words in page


def test_form_sent_twice_leads_to_the_same_regulation(sekdes: Client) -> None:
    data = filled()
    first = sekdes.post(f"{BASE}baru/", data)["Location"]
    assert sekdes.post(f"{BASE}baru/", data)["Location"] == first
    assert Regulation.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"valid_to": "11-01-2026"}, "Berlaku sampai lebih awal"),
        ({"promulgated_on": "11-01-2026"}, "Tanggal diundangkan lebih awal"),
        ({"number": ""}, "Nomor belum diisi."),
        ({"year": "26"}, "Tahun ditulis dengan 4 angka"),
        ({"enacted_on": "31-02-2026"}, "Februari"),
        ({"lines": "kegiatan internet"}, "tidak terbaca"),
        ({"members": "Ahmad Fauzi"}, "belum lengkap"),
        ({"word_1": "mengubah"}, "baru setengah terisi"),
        ({"file": pdf(b"PK docx", "sk.docx")}, "bukan PDF"),
        ({"file": pdf(encrypted_pdf())}, "berkata sandi"),
        ({"file": pdf(TEXT_PDF[:150])}, "rusak"),
    ],
)
def test_mistake_is_named_at_its_field_and_nothing_is_kept(
    sekdes: Client, changes: dict[str, Any], words: str
) -> None:
    answer = sekdes.post(f"{BASE}baru/", filled(**changes))
    assert answer.status_code == 422
    page = text(answer)
    assert words in page
    assert "Pembentukan Pokmas G4S" in page
    assert Regulation.objects.count() == 0


def test_upload_of_80_megabytes_is_refused_as_a_whole(sekdes: Client) -> None:
    answer = sekdes.post(f"{BASE}baru/", filled(file=pdf(b"%PDF-" + bytes(80 * 2**20))))
    assert answer.status_code == 413
    assert Regulation.objects.count() == 0


def test_number_taken_twice_is_said_at_the_number(sekdes: Client) -> None:
    recorded(number="188/04/424/2026")
    answer = sekdes.post(f"{BASE}baru/", filled())
    assert answer.status_code == 422
    assert "Nomor ini sudah dipakai untuk jenis dan tahun yang sama." in text(answer)
    assert 'href="#id_number"' in text(answer)


def test_circle_is_said_with_its_chain(sekdes: Client) -> None:
    first = perdes("1")
    second = perdes("2", *_amending(first))
    data = filled(kind="perdes", number="1", year="2025", members="", instruments=[])
    data |= {"word_1": "mengubah", "target_1": str(second.pk)}
    answer = sekdes.post(f"{BASE}{first.public_id}/perbaiki/", data)
    assert answer.status_code == 422
    assert "Perdes 1/2025 → Perdes 2/2025" in text(answer)


def _amending(row: Regulation) -> list[Any]:
    return [(RelationKind.AMENDS, row)]


def test_correction_starts_with_what_is_there_and_keeps_it(sekdes: Client) -> None:
    base = perdes("1", title="Dasar kelompok")
    row = perdes("2", *_amending(base), valid_to=date(2027, 1, 1))
    address = f"{BASE}{row.public_id}/perbaiki/"
    page = text(sekdes.get(address))
    assert 'value="1 Januari 2027"' in page
    assert f'<option value="{base.pk}" selected>' in page
    assert "Dasar kelompok" in page
    data = filled(kind="perdes", number="2", year="2025", title="Judul benar", members="")
    assert sekdes.post(address, data).status_code == 302
    row.refresh_from_db()
    assert row.title == "Judul benar"


def test_removed_regulation_can_be_brought_back(sekdes: Client) -> None:
    row = recorded(title="Salah hapus")
    assert sekdes.post(f"{BASE}{row.public_id}/hapus/")["Location"] == BASE
    page = text(sekdes.get(BASE))
    assert "Baru dihapus" in page
    assert "Salah hapus" in page
    sekdes.post(f"{BASE}{row.public_id}/kembalikan/")
    assert Regulation.objects.get().title == "Salah hapus"
    assert "Baru dihapus" not in text(sekdes.get(BASE))


def test_bringing_back_a_number_that_was_given_away_is_refused(sekdes: Client) -> None:
    row = remove_regulation(by=CLERK, regulation=recorded())
    recorded()
    answer = sekdes.post(f"{BASE}{row.public_id}/kembalikan/")
    assert answer.status_code == 409
    assert "Perbaiki nomor itu dulu" in text(answer)


def test_revocation_is_recorded_and_taken_back(sekdes: Client) -> None:
    row = recorded()
    address = f"{BASE}{row.public_id}/"
    early = sekdes.post(f"{address}cabut/", {"on": "1-1-2026", "reason": "diganti"})
    assert early.status_code == 422
    assert "lebih awal daripada tanggal mulai berlaku" in text(early)
    assert sekdes.post(f"{address}cabut/", {"on": "1-10-2026", "reason": ""}).status_code == 422
    sekdes.post(f"{address}cabut/", {"on": "1-10-2026", "reason": "diganti"})
    assert "Tidak berlaku sejak 1 Oktober 2026." in text(sekdes.get(address))
    sekdes.post(f"{address}batal-cabut/")
    assert "Tidak berlaku sejak" not in text(sekdes.get(address))


def test_what_ends_soon_is_a_badge_a_note_and_a_list(sekdes: Client) -> None:
    assert "Tidak ada yang habis" in text(sekdes.get(f"{BASE}habis/"))
    recorded(valid_to=date(2026, 12, 31))
    page = text(sekdes.get(BASE))
    assert "1 peraturan habis dalam 60 hari." in page
    assert '<span class="badge">1</span>' in page
    listed = text(sekdes.get(f"{BASE}habis/"))
    assert "31 Desember 2026" in listed
    assert "37 hari" in listed


def test_missing_rules_come_in_order_and_lead_to_draft_and_form(sekdes: Client) -> None:
    page = text(sekdes.get(f"{BASE}kurang/"))
    places = [page.index(item.name) for item in instruments()]
    assert places == sorted(places)
    assert "0 dari 13" in page
    recorded(instruments=("sk-pokmas-g4s",))
    assert "1 dari 13" in text(sekdes.get(f"{BASE}kurang/"))
    form = text(sekdes.get(f"{BASE}baru/?aturan=perdes-kip"))
    assert '<option value="perdes" selected>' in form
    assert 'value="perdes-kip" id="id_instruments_1" checked' in form


def test_draft_names_the_village_and_what_it_can_refer_to(sekdes: Client) -> None:
    recorded(number="3", instruments=("perdes-kip",), title="KIP")
    page = text(sekdes.get(f"{BASE}kurang/sk-ppid/"))
    assert "KEPUTUSAN KEPALA DESA SUMBERGEDANG" in page
    assert "SK 3/2026" in page
    saved = sekdes.get(f"{BASE}kurang/sk-ppid/naskah.txt")
    assert saved["Content-Disposition"] == 'attachment; filename="konsep-sk-ppid.txt"'
    assert "TAHUN 2026" in text(saved)
    assert sekdes.get(f"{BASE}kurang/tidak-ada/").status_code == 404
    assert sekdes.get(f"{BASE}kurang/tidak-ada/naskah.txt").status_code == 404


def test_all_rules_there_is_said(sekdes: Client) -> None:
    recorded(instruments=tuple(item.slug for item in instruments()))
    assert "Semua aturan desa digital sudah berlaku." in text(sekdes.get(f"{BASE}kurang/"))


def test_office_reads_a_file_that_is_closed_to_others(sekdes: Client, client: Client) -> None:
    row = recorded(content=TEXT_PDF, file_shown=False)
    answer = sekdes.get(f"{BASE}{row.public_id}/berkas.pdf")
    assert answer.content == TEXT_PDF
    assert answer["Cache-Control"] == "no-store"
    assert "tidak dibuka untuk umum" in text(sekdes.get(f"{BASE}{row.public_id}/"))


def test_list_finds_by_words_and_says_when_there_is_nothing(sekdes: Client) -> None:
    assert "Mulai dari SK yang masih berlaku." in text(sekdes.get(BASE))
    recorded(title="Pokmas", content=SCAN_PDF)
    assert "pindaian, belum bisa dicari" in text(sekdes.get(f"{BASE}?q=pokmas"))
    assert "Tidak ada peraturan yang cocok." in text(sekdes.get(f"{BASE}?q=kolam"))


def test_reader_sees_no_buttons_of_keepers(scope: Village) -> None:
    row = recorded()
    page = text(enter(official(scope, Office.BPD)).get(f"{BASE}{row.public_id}/"))
    assert "Perbaiki catatan" not in page
    assert "Hapus catatan ini" not in page


def test_office_search_finds_a_regulation_by_its_number(scope: Village) -> None:
    row = recorded(number="188/04/424/2026")
    find = search_sources.get("regulations").find
    assert [hit.title for hit in find("188/04", 5)] == [str(row)]
    assert find("!", 5) == []
