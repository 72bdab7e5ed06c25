"""Brings the database to this version of the program. Runs inside Django, as a process of its own."""

import sys
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command, get_commands
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from tools.launch.folders import check_space
from tools.launch.refusal import Refusal, say, show
from tools.launch.snapshots import discard_log, put_back, take_snapshot
from tools.launch.state import State

DEMO_STARTED, DEMO_LOADED = "started", "loaded"


def unknown_migrations(executor: MigrationExecutor) -> list[str]:
    """Applied to this database, but not part of this program: a newer version made them."""
    loader = executor.loader
    known = {*loader.disk_migrations, *loader.replacements}
    return sorted(
        f"{app}.{name}" for app, name in loader.applied_migrations if (app, name) not in known
    )


def check_not_newer(executor: MigrationExecutor) -> None:
    if unknown := unknown_migrations(executor):
        raise Refusal(
            f"Basis data ini dari versi yang lebih baru ({unknown[-1]}). Pasang versi program yang baru; data tidak "
            "diubah.",
            f"This database comes from a newer version ({unknown[-1]}). Install the newer program; nothing was "
            "changed.",
        )


def open_executor() -> MigrationExecutor:
    try:
        return MigrationExecutor(connection)
    except DatabaseError as problem:
        raise Refusal(
            f"Basis data tidak dapat dibuka ({problem}). Periksa apakah kuncinya milik folder data ini (DESA_KEY). "
            "Data tidak diubah.",
            f"The database cannot be opened ({problem}). Check that the key belongs to this data folder (DESA_KEY). "
            "Nothing was changed.",
        ) from problem


def bring_up_to_date() -> None:
    executor = open_executor()
    check_not_newer(executor)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    say("Menyesuaikan basis data / Updating the database ...")
    if connection.vendor == "sqlite":
        _migrate_with_snapshot(settings.FOLDER.database, executor)
    else:
        _migrate_within(transaction.atomic())


def _migrate_with_snapshot(database: Path, executor: MigrationExecutor) -> None:
    snapshot = None
    if executor.loader.applied_migrations:
        check_space(database.parent, 3 * database.stat().st_size)
        snapshot = take_snapshot(database, settings.WORKING_KEY.derive("database"))
    try:
        _migrate_within(nullcontext())
    except Refusal:
        connection.close()
        _undo(database, snapshot)
        raise


def _undo(database: Path, snapshot: Path | None) -> None:
    if snapshot:
        put_back(snapshot, database)
        return
    discard_log(database)
    database.unlink(missing_ok=True)


def _migrate_within(block: AbstractContextManager[None]) -> None:
    """Any failure of a migration, whatever its kind, must lead to the way back."""
    try:
        with block:
            call_command("migrate", interactive=False, verbosity=0)
    except Exception as problem:
        raise Refusal(
            f"Penyesuaian basis data gagal: {problem}. Data dikembalikan seperti semula; pakai dulu versi program "
            "yang lama dan laporkan pesan ini.",
            f"Updating the database failed: {problem}. The data were put back as they were; go on with the older "
            "program and report this message.",
        ) from problem


def load_demo(state: State) -> None:
    """Once per folder. A load that was cut off is started over: the folder holds nothing else."""
    progress = state.read().get("demo")
    if not settings.DEMO or progress == DEMO_LOADED or "load_demo" not in get_commands():
        return
    if progress == DEMO_STARTED:
        call_command("flush", interactive=False, verbosity=0)
    say("Menyiapkan desa contoh / Preparing the example village ...")
    state.note(demo=DEMO_STARTED)
    call_command("load_demo", stdout=sys.stderr)
    state.note(demo=DEMO_LOADED)


def collect_static() -> None:
    say("Menyiapkan berkas tampilan / Preparing the pages' files ...")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)


def main(tasks: list[str]) -> int:
    django.setup()
    state = State(settings.DATA_DIR)
    try:
        if "database" in tasks:
            bring_up_to_date()
            load_demo(state)
        if "static" in tasks:
            collect_static()
    except Refusal as refusal:
        return show(refusal)
    return 0


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main(sys.argv[1:]))
    sys.exit(130)
