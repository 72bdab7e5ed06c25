"""When a backup is due, which copies stay, and from when a reading is a worry. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta

KEPT_COPIES = 14
NIGHT_HOURS = range(1, 5)
SOON_AGAIN, OVERDUE = timedelta(hours=20), timedelta(hours=36)
LATE_JOB = timedelta(minutes=10)
LITTLE_DISK, NO_DISK = 1_000_000_000, 100_000_000
"""Bytes: below the first officials are told, below the second nothing more can be accepted safely."""


def backup_is_due(local_now: datetime, last: datetime | None) -> bool:
    """At night, once; at any hour when the machine was off at night and the last copy is too old."""
    if last is None or local_now - last > OVERDUE:
        return True
    return local_now.hour in NIGHT_HOURS and local_now - last > SOON_AGAIN


def superfluous(names: Iterable[str], prefix: str) -> list[str]:
    """All but the newest copies of this installation; other files in the folder are left alone."""
    ours = sorted(name for name in names if name.startswith(prefix) and name.endswith(".desa"))
    return ours[:-KEPT_COPIES]


def backup_is_late(now: datetime, last: datetime | None) -> bool:
    return last is None or now - last > OVERDUE
