from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.safekeeping.rules import (
    KEPT_COPIES,
    backup_is_due,
    backup_is_late,
    superfluous,
)

NIGHT = datetime(2026, 3, 5, 2, tzinfo=UTC)
NOON = datetime(2026, 3, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "age", "due"),
    [
        (NIGHT, timedelta(hours=24), True),
        (NIGHT, timedelta(hours=1), False),
        (NOON, timedelta(hours=10), False),
        (NOON, timedelta(hours=30), False),
        (NOON, timedelta(hours=37), True),
    ],
)
def test_backup_is_made_at_night_or_when_the_night_was_missed(
    now: datetime, age: timedelta, due: bool
) -> None:
    assert backup_is_due(now, now - age) is due


def test_first_backup_is_due_at_once() -> None:
    assert backup_is_due(NOON, None)
    assert backup_is_late(NOON, None)


def test_backup_is_late_after_a_day_and_a_half() -> None:
    assert not backup_is_late(NOON, NOON - timedelta(hours=36))
    assert backup_is_late(NOON, NOON - timedelta(hours=36, seconds=1))


@given(st.sets(st.integers(0, 500), max_size=40))
def test_newest_fourteen_copies_stay(days: set[int]) -> None:
    names = [f"cadangan-a-{day:04d}.desa" for day in days]
    gone = superfluous([*names, "foto.jpg", "cadangan-b-0001.desa"], "cadangan-a-")
    assert len(gone) == max(len(days) - KEPT_COPIES, 0)
    kept = set(names) - set(gone)
    assert all(old < new for old in gone for new in kept)
