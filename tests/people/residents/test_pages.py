"""The office's pages: finding someone, their numbers on demand, an import from upload to undo."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from desa.foundation.accounts.enums import Office
from desa.foundation.core.registry import search_sources
from desa.foundation.sheets.models import ImportBatch
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import Look, TrailEvent
from desa.people.residents.models import Family, ImportUpload, Person
from tests.factories import enter, official
from tests.people.residents.books import CHILD, HEAD, book, line
from tests.people.residents.conftest import Register, resident

NIK = "3514995203550001"
KK = "3514990101100001"


@pytest.fixture
def office(scope: Village) -> Client:
    return enter(official(scope, Office.OPERATOR))


def _text(response: Any) -> str:
    return str(response.content.decode())


def test_search_shows_place_and_year_but_no_number(office: Client, register: Register) -> None:
    register(resident(1), resident(2, "Suwardi", dusun="Klampok"))
    text = _text(office.post(reverse("residents:search"), {"q": "suwar sendi"}))
    assert "Suwarni" in text
    assert "Suwardi" not in text
    assert "Dusun Sendi RT 003/RW 001" in text
    assert "1955" in text
    assert NIK not in text
    assert Look.objects.count() == 0


def test_search_for_nobody_says_what_to_do(office: Client) -> None:
    assert "Tidak ada warga yang cocok" in _text(
        office.post(reverse("residents:search"), {"q": "siapa"})
    )


def test_empty_search_is_refused_at_its_field(office: Client) -> None:
    assert office.post(reverse("residents:search"), {"q": " "}).status_code == 422


def test_person_page_masks_the_numbers_and_is_logged(office: Client, register: Register) -> None:
    (person,) = register(resident(1, religion=1, birth_place="PASURUAN", father_nik=KK))
    text = _text(office.get(reverse("residents:person", args=[person.pk])))
    assert "3514••••••••••••" in text
    assert NIK not in text
    assert KK not in text
    assert "PASURUAN, 12 Maret 1955" in text
    assert "Islam" in text
    assert [(look.person_id, look.purpose) for look in Look.objects.all()] == [
        (person.pk, "biodata")
    ]


def test_numbers_are_shown_on_demand_and_logged(office: Client, register: Register) -> None:
    (person,) = register(resident(1))
    address = reverse("residents:numbers", args=[person.pk])
    assert office.get(address).status_code == 405
    text = _text(office.post(address))
    assert NIK in text
    assert KK in text
    assert Look.objects.get().purpose == "nik"


def test_person_page_tells_a_temporary_nik(office: Client, register: Register) -> None:
    (person,) = register(resident(1, nik=""))
    assert "NIK ini sementara" in _text(office.get(reverse("residents:person", args=[person.pk])))


def test_family_card_lists_members_masked(office: Client, register: Register) -> None:
    register(resident(1), resident(2, "Mulyadi", no_kk=KK, shdk=4))
    text = _text(office.get(reverse("residents:family", args=[Family.objects.get().pk])))
    assert text.index("Suwarni") < text.index("Mulyadi")
    assert "Kepala Keluarga" in text
    assert NIK not in text
    assert KK not in text


def test_family_whose_members_are_gone_says_so(office: Client, register: Register) -> None:
    register(resident(1, status=2))
    text = _text(office.get(reverse("residents:family", args=[Family.objects.get().pk])))
    assert "Tidak ada anggota yang masih tercatat" in text


def test_search_box_of_the_office_finds_people(scope: Village, register: Register) -> None:
    (person,) = register(resident(1))
    (hit,) = search_sources.get("residents").find("suwarni", 5)
    assert hit.title == "Suwarni"
    assert hit.url == reverse("residents:person", args=[person.pk])
    assert NIK not in str(hit)


def _upload(office: Client, *lines: dict[str, Any], **options: Any) -> Any:
    file = SimpleUploadedFile("penduduk.xlsx", book(*lines, **options))
    return office.post(reverse("residents:upload"), {"file": file}, follow=True)


def test_upload_shows_the_report_with_cells_and_stores_nobody(office: Client) -> None:
    text = _text(_upload(office, HEAD, CHILD | {"nik": "12"}))
    assert "Belum ada yang disimpan." in text
    assert "G3" in text
    assert "NIK harus 16 angka. Yang Anda tulis baru 2." in text
    assert "Dusun Sendi RW 001 RT 003" in text
    assert Person.objects.count() == 0


def test_long_report_has_pages(office: Client) -> None:
    _upload(office, *(line(number, nik="12") for number in range(1, 61)))
    address = reverse("residents:batch", args=[ImportBatch.objects.get().pk])
    assert "Halaman 1 dari 2" in _text(office.get(address))
    assert "G61" in _text(office.get(address, {"hal": 2}))


def test_good_rows_are_taken_and_the_import_can_be_undone(office: Client) -> None:
    _upload(office, HEAD, CHILD | {"nik": "12"})
    batch = ImportBatch.objects.get()
    done = office.post(reverse("residents:confirm", args=[batch.pk]), follow=True)
    assert "1 warga baru tersimpan." in _text(done)
    assert Person.objects.count() == 1
    undone = office.post(reverse("residents:undo", args=[batch.pk]), follow=True)
    assert "Impor ini dibatalkan." in _text(undone)
    assert Person.objects.count() == 0


def test_second_tap_is_answered_and_changes_nothing(office: Client) -> None:
    _upload(office, HEAD)
    address = reverse("residents:confirm", args=[ImportBatch.objects.get().pk])
    office.post(address)
    assert office.post(address).status_code == 409
    assert Person.objects.count() == 1


def test_undo_of_a_used_import_is_refused_in_words(office: Client) -> None:
    _upload(office, HEAD)
    batch = ImportBatch.objects.get()
    office.post(reverse("residents:confirm", args=[batch.pk]))
    Person.objects.update(ethnicity="JAWA")
    answer = office.post(reverse("residents:undo", args=[batch.pk]))
    assert answer.status_code == 409
    assert "sudah diubah atau dipakai" in _text(answer)


def test_differing_rows_are_updated_only_when_ticked(office: Client) -> None:
    _upload(office, HEAD)
    office.post(reverse("residents:confirm", args=[ImportBatch.objects.get().pk]))
    for tick, name in (({}, "SUWARNI"), ({"update": "on"}, "KARTINI")):
        text = _text(_upload(office, HEAD | {"nama": "KARTINI"}))
        assert "Perbarui juga data warga yang berbeda" in text
        newest = ImportBatch.objects.latest("created_at")
        office.post(reverse("residents:confirm", args=[newest.pk]), tick)
        assert Person.objects.get().name == name


def test_rejected_rows_can_be_downloaded_and_corrected(office: Client) -> None:
    _upload(office, HEAD, CHILD | {"nik": "12"})
    batch = ImportBatch.objects.get()
    answer = office.post(reverse("residents:rejected", args=[batch.pk]))
    assert TrailEvent.objects.filter(name="residents.rejected.downloaded").count() == 1
    sheet = read_workbook_bytes(answer.content, "ditolak.xlsx").sheets[0]
    assert len(sheet.rows) == 2
    assert "MULYADI" in sheet.rows[1].cells


def test_nothing_rejected_is_nothing_to_download(office: Client) -> None:
    _upload(office, HEAD)
    batch = ImportBatch.objects.get()
    assert office.post(reverse("residents:rejected", args=[batch.pk])).status_code == 404


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 bukan lembar kerja", "simpan sebagai .xlsx"),
        (book({"Barang": "Meja"}, titles=["Barang", "Jumlah"]), "Tidak ada lembar dengan kolom"),
    ],
)
def test_unreadable_upload_is_refused_at_its_field(
    office: Client, content: bytes, words: str
) -> None:
    file = SimpleUploadedFile("penduduk.xlsx", content)
    answer = office.post(reverse("residents:upload"), {"file": file})
    assert answer.status_code == 422
    assert words in _text(answer)
    assert ImportUpload.objects.count() == 0


def test_export_is_the_whole_register_and_is_recorded(office: Client, register: Register) -> None:
    register(resident(1))
    answer = office.post(reverse("residents:export"))
    sheet = read_workbook_bytes(answer.content, "penduduk.xlsx").sheets[0]
    assert NIK in sheet.rows[1].cells
    event = TrailEvent.objects.get(name="residents.register.exported")
    assert event.actor_kind == "official"
