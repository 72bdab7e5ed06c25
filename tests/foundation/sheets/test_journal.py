from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor, action
from desa.foundation.core.registry import tasks
from desa.foundation.sheets.actions import (
    Change,
    fail_batch,
    finish_batch,
    forget_journals,
    journal,
    preview_batch,
    start_batch,
    undo_batch,
)
from desa.foundation.sheets.actions import undo as undo_steps
from desa.foundation.sheets.enums import BatchState
from desa.foundation.sheets.exceptions import BatchBusy, ChunkOutOfOrder, UndoRefused, UndoTooLate
from desa.foundation.sheets.models import ImportBatch, JournalEntry
from desa.foundation.sheets.queries.conflicts import undo_conflicts
from desa.foundation.sheets.queries.snapshots import snapshot
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Holiday, Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent

pytestmark = pytest.mark.postgres
CLERK = SystemActor("Operator Uji")
DAY = date(2026, 8, 17)


def previewed(kind: str = "penduduk") -> ImportBatch:
    return preview_batch(
        by=CLERK, kind=kind, filename="warga.xlsx", sha256="a" * 64, counts={"rows": 3}
    )


@pytest.fixture
def batch(scope: Village) -> ImportBatch:
    return start_batch(by=CLERK, batch=previewed())


def dusun(name: str, parent: Area | None = None) -> Area:
    return Area.objects.create(kind=AreaKind.DUSUN, name=name, parent=parent)


@action
def import_areas(batch: ImportBatch, chunk: int, *names: str) -> list[Area]:
    rows = [dusun(name) for name in names]
    journal(batch=batch, chunk=chunk, created=rows)
    return rows


def finished(batch: ImportBatch) -> ImportBatch:
    return finish_batch(by=CLERK, batch=batch, counts={"accept": 2})


def test_a_batch_goes_from_preview_to_done_and_leaves_its_trail(batch: ImportBatch) -> None:
    import_areas(batch, 1, "Sendi", "Rajeg")
    finished(batch)

    assert (batch.state, batch.chunks_done, batch.counts) == (BatchState.DONE, 1, {"accept": 2})
    assert batch.finished_at is not None
    assert list(TrailEvent.objects.order_by("sequence").values_list("name", flat=True)) == [
        "sheets.batch.previewed", "sheets.batch.running", "sheets.batch.done",
    ]  # fmt: skip


def test_a_second_tap_starts_nothing(batch: ImportBatch) -> None:
    with pytest.raises(BatchBusy, match="Muat ulang halaman"):
        start_batch(by=CLERK, batch=batch)


def test_one_import_of_a_kind_runs_at_a_time(batch: ImportBatch) -> None:
    with pytest.raises(BatchBusy):
        start_batch(by=CLERK, batch=previewed())

    assert start_batch(by=CLERK, batch=previewed(kind="aset")).state == BatchState.RUNNING


def test_a_chunk_is_written_once_and_in_order(batch: ImportBatch) -> None:
    import_areas(batch, 1, "Sendi")

    for wrong in (1, 3):
        with pytest.raises(ChunkOutOfOrder):
            import_areas(batch, wrong, "Rajeg")
    assert list(Area.objects.values_list("name", flat=True)) == ["Sendi"]


def test_a_chunk_of_rejected_rows_only_still_counts(batch: ImportBatch) -> None:
    journal(batch=batch, chunk=1)
    import_areas(batch, 2, "Sendi")

    batch.refresh_from_db()
    assert batch.chunks_done == 2


def test_a_killed_import_resumes_behind_its_last_whole_chunk(batch: ImportBatch) -> None:
    import_areas(batch, 1, "Sendi")
    fail_batch(by=CLERK, batch=batch)
    with pytest.raises(ChunkOutOfOrder):
        import_areas(batch, 2, "Rajeg")

    start_batch(by=CLERK, batch=batch)
    import_areas(batch, batch.chunks_done + 1, "Rajeg")

    assert Area.objects.count() == 2


def test_undo_takes_back_created_updated_and_deleted_rows(batch: ImportBatch) -> None:
    kept = Holiday.objects.create(day=DAY, name="HUT RI", confirmed=True)
    gone = Holiday.objects.create(day=date(2026, 12, 25), name="Natal")
    gone_id = gone.pk
    before = snapshot(kept)
    rows = import_areas(batch, 1, "Sendi")
    Holiday.objects.filter(pk=kept.pk).update(name="Hari Kemerdekaan", confirmed=False)
    kept.refresh_from_db()
    journal(batch=batch, chunk=2, updated=[Change(kept, before)], deleted=[gone])
    gone.delete()
    finished(batch)

    undo_batch(by=CLERK, batch=batch)

    kept.refresh_from_db()
    assert (kept.day, kept.name, kept.confirmed) == (DAY, "HUT RI", True)
    assert Holiday.objects.get(pk=gone_id).name == "Natal"
    assert not Area.objects.filter(pk=rows[0].pk).exists()
    assert (batch.state, batch.undone_by_label) == (BatchState.UNDONE, "Operator Uji")
    assert not JournalEntry.objects.exists()


def test_undo_takes_back_rows_that_point_to_each_other(batch: ImportBatch) -> None:
    older = dusun("Lama")
    before = snapshot(older)
    parent = dusun("Sendi")
    child = dusun("Sendi Timur", parent)
    older.successor = child
    older.save()
    journal(batch=batch, chunk=1, created=[parent, child], updated=[Change(older, before)])
    later = dusun("Sendi Barat", child)
    journal(batch=batch, chunk=2, created=[later])
    finished(batch)

    undo_batch(by=CLERK, batch=batch)

    assert list(Area.objects.values_list("name", "successor")) == [("Lama", None)]


def test_undo_survives_a_row_touched_by_two_chunks(batch: ImportBatch) -> None:
    (area,) = import_areas(batch, 1, "Sendi")
    for chunk, name in ((2, "Sendi Baru"), (3, "Sendi Lagi")):
        before = snapshot(area)
        area.name = name
        area.save()
        journal(batch=batch, chunk=chunk, updated=[Change(area, before)])
    finished(batch)

    undo_batch(by=CLERK, batch=batch)

    assert not Area.objects.exists()


def test_undo_refuses_when_a_row_was_changed_since(batch: ImportBatch) -> None:
    first, second = import_areas(batch, 1, "Sendi", "Rajeg")
    finished(batch)
    first.name = "Sendi Kulon"
    first.save()

    with pytest.raises(UndoRefused) as caught:
        undo_batch(by=CLERK, batch=batch)

    (conflict,) = caught.value.conflicts
    assert (conflict.model_label, conflict.row_id, conflict.reason) == (
        "tenancy.area", first.pk, "changed",
    )  # fmt: skip
    assert conflict.message.endswith("ini sudah diubah sesudah diimpor.")
    assert Area.objects.filter(pk=second.pk).exists()
    batch.refresh_from_db()
    assert batch.state == BatchState.DONE


def test_undo_refuses_when_something_newer_points_to_a_row(batch: ImportBatch) -> None:
    (area,) = import_areas(batch, 1, "Sendi")
    finished(batch)
    dusun("Anak", area)

    (conflict,) = undo_conflicts(batch)

    assert (conflict.row_id, conflict.reason) == (area.pk, "referred")
    with pytest.raises(UndoRefused, match="sudah diubah atau dipakai"):
        undo_batch(by=CLERK, batch=batch)


def test_undo_refuses_when_a_row_is_gone(batch: ImportBatch) -> None:
    rows = import_areas(batch, 1, *(f"Dusun {number}" for number in range(5)))
    finished(batch)
    for area in rows:
        area.delete()

    assert [conflict.reason for conflict in undo_conflicts(batch)] == ["gone"] * 5
    assert len(undo_conflicts(batch, limit=2)) == 2


def test_a_killed_undo_goes_on(batch: ImportBatch, monkeypatch: pytest.MonkeyPatch) -> None:
    import_areas(batch, 1, "Sendi")
    import_areas(batch, 2, "Rajeg")
    finished(batch)
    undo_steps.begin_undo(by=CLERK, batch=batch)
    undo_steps.undo_last_chunk(batch=batch)
    assert list(Area.objects.values_list("name", flat=True)) == ["Sendi"]

    undo_batch(by=CLERK, batch=batch)

    assert not Area.objects.exists()
    with pytest.raises(BatchBusy):
        undo_batch(by=CLERK, batch=batch)


def test_a_change_during_the_undo_is_not_overwritten(batch: ImportBatch) -> None:
    (first,) = import_areas(batch, 1, "Sendi")
    import_areas(batch, 2, "Rajeg")
    finished(batch)
    undo_steps.begin_undo(by=CLERK, batch=batch)
    undo_steps.undo_last_chunk(batch=batch)
    first.name = "Sendi Wetan"
    first.save()

    with pytest.raises(UndoRefused):
        undo_batch(by=CLERK, batch=batch)

    assert Area.objects.get().name == "Sendi Wetan"


def test_a_running_import_is_not_undone(batch: ImportBatch) -> None:
    with pytest.raises(BatchBusy):
        undo_batch(by=CLERK, batch=batch)


def test_a_journal_is_forgotten_after_its_time_and_cannot_be_undone(batch: ImportBatch) -> None:
    import_areas(batch, 1, "Sendi")
    finished(batch)

    assert forget_journals(by=CLERK) == 0
    with clock.frozen(clock.now() + timedelta(days=91)):
        tasks.get("sheets.forget_journals").run({})

    assert not JournalEntry.objects.exists()
    with pytest.raises(UndoTooLate, match="terlalu lama"):
        undo_batch(by=CLERK, batch=ImportBatch.objects.get())
    assert Area.objects.get().name == "Sendi"


def test_the_journal_of_another_village_does_not_exist(
    village: Village, other_village: Village
) -> None:
    with village_scope(village):
        batch = start_batch(by=CLERK, batch=previewed())
        import_areas(batch, 1, "Sendi")
        assert JournalEntry.objects.get().village_id == village.pk
        finished(batch)

    with village_scope(other_village):
        assert not JournalEntry.objects.exists()
        with pytest.raises(ImportBatch.DoesNotExist):
            undo_batch(by=CLERK, batch=batch)


def test_batches_of_two_villages_run_side_by_side(village: Village, other_village: Village) -> None:
    for place in (village, other_village):
        with village_scope(place):
            start_batch(by=CLERK, batch=previewed())
            assert ImportBatch.objects.count() == 1


@pytest.mark.parametrize(
    "values",
    [
        {"state": BatchState.DONE},
        {"state": "selesai"},
        {"undone_by_label": "Operator Uji"},
    ],
)
def test_the_database_refuses_a_batch_that_lies(
    batch: ImportBatch, values: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportBatch.objects.filter(pk=batch.pk).update(**values)
