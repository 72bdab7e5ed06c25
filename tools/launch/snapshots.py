"""A copy of the encrypted database before its shape changes, and the way back."""

import os
import shutil
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from desa.foundation.core.clock import now

KEPT = 3


def take_snapshot(database: Path, key: bytes) -> Path:
    """VACUUM INTO gives a whole file, encrypted with the same key. The newest three are kept."""
    folder = database.parent / "snapshots"
    folder.mkdir(exist_ok=True, mode=0o700)
    target = folder / f"{now():%Y%m%d-%H%M%S-%f}.db"
    with closing(dbapi2.connect(database)) as connection:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("VACUUM INTO ?", (str(target),))
    _sync(target)
    for old in sorted(folder.glob("*.db"))[:-KEPT]:
        old.unlink()
    return target


def put_back(snapshot: Path, database: Path) -> None:
    """Needs every connection closed: the write-ahead log of the failed attempt goes as well."""
    copy = database.with_suffix(".back")
    shutil.copyfile(snapshot, copy)
    _sync(copy)
    discard_log(database)
    copy.replace(database)


def discard_log(database: Path) -> None:
    for ending in ("-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
