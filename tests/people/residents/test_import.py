"""Writing a workbook into the register, stopping half way, going on, and taking it all back."""

from typing import Any

import pytest

from desa.foundation.core.clock import today
from desa.foundation.sheets.enums import BatchState
from desa.foundation.sheets.exceptions import UndoRefused
from desa.foundation.sheets.models import ImportBatch, JournalEntry
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.trail.models import TrailEvent
from desa.people.residents import queries
from desa.people.residents.actions import importing
from desa.people.residents.actions.importing import (
    preview_import,
    resume_import,
    run_import,
    undo_import,
)
from desa.people.residents.demo.families import families
from desa.people.residents.models import Family, FamilyMembership, Person, PersonEvent, Residence
from desa.people.residents.queries.register import register_workbook
from desa.people.residents.rules.chunks import chunks
from desa.people.residents.rules.layout import COLUMNS, TITLES
from tests.people.residents.books import CHILD, HEAD, book, line
from tests.people.residents.conftest import ACTOR
from tests.trailing import first_broken

pytestmark = pytest.mark.usefixtures("scope")

EVERY_COLUMN = {
    "alamat": "JALAN MAWAR 3", "dusun": "Sendi", "rw": "001", "rt": "003", "nama": "SUWARNI",
    "no_kk": "3514990101100001", "nik": "3514995203550001", "sex": "2", "tempatlahir": "PASURUAN",
    "tanggallahir": "1955-03-12", "agama_id": "1", "pendidikan_kk_id": "3",
    "pendidikan_sedang_id": "18", "pekerjaan_id": "9", "status_kawin": "4", "kk_level": "1",
    "warganegara_id": "1", "ayah_nik": "3514990101300001", "nama_ayah": "PAIJO",
    "ibu_nik": "3514994101350001", "nama_ibu": "PAINEM", "golongan_darah_id": "5",
    "akta_lahir": "AL-12/1955", "dokumen_pasport": "B1234567", "tanggal_akhir_paspor": "2030-01-31",
    "dokumen_kitas": "KITAS-1", "akta_perkawinan": "AK-7/1975", "tanggalperkawinan": "1975-05-01",
    "akta_perceraian": "AC-3/1990", "tanggalperceraian": "1990-06-02", "cacat_id": "1",
    "cara_kb_id": "3", "hamil": "2", "ktp_el": "2", "status_rekam": "7",
    "alamat_sekarang": "TAICHUNG, TAIWAN", "status_dasar": "1", "suku": "JAWA",
    "tag_id_card": "1234567890123", "id_asuransi": "2", "no_asuransi": "000123", "lat": "-7.6512",
    "lng": "112.6843",
}  # fmt: skip


def run(*lines: dict[str, Any], **options: Any) -> ImportBatch:
    preview = preview_import(by=ACTOR, content=book(*lines), filename="penduduk.xlsx")
    return run_import(by=ACTOR, batch=preview.batch, plan=preview.plan, **options)


def test_import_writes_people_families_homes_and_one_entry_event_each() -> None:
    batch = run(HEAD, CHILD, line(7, dusun="Winog"))
    assert batch.state == BatchState.DONE
    assert Person.objects.count() == FamilyMembership.objects.count() == 3
    assert Residence.objects.count() == PersonEvent.objects.count() == 3
    assert Family.objects.count() == 2
    assert [hit.name for hit in queries.search("suwar winog")] == ["SUWARNI"]


def test_dry_run_writes_nothing_into_the_register() -> None:
    preview_import(by=ACTOR, content=book(HEAD), filename="penduduk.xlsx")
    assert Person.objects.count() == Area.objects.count() == 0


def test_good_rows_are_taken_and_faulty_ones_left() -> None:
    batch = run(HEAD, CHILD | {"nik": "12"}, line(7))
    assert Person.objects.count() == 2
    assert batch.counts["reject"] == 1


def test_trail_holds_one_event_a_step_of_the_batch_and_no_name() -> None:
    run(*(line(number) for number in range(1, 30)))
    events = list(TrailEvent.objects.all())
    assert len(events) == 4  # previewed, running, areas added, done
    assert first_broken() is None
    assert not any("SUWARNI" in str(event.facts) for event in events)


def test_no_column_is_lost_on_the_way_in_and_out() -> None:
    assert set(EVERY_COLUMN) == set(TITLES)
    run(EVERY_COLUMN)
    (written,) = queries.register_lines()
    lost = {
        column.title: (EVERY_COLUMN[column.title], value)
        for column, value in zip(COLUMNS, written, strict=True)
        if value != EVERY_COLUMN[column.title]
    }
    assert lost == {}


def test_importing_the_same_file_again_changes_nothing() -> None:
    run(HEAD, CHILD)
    before = register_workbook()
    batch = run(HEAD, CHILD)
    assert (batch.counts["same"], batch.counts["new"], batch.counts["warn"]) == (2, 0, 0)
    assert register_workbook() == before


def test_exported_register_comes_back_as_the_same() -> None:
    run(EVERY_COLUMN, CHILD)
    preview = preview_import(by=ACTOR, content=register_workbook(), filename="ekspor.xlsx")
    assert preview.plan.report.counts["same"] == 2
    assert preview.plan.report.counts["accept"] == 2


def test_differing_row_is_a_warning_and_is_not_applied_silently() -> None:
    run(HEAD)
    preview = preview_import(
        by=ACTOR, content=book(HEAD | {"pekerjaan_id": "9"}), filename="penduduk.xlsx"
    )
    (row,) = preview.plan.report.rows
    assert [(reason.code, reason.cell) for reason in row.reasons] == [("differs", "N2")]
    run_import(by=ACTOR, batch=preview.batch, plan=preview.plan)
    assert Person.objects.get().occupation is None


def test_differing_row_is_applied_when_asked_and_found_by_its_new_name() -> None:
    run(HEAD)
    run(HEAD | {"nama": "KARTINI"}, update=True)
    assert Person.objects.get().name == "KARTINI"
    assert queries.search("suwarni") == []
    assert len(queries.search("kartini")) == 1


def test_empty_cell_says_nothing_about_a_known_person() -> None:
    run(HEAD)
    batch = run(HEAD | {"agama_id": None, "tempatlahir": "-"}, update=True)
    assert batch.counts["same"] == 1
    assert Person.objects.get().religion == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"dusun": "Winog"},
        {"rt": "009"},
        {"kk_level": "4"},
        {"status_dasar": "2"},
        {"alamat": "X 1"},
    ],
)
def test_moves_and_deaths_are_never_made_by_an_import(changes: dict[str, Any]) -> None:
    run(HEAD)
    before = register_workbook()
    batch = run(HEAD | changes, update=True)
    assert batch.counts["warn"] == 1
    assert register_workbook() == before


def test_new_head_for_a_family_of_the_register_is_rejected() -> None:
    run(HEAD)
    batch = run(CHILD | {"kk_level": "1"})
    assert batch.counts["reject"] == 1


def test_person_without_nik_is_recognised_the_second_time() -> None:
    run(HEAD | {"nik": "0"})
    assert Person.objects.get().has_temporary_nik
    batch = run(HEAD | {"nik": "0"})
    assert batch.counts["same"] == 1
    assert Person.objects.count() == 1


def test_undo_gives_back_the_register_byte_for_byte() -> None:
    run(EVERY_COLUMN)
    before, areas = register_workbook(), Area.objects.count()
    batch = run(
        EVERY_COLUMN | {"nama": "KARTINI", "suku": "MADURA"},
        CHILD,
        line(8, dusun="Klampok", rt="009"),
        update=True,
    )
    assert register_workbook() != before
    undo_import(by=ACTOR, batch=batch)
    assert register_workbook() == before
    assert Area.objects.count() == areas
    assert PersonEvent.objects.count() == 1
    assert [hit.name for hit in queries.search("suwarni")] == ["SUWARNI"]
    assert queries.search("mulyadi") == queries.search("kartini") == []


def test_undo_refuses_when_a_person_was_changed_since() -> None:
    batch = run(HEAD)
    Person.objects.update(ethnicity="JAWA")
    with pytest.raises(UndoRefused):
        undo_import(by=ACTOR, batch=batch)
    assert Person.objects.count() == 1


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "chunks", lambda people: chunks(people, 2))


def _break_after(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    written = importing.add_chunk

    def breaking(**values: Any) -> None:
        if values["chunk"] > chunk:
            raise KeyboardInterrupt
        written(**values)

    monkeypatch.setattr(importing, "add_chunk", breaking)


@pytest.mark.usefixtures("small_chunks")
def test_killed_import_resumes_behind_the_last_whole_chunk() -> None:
    lines = [line(number) for number in range(1, 10)]
    with pytest.MonkeyPatch.context() as patch:
        _break_after(patch, 3)
        with pytest.raises(KeyboardInterrupt):
            run(*lines)
    assert 0 < Person.objects.count() < 9
    content = book(*lines)
    batch = resume_import(content)
    assert batch is not None
    assert batch.state == BatchState.RUNNING
    again = preview_import(by=ACTOR, content=content, filename="penduduk.xlsx")
    assert run_import(by=ACTOR, batch=batch, plan=again.plan).state == BatchState.DONE
    assert Person.objects.count() == 9
    undo_import(by=ACTOR, batch=batch)
    assert Person.objects.count() == Area.objects.count() == JournalEntry.objects.count() == 0


@pytest.mark.usefixtures("small_chunks")
def test_import_that_fails_is_marked_and_can_be_undone() -> None:
    def fail(**values: Any) -> None:
        raise RuntimeError("disk full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(importing, "add_chunk", fail)
        with pytest.raises(RuntimeError):
            run(HEAD)
    batch = ImportBatch.objects.get()
    assert batch.state == BatchState.FAILED
    undo_import(by=ACTOR, batch=batch)
    assert Area.objects.count() == 0


def test_chunks_keep_families_whole(village: Village) -> None:

    residents = families(1, today(village), 1000)
    pieces = list(chunks(residents, 50))
    assert sum(map(len, pieces)) == len(residents)
    assert max(map(len, pieces)) <= 50
    seen = [{resident.no_kk for resident in piece} for piece in pieces]
    assert sum(map(len, seen)) == len(set().union(*seen))
