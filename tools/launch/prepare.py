"""Everything between the environment and the first request; each part only when it is stale."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from desa.foundation.core.folder import DataFolder
from tools.launch.environment import ROOT
from tools.launch.folders import ensure_key, open_folder
from tools.launch.refusal import EXIT_REFUSED
from tools.launch.state import State, database_fingerprint, only_one, static_fingerprint
from tools.launch.translations import compile_catalogues


class Failed(Exception):
    """A part has said itself what is wrong; `code` ends the command."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def django_environment(data: Path, environ: Mapping[str, str]) -> dict[str, str]:
    settings = {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
    return {**environ, **settings, "DESA_DATA": str(data)}


def prepare_folder(path: Path, mode: str, *, any_mode: bool = False) -> DataFolder:
    os.umask(0o077)  # what lies in the data folder is for its owner alone
    folder = open_folder(path, mode, any_mode=any_mode)
    ensure_key(folder, os.environ)
    return folder


def stale_tasks(data: Path, environ: Mapping[str, str]) -> list[str]:
    noted = State(data).read()
    made = {
        "database": database_fingerprint(data, environ),
        "static": static_fingerprint(environ),
    }
    return [task for task, fingerprint in made.items() if noted.get(task) != fingerprint]


def prepare(data: Path, *, locked: bool = False) -> None:
    """Catalogues, database, example village, static files. `locked`: the caller holds the folder."""
    compile_catalogues()
    tasks = stale_tasks(data, os.environ)
    if not tasks:
        return
    if locked:
        _run_tasks(data, tasks)
        return
    with only_one(data):
        _run_tasks(data, tasks)


def _run_tasks(data: Path, tasks: list[str]) -> None:
    command = [sys.executable, "-P", "-m", "tools.launch.database", *tasks]
    environment = django_environment(data, os.environ)
    result = subprocess.run(command, env=environment, stdout=sys.stderr, check=False)
    if result.returncode:
        raise Failed(result.returncode if result.returncode > 0 else EXIT_REFUSED)
    fingerprints = {
        "database": database_fingerprint(data, os.environ),
        "static": static_fingerprint(os.environ),
    }
    State(data).note(**{task: fingerprints[task] for task in tasks})
