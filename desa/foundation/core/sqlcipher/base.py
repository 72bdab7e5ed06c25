"""Django's SQLite backend over SQLCipher: the whole file is encrypted, the rest of the ORM is unchanged.

Writers line up at a door and the first asks for the write lock every 5 ms: SQLite's own back-off starves
them while an import commits chunk after chunk (decisions: worst waits of 1.2 s against 68 ms).
"""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database

from desa.foundation.core.sqlcipher.turnstile import RETRY_SECONDS, next_in_line

PATIENCE_SECONDS = 20.0
READING = ("SELECT", "PRAGMA", "EXPLAIN")  # in WAL these wait for no writer

Database.register_converter("bool", b"1".__eq__)
Database.register_converter("date", lambda raw: parse_date(raw.decode()))
Database.register_converter("time", lambda raw: parse_time(raw.decode()))
Database.register_converter("datetime", lambda raw: parse_datetime(raw.decode()))
Database.register_converter("timestamp", lambda raw: parse_datetime(raw.decode()))
Database.register_adapter(Decimal, str)
Database.register_adapter(date, lambda value: value.isoformat())
Database.register_adapter(datetime, lambda value: value.isoformat(" "))


def _is_locked(error: Exception) -> bool:
    text = str(error)
    return "database is locked" in text or "database table is locked" in text


def patiently(attempt: Callable[[], Any], deadline: float | None = None) -> Any:
    """Run `attempt`, again every 5 ms while another writer holds the lock, for at most 20 s."""
    deadline = deadline or time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return attempt()
        except Database.OperationalError as error:
            if not _is_locked(error) or time.monotonic() > deadline:
                raise
            time.sleep(RETRY_SECONDS)


def in_turn(attempt: Callable[[], Any], door: Path) -> Any:
    """The same as the next in the line of writers."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    with next_in_line(door, deadline):
        return patiently(attempt, deadline)


class CipherConnection(Database.Connection):  # type: ignore[misc]
    """Knows the door of its file's writers; a database in memory has no other writers."""

    door: Path | None = None


class CipherCursor(Database.Cursor):  # type: ignore[misc]
    """Translates Django's %s placeholders; retries only where no transaction would be half done."""

    def execute(self, query: str, params: Any = None) -> Any:
        if params is None:
            return self._patient(query, lambda: super(CipherCursor, self).execute(query))
        names = list(params) if isinstance(params, Mapping) else None
        converted = self.convert_query(query, param_names=names)
        return self._patient(query, lambda: super(CipherCursor, self).execute(converted, params))

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        rows = list(param_list)
        names = list(rows[0]) if rows and isinstance(rows[0], Mapping) else None
        converted = self.convert_query(query, param_names=names)
        return self._patient(query, lambda: super(CipherCursor, self).executemany(converted, rows))

    def _patient(self, query: str, attempt: Callable[[], Any]) -> Any:
        if self.connection.in_transaction:
            return attempt()
        door = self.connection.door
        if door is None or query.startswith(READING):
            return patiently(attempt)
        return in_turn(attempt, door)

    convert_query = base.SQLiteCursorWrapper.convert_query


class DatabaseWrapper(base.DatabaseWrapper):
    Database = Database
    init_commands: list[str]

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        key: bytes | None = conn_params.pop("key", None)
        connection = Database.connect(**conn_params, factory=CipherConnection)
        if Path(conn_params["database"]).is_absolute():
            connection.door = Path(f"{conn_params['database']}-giliran")
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        register_functions(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA legacy_alter_table = OFF")
        for command in filter(None, (part.strip() for part in self.init_commands)):
            patiently(partial(connection.execute, command))
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        return self.connection.cursor(factory=CipherCursor)
