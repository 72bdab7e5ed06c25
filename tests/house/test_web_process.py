"""The web process stays small: what reads workbooks, draws or counts holidays is loaded elsewhere or when asked."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desa.foundation.core.folder import REAL, DataFolder
from desa.foundation.core.keys import new_key, write_key
from tools.bench.workspace import Workspace
from tools.launch.environment import ROOT

HEAVY = {
    "pandas", "numpy", "openpyxl", "python_calamine", "PIL", "holidays", "xlrd", "odf", "matplotlib",
    "playwright", "hypothesis", "pytest", "grimp",
}  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    place = Workspace(tmp_path)
    DataFolder(place.data).create(REAL)
    write_key(place.key, new_key())
    return place


def _modules(place: Workspace, task: str) -> set[str]:
    command = [sys.executable, "-P", "-m", "tests.house.web_process", task]
    environment = place.environment()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


def test_loaded_program_holds_nothing_heavy(place: Workspace) -> None:
    modules = _modules(place, "load")
    assert {"django", "desa"} <= modules
    assert not modules & HEAVY


@pytest.mark.slow
def test_pages_of_a_day_load_nothing_heavy(place: Workspace) -> None:
    filled = _modules(place, "prepare")
    assert "holidays" in filled, "the check would not notice anything"
    modules = _modules(place, "visit")
    assert "typst" in modules
    assert not modules & HEAVY
