"""Where this installation keeps its things, read without Django: for the commands that need no key."""

import os
from pathlib import Path

from config.environment import database_url, text
from desa.foundation.core.folder import DataFolder
from desa.foundation.safekeeping.engine.restoring import Place
from desa.foundation.safekeeping.engine.terminal import run_early

BASE_DIR = Path(__file__).resolve().parent.parent


def run(argv: list[str]) -> int | None:
    """The exit code of restore, check_backup, check_recovery or recover_key; None for anything else."""
    folder = DataFolder(Path(text("DESA_DATA", str(BASE_DIR / "data"))).resolve())
    postgres = database_url("DESA_DATABASE_URL")
    address = {name: str(value) for name, value in postgres.items()} if postgres else None
    return run_early(argv, Place(folder, os.environ, address))
