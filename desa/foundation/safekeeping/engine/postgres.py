"""PostgreSQL through its own tools: pg_dump reads one exported snapshot, pg_restore is all or nothing."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import psycopg

from desa.foundation.safekeeping.engine.databases import PORTION, Snapshot
from desa.foundation.safekeeping.exceptions import BackupProblem

Address = Mapping[str, str]
VARIABLES = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
    "NAME": "PGDATABASE",
}
NO_TOOL = (
    "Perintah {tool} tidak ada. Pasang dengan: apt install postgresql-client "
    "/ {tool} is missing: install postgresql-client."
)
TOOL_FAILED = "{tool} gagal: {reason} / {tool} failed."
NOT_EMPTY = (
    "Basis data {name} sudah berisi {count} tabel. Pulihkan ke basis data kosong. "
    "/ The database is not empty: restore into an empty one."
)


def _tool(name: str) -> str:
    """The newest of the installed versions: an older one refuses a newer server."""
    installed = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3])
    )
    found = str(installed[-1]) if installed else shutil.which(name)
    if found is None:
        raise BackupProblem(NO_TOOL.format(tool=name))
    return found


def _environment(address: Address) -> dict[str, str]:
    """The address only, nothing inherited; the password here, as every user can read a command line."""
    given = {variable: str(address[name]) for name, variable in VARIABLES.items() if address[name]}
    return {**given, "PATH": os.defpath, "LC_ALL": "C"}


def connect(address: Address) -> "psycopg.Connection[Any]":
    names = {"NAME": "dbname"}
    given = {
        names.get(name, name.lower()): str(address[name]) for name in VARIABLES if address[name]
    }
    return psycopg.connect(**given)  # type: ignore[arg-type]


class PostgresCopy:
    """The database as one transaction sees it."""

    entry = "desa.pgdump"

    def __init__(self, address: Address, connection: "psycopg.Connection[Any]") -> None:
        self._address, self._connection = address, connection

    def rows(self, sql: str) -> list[list[Any]]:
        return [list(row) for row in self._connection.execute(sql.encode())]

    def tables(self) -> list[str]:
        sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        return [row[0] for row in self.rows(sql)]

    def portions(self) -> Iterator[bytes]:
        """The dump in the tool's own compressed format, as it comes out of the pipe."""
        snapshot = self.rows("SELECT pg_export_snapshot()")[0][0]
        command = [_tool("pg_dump"), "-Fc", "--no-owner", "--no-acl", f"--snapshot={snapshot}"]
        with subprocess.Popen(  # noqa: S603 - our own tool and words
            command,
            env=_environment(self._address),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as dump:
            assert dump.stdout is not None
            assert dump.stderr is not None
            while portion := dump.stdout.read(PORTION):
                yield portion
            reason = dump.stderr.read().decode(errors="replace").strip()
        if dump.returncode:
            raise BackupProblem(TOOL_FAILED.format(tool="pg_dump", reason=reason))


@contextmanager
def postgres_snapshot(address: Address) -> Iterator[Snapshot]:
    with connect(address) as connection:
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield PostgresCopy(address, connection)


def refuse_filled(address: Address) -> None:
    """Raises BackupProblem when the database already holds tables."""
    with postgres_snapshot(address) as snapshot:
        if count := len(snapshot.tables()):
            raise BackupProblem(NOT_EMPTY.format(name=address["NAME"], count=count))


def _write_all(pipe: IO[bytes], portion: bytes) -> None:
    rest = memoryview(portion)
    while rest:
        rest = rest[pipe.write(rest) :]


def load_dump(address: Address, portions: Iterator[bytes]) -> None:
    """One transaction: a failure leaves the database as empty as it was."""
    command = [_tool("pg_restore"), "--single-transaction", "--exit-on-error", "--no-owner"]
    with subprocess.Popen(  # noqa: S603 - our own tool and words
        [*command, "--no-acl", f"--dbname={address['NAME']}"],
        env=_environment(address),
        bufsize=0,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as restore:
        assert restore.stdin is not None
        assert restore.stderr is not None
        # A tool that stopped reading tells its reason on stderr.
        with suppress(BrokenPipeError):
            for portion in portions:
                _write_all(restore.stdin, portion)
        restore.stdin.close()
        reason = restore.stderr.read().decode(errors="replace").strip()
    if restore.returncode:
        raise BackupProblem(TOOL_FAILED.format(tool="pg_restore", reason=reason))
