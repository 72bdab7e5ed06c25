from datetime import UTC, date, datetime, time

import pytest

from desa.foundation.core.actions import SystemActor
from desa.foundation.sheets.actions import preview_batch
from desa.foundation.sheets.enums import BatchState
from desa.foundation.sheets.models import ImportBatch, JournalEntry
from desa.foundation.sheets.queries.snapshots import fingerprint, restored, snapshot
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Holiday, OpeningHours, Village

pytestmark = pytest.mark.postgres


def opening(**values: object) -> OpeningHours:
    usual: dict[str, object] = {
        "weekday": 0, "opens": time(8), "closes": time(15), "valid_from": date(2026, 1, 1)
    }  # fmt: skip
    return OpeningHours.objects.create(**usual | values)


def a_batch() -> ImportBatch:
    return preview_batch(
        by=SystemActor("uji"), kind="aset", filename="a.xlsx", sha256="0" * 64, counts={"b": 1, "a": 2}
    )  # fmt: skip


def test_a_print_is_the_same_in_memory_and_read_back(scope: Village) -> None:
    area = Area.objects.create(kind=AreaKind.DUSUN, name="Sendi", valid_from=date(2020, 1, 1))
    for row in (area, opening(), a_batch()):
        read = type(row).base_objects.get(pk=row.pk)
        assert fingerprint(read) == fingerprint(row)


@pytest.mark.parametrize(
    ("name", "value"),
    [("opens", time(9)), ("weekday", 3), ("valid_to", date(2027, 1, 1))],
)
def test_any_changed_field_changes_the_print(scope: Village, name: str, value: object) -> None:
    row = opening()
    before = fingerprint(row)
    setattr(row, name, value)

    assert fingerprint(row) != before


def test_the_order_of_json_keys_does_not_change_the_print(scope: Village) -> None:
    batch = a_batch()
    before = fingerprint(batch)

    batch.counts = {"a": 2, "b": 1}
    assert fingerprint(batch) == before
    batch.counts = {"a": 2, "b": 2}
    assert fingerprint(batch) != before


def test_a_snapshot_brings_back_every_type(scope: Village) -> None:
    parent = Area.objects.create(kind=AreaKind.DUSUN, name="Sendi")
    rows = (
        Area.objects.create(kind=AreaKind.RT, name="003", parent=parent),
        Holiday.objects.create(day=date(2026, 8, 17), name="HUT RI", confirmed=True),
        opening(valid_to=date(2026, 12, 31)),
        ImportBatch.objects.create(
            kind="aset", filename="a", sha256="0" * 64, by_label="uji", counts={"a": [1, None]},
            state=BatchState.DONE, finished_at=datetime(2026, 1, 2, 3, 4, 5, 678, UTC),
        ),
    )  # fmt: skip
    entry = JournalEntry(batch=rows[3], chunk=1, model_label="x", operation="updated")
    entry.rows = [[row.pk, fingerprint(row), snapshot(row)] for row in rows]
    entry.save()
    entry.refresh_from_db()

    for row, (_row_id, _print, before) in zip(rows, entry.rows, strict=True):
        values = restored(type(row), before)
        assert values == {name: getattr(row, name) for name in values}
        assert set(values) == {
            field.attname for field in row._meta.concrete_fields
        } - {"id", "village_id"}  # fmt: skip


def test_a_field_that_a_later_version_dropped_is_left_out() -> None:
    assert restored(Holiday, {"name": "Nyepi", "colour": "merah"}) == {"name": "Nyepi"}
