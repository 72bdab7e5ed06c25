"""A consistent copy of the whole database while others write to it, and the way back.

SQLite: VACUUM INTO, which gives a file encrypted with the same key. PostgreSQL: pg_dump of an exported
snapshot, streamed: the clear dump never lies on a disk.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from sqlcipher3 import dbapi2 as sqlcipher

from desa.foundation.core.keys import WorkingKey
from desa.foundation.safekeeping.exceptions import BackupProblem

PORTION = 256 * 1024
SQLITE_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    " ORDER BY name"
)
UNREADABLE = (
    "Basis data di cadangan ini rusak ({found}). Pakai salinan lain. "
    "/ The database inside this backup is damaged: use another copy."
)


class Rows(Protocol):
    """Anything that answers SQL."""

    def __call__(self, sql: str, /) -> list[list[Any]]: ...


class Snapshot(Protocol):
    """One moment of the database: what it held, and its bytes."""

    entry: str

    def rows(self, sql: str) -> list[list[Any]]: ...
    def tables(self) -> list[str]: ...
    def portions(self) -> Iterator[bytes]: ...


def file_portions(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while portion := file.read(PORTION):
            yield portion


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def row_counts(snapshot: Snapshot) -> dict[str, int]:
    return {
        table: snapshot.rows(f"SELECT count(*) FROM {_quoted(table)}")[0][0]  # noqa: S608 - quoted
        for table in snapshot.tables()
    }


def open_sqlite(path: Path, key: WorkingKey) -> Any:
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.derive('database').hex()}'\"")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


class SqliteCopy:
    """A copied database file, opened to be read."""

    entry = "desa.db"

    def __init__(self, path: Path, connection: Any) -> None:
        self._path, self._connection = path, connection

    def rows(self, sql: str) -> list[list[Any]]:
        return [list(row) for row in self._connection.execute(sql)]

    def tables(self) -> list[str]:
        return [row[0] for row in self.rows(SQLITE_TABLES)]

    def portions(self) -> Iterator[bytes]:
        return file_portions(self._path)


@contextmanager
def sqlite_snapshot(source: Path, copy: Path, key: WorkingKey) -> Iterator[Snapshot]:
    """`copy` is made beside the data, encrypted like it, and is gone afterwards."""
    copy.unlink(missing_ok=True)
    try:
        with closing(open_sqlite(source, key)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
        with closing(open_sqlite(copy, key)) as connection:
            yield SqliteCopy(copy, connection)
    finally:
        copy.unlink(missing_ok=True)


@contextmanager
def checked_sqlite(path: Path, key: WorkingKey) -> Iterator[Snapshot]:
    """A restored file whose every page is authentic and whose structure is sound."""
    with closing(open_sqlite(path, key)) as connection:
        try:
            authentic = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = connection.execute("PRAGMA integrity_check").fetchall()
        except sqlcipher.DatabaseError as problem:
            raise BackupProblem(UNREADABLE.format(found=problem)) from problem
        if authentic or sound != [("ok",)]:
            raise BackupProblem(UNREADABLE.format(found=[*authentic, *sound][0][0]))
        yield SqliteCopy(path, connection)
