from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tools.launch.snapshots import KEPT, put_back, take_snapshot

KEY = bytes(range(32))


def _run(database: Path, *statements: str) -> list[tuple[object, ...]]:
    with closing(dbapi2.connect(database)) as connection:
        connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in statements[:-1]:
            connection.execute(statement)
        rows = connection.execute(statements[-1]).fetchall()
        connection.commit()
        return list(rows)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "desa.db"
    _run(path, "CREATE TABLE warga (nama)", "INSERT INTO warga VALUES ('Siti Contoh')")
    return path


def test_snapshot_is_encrypted_with_the_same_key(database: Path) -> None:
    snapshot = take_snapshot(database, KEY)
    assert b"Siti Contoh" not in snapshot.read_bytes()
    assert not snapshot.read_bytes().startswith(b"SQLite format")
    assert _run(snapshot, "SELECT nama FROM warga") == [("Siti Contoh",)]


def test_putting_back_undoes_what_came_after(database: Path) -> None:
    snapshot = take_snapshot(database, KEY)
    _run(database, "DROP TABLE warga", "CREATE TABLE lain (x)")
    put_back(snapshot, database)
    assert _run(database, "SELECT nama FROM warga") == [("Siti Contoh",)]
    assert snapshot.exists()


def test_log_of_the_failed_attempt_does_not_come_back(database: Path) -> None:
    snapshot = take_snapshot(database, KEY)
    with closing(dbapi2.connect(database)) as open_connection:
        open_connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
        open_connection.execute("DELETE FROM warga")
        open_connection.commit()
        assert database.with_name("desa.db-wal").stat().st_size > 0
        put_back(snapshot, database)
    assert _run(database, "SELECT count(*) FROM warga") == [(1,)]


def test_only_the_newest_snapshots_are_kept(database: Path) -> None:
    taken = [take_snapshot(database, KEY) for _number in range(KEPT + 2)]
    assert sorted(database.parent.glob("snapshots/*.db")) == taken[-KEPT:]
