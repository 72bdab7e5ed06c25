"""Keeps the FTS5 index in step with the people written; PostgreSQL keeps its own."""

from collections.abc import Sequence

from django.db import connection

IdAndText = tuple[int, str]

_ADD = "INSERT INTO residents_search (rowid, search_text) VALUES (%s, %s)"
_REMOVE = (
    "INSERT INTO residents_search (residents_search, rowid, search_text) VALUES ('delete', %s, %s)"
)


def index_people(rows: Sequence[IdAndText]) -> None:
    _run(_ADD, rows)


def unindex_people(rows: Sequence[IdAndText]) -> None:
    """`rows` hold the text as it was indexed: FTS5 finds by it what to take out."""
    _run(_REMOVE, rows)


def _run(sql: str, rows: Sequence[IdAndText]) -> None:
    if rows and connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.executemany(sql, rows)
