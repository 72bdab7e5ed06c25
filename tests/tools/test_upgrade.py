"""Two versions of the program and one database: forward, failing half way, and never back."""

import os
import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlcipher3 import dbapi2

from desa.foundation.core.keys import read_key
from tests.tools.launching import Installation, copy_program
from tools.launch.environment import ROOT
from tools.launch.refusal import EXIT_REFUSED

pytestmark = [pytest.mark.slow, pytest.mark.postgres]

MIGRATION = """
from django.db import migrations


class Migration(migrations.Migration):
    atomic = {atomic}
    dependencies = [("tenancy", "{latest}")]
    operations = [migrations.RunSQL("DROP TABLE tenancy_holiday"), migrations.RunSQL({sql!r})]
"""
LATEST = max((ROOT / "desa/foundation/tenancy/migrations").glob("0*.py")).stem
SERVER = os.environ.get("DESA_DATABASE_URL", "")


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Installation]:
    """An empty folder; with ./test's PostgreSQL an empty database of its own there."""
    if not SERVER:
        yield Installation(tmp_path)
        return
    name = f"upgrade_{secrets.token_hex(4)}"
    with psycopg.connect(_server_url(SERVER), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        url = SERVER.replace("/desa?", f"/{name}?")
        yield Installation(tmp_path, variables={"DESA_DATABASE_URL": url})
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _server_url(url: str) -> str:
    """Without our own word about the pool, which the PostgreSQL library does not know."""
    return url.replace("&pool=off", "")


@pytest.fixture
def installation(fresh: Installation) -> Installation:
    """An older program has made the database already."""
    assert fresh.call("manage", "check").returncode == 0
    return fresh


def _newer(installation: Installation, sql: str, *, atomic: bool = True) -> Installation:
    program = copy_program(installation.folder / "newer")
    folder = program / "desa/foundation/tenancy/migrations"
    text = MIGRATION.format(latest=LATEST, sql=sql, atomic=atomic)
    (folder / "9999_next.py").write_text(text, encoding="utf-8")
    return installation.with_program(program)


def _tables(installation: Installation) -> set[str]:
    if url := installation.variables.get("DESA_DATABASE_URL"):
        with psycopg.connect(_server_url(url)) as server:
            return {row[0] for row in server.execute("SELECT tablename FROM pg_tables")}
    key = read_key(installation.folder / "key").derive("database")
    with closing(dbapi2.connect(installation.data / "desa.db")) as connection:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}


def test_newer_program_migrates_after_a_snapshot(installation: Installation) -> None:
    newer = _newer(installation, "CREATE TABLE tenancy_next (x integer)")
    assert newer.call("manage", "check").returncode == 0
    assert "tenancy_next" in _tables(installation)
    assert len(list(installation.data.glob("snapshots/*.db"))) == (0 if SERVER else 1)


def test_older_program_refuses_the_newer_database(installation: Installation) -> None:
    _newer(installation, "CREATE TABLE tenancy_next (x integer)").call("manage", "check")
    before = _tables(installation)
    result = installation.call("manage", "check")
    assert result.returncode == EXIT_REFUSED
    assert "versi yang lebih baru" in result.stderr
    assert "tenancy.9999_next" in result.stderr
    assert "newer version" in result.stderr
    assert _tables(installation) == before


@pytest.mark.parametrize("atomic", [True, False])
def test_failed_migration_puts_the_data_back(installation: Installation, atomic: bool) -> None:
    before = _tables(installation)
    newer = _newer(installation, "CREATE TABLE tenancy_village (x integer)", atomic=atomic)
    result = newer.call("manage", "check")
    assert result.returncode == EXIT_REFUSED
    assert "dikembalikan" in result.stderr
    assert "put back" in result.stderr
    assert _tables(installation) == before
    assert installation.call("manage", "check").returncode == 0


def test_failed_first_migration_leaves_no_tables(fresh: Installation) -> None:
    broken = _newer(fresh, "CREATE TABLE tenancy_village (x integer)")
    assert broken.call("manage", "check").returncode == EXIT_REFUSED
    assert not (fresh.data / "desa.db").exists()
    assert fresh.call("manage", "check").returncode == 0
    assert "tenancy_holiday" in _tables(fresh)
