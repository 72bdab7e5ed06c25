"""A PostgreSQL server of our own for one test run: own folder, socket only, nothing kept."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.launch.environment import ensure_packages

INSTALLED = Path("/usr/lib/postgresql")
NO_MAIN_CLUSTER = Path("/etc/postgresql-common/createcluster.conf")
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c listen_addresses="


def newest_binaries(installed: Path = INSTALLED) -> Path | None:
    """The bin folder of the newest server: 17 before 15, 15 before 9.6."""
    found = [path.parent for path in installed.glob("*/bin/initdb")]
    return max(found, key=lambda path: float(path.parent.name), default=None)


def ensure_server() -> Path:
    """Raises Refusal when it is missing and this user may not install it."""
    binaries = newest_binaries()
    if binaries is None:
        if os.geteuid() == 0 and not NO_MAIN_CLUSTER.exists():
            NO_MAIN_CLUSTER.parent.mkdir(parents=True, exist_ok=True)
            NO_MAIN_CLUSTER.write_text("create_main_cluster = false\n", encoding="utf-8")
        ensure_packages({"postgresql": False})
        binaries = newest_binaries()
    assert binaries is not None
    return binaries


@contextmanager
def server() -> Iterator[str]:
    """Gives the URL of an empty database; the server and its folder are gone afterwards."""
    binaries = ensure_server()
    folder = Path(tempfile.mkdtemp(prefix="desa-pg-"))
    as_owner: list[str] = []
    if os.geteuid() == 0:  # the server refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
        as_owner = ["runuser", "-u", "postgres", "--"]

    def call(program: str, *arguments: str) -> None:
        command = [*as_owner, str(binaries / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    data, log = str(folder / "data"), str(folder / "log")
    try:
        call("initdb", "-D", data, "-A", "trust", "-U", "desa", "-E", "UTF8", "--no-sync")
        call("pg_ctl", "-D", data, "-l", log, "-w", "-o", f"{FAST} -k {folder}", "start")
        try:
            call("createdb", "-h", str(folder), "-U", "desa", "desa")
            yield f"postgresql://desa@/desa?host={folder}&pool=off"
        finally:
            call("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
