import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.people.residents.models import Person
from tests.people.residents.books import CHILD, HEAD, book

pytestmark = pytest.mark.usefixtures("village")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "penduduk.xlsx"
    path.write_bytes(book(HEAD, CHILD | {"nik": "12"}))
    return path


def call(*arguments: object, **options: Any) -> str:
    out = StringIO()
    call_command(*map(str, arguments), stdout=out, **options)
    return out.getvalue()


def test_json_report_names_sheet_row_verdict_and_reasons(workbook: Path) -> None:
    answer = json.loads(call("import_residents", workbook, "--dry-run", "--json"))
    assert answer["counts"]["rows"] == 2
    assert answer["counts"]["reject"] == 1
    first, second = answer["rows"]
    assert (first["verdict"], first["reasons"]) == ("accept", [])
    assert (second["sheet"], second["row"], second["verdict"]) == ("Data Penduduk", 3, "reject")
    assert second["reasons"][0]["code"] == "too_short"
    assert second["reasons"][0]["column"] == "nik"


def test_dry_run_leaves_the_register_alone_and_the_real_run_fills_it(
    workbook: Path, village: Village
) -> None:
    checked = call("import_residents", workbook, "--dry-run")
    assert "2 baris dibaca: 1 warga baru dalam 1 keluarga, 0 sama dengan buku induk" in checked
    assert "1 ditolak" in checked
    assert "tidak ada yang disimpan" in checked
    with village_scope(village):
        assert Person.objects.count() == 0
    text = call("import_residents", workbook, "--village", village.code)
    assert "Data Penduduk G3 ditolak: NIK harus 16 angka. Yang Anda tulis baru 2." in text
    with village_scope(village):
        assert Person.objects.count() == 1


def test_export_can_be_imported_again_and_is_recorded(
    workbook: Path, village: Village, tmp_path: Path
) -> None:
    call("import_residents", workbook)
    call("export_residents", tmp_path / "ekspor.xlsx")
    answer = json.loads(call("import_residents", tmp_path / "ekspor.xlsx", "--dry-run", "--json"))
    assert answer["counts"]["same"] == 1
    with village_scope(village):
        event = TrailEvent.objects.get(name="residents.register.exported")
        assert event.facts == {"people": 1}


def test_several_villages_ask_for_the_code(workbook: Path, other_village: Village) -> None:
    with pytest.raises(CommandError, match="--village"):
        call("import_residents", workbook)
    call("import_residents", workbook, village=other_village.code)
    with village_scope(other_village):
        assert Person.objects.count() == 1


def test_file_that_is_absent_or_no_workbook_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak ada"):
        call("import_residents", tmp_path / "tidak.xlsx")
    (tmp_path / "teks.xlsx").write_bytes(b"%PDF-1.7 bukan lembar kerja")
    with pytest.raises(CommandError):
        call("import_residents", tmp_path / "teks.xlsx")


def test_resume_without_a_stopped_import_is_a_new_one(workbook: Path, village: Village) -> None:
    call("import_residents", workbook, "--resume")
    with village_scope(village):
        assert Person.objects.count() == 1
