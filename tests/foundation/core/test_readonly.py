"""Which statements a page that is only opened may run."""

import pytest
from django.db import connection

from desa.foundation.core.http.readonly import READS, WriteOnGet, readonly

READING = [
    "SELECT 1",
    "  select replace(name, 'a', 'b') FROM x",
    "(VALUES (1))"[1:-1],
    "PRAGMA table_info(x)",
    "EXPLAIN QUERY PLAN SELECT 1",
    "SHOW server_version",
    "WITH a AS (SELECT 1) SELECT replace(b, 'c', 'd') FROM a",
]
WRITING = [
    "INSERT INTO x VALUES (1)",
    "update x SET y = 1",
    "BEGIN IMMEDIATE",
    "VACUUM INTO 'salinan.db'",
    "ATTACH 'lain.db' AS lain",
    "WITH a AS (SELECT 1) INSERT INTO x SELECT * FROM a",
    "WITH a AS (SELECT 1)\nREPLACE  INTO x SELECT * FROM a",
    "WITH a AS (SELECT 1) MERGE INTO x USING a ON true WHEN MATCHED THEN DO NOTHING",
    "WITH a AS (DELETE FROM x RETURNING y) SELECT * FROM a",
    "PRAGMA user_version = 9",
    "PRAGMA writable_schema=ON",
    "EXPLAIN ANALYZE DELETE FROM x",
    "EXPLAIN (ANALYSE) UPDATE x SET y = 1",
    "SELECT * INTO salinan FROM x",
    "SELECTED",
]


@pytest.mark.parametrize("sql", READING)
def test_reading_is_allowed(sql: str) -> None:
    assert READS.match(sql)


@pytest.mark.parametrize("sql", WRITING)
def test_writing_is_refused_in_every_disguise(sql: str) -> None:
    assert not READS.match(sql)


@pytest.mark.django_db
def test_refused_statement_does_not_reach_the_database() -> None:
    with readonly(), pytest.raises(WriteOnGet), connection.cursor() as cursor:
        cursor.execute(
            "WITH a AS (SELECT 1) REPLACE INTO django_session SELECT 'x', 'y', 'z' FROM a"
        )
