"""Before the first install: finding Python, making .venv, and saying what is missing."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.launch import environment as module
from tools.launch.environment import ROOT, Environment, ensure_packages, lock_hash
from tools.launch.refusal import EXIT_REFUSED, Refusal, show


@pytest.fixture
def installs(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run."""
    commands: list[list[str]] = []
    monkeypatch.setattr(module, "_checked", lambda command, env=None: commands.append(command))
    return commands


@pytest.fixture
def project(tmp_path: Path) -> Environment:
    (tmp_path / "requirements").mkdir()
    for name in ("app", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1\n", encoding="utf-8")
    return Environment(tmp_path / ".venv", tmp_path)


def _has_python(project: Environment) -> None:
    project.python.parent.mkdir(parents=True, exist_ok=True)
    project.python.touch()


def test_first_start_makes_the_environment_and_installs_only_hashed_wheels(
    project: Environment, installs: list[list[str]]
) -> None:
    project.folder.mkdir()
    project.ensure("app")
    assert installs[0][1:3] == ["-m", "venv"]
    assert {"--require-hashes", "--only-binary"} <= set(installs[1])
    assert installs[1][-1].endswith("app.txt")


def test_second_start_installs_nothing(project: Environment, installs: list[list[str]]) -> None:
    _has_python(project)
    project.ensure("app")
    installs.clear()
    project.ensure("app")
    assert installs == []


def test_changed_lock_is_installed_again(project: Environment, installs: list[list[str]]) -> None:
    _has_python(project)
    project.ensure("app")
    installs.clear()
    (project.root / "requirements" / "app.txt").write_text("app==2\n", encoding="utf-8")
    project.ensure("app")
    assert len(installs) == 1


def test_developers_set_covers_the_programs_own(
    project: Environment, installs: list[list[str]]
) -> None:
    _has_python(project)
    project.ensure("dev")
    assert project.has("app")
    assert not Environment(project.root / "other", project.root).has("app")


def test_programs_set_does_not_cover_the_developers(
    project: Environment, installs: list[list[str]]
) -> None:
    _has_python(project)
    project.ensure("app")
    assert not project.has("dev")


def test_damaged_stamp_only_costs_an_install(
    project: Environment, installs: list[list[str]]
) -> None:
    _has_python(project)
    project.stamp.write_text("{", encoding="utf-8")
    project.ensure("app")
    assert json.loads(project.stamp.read_text())["app"] == lock_hash("app", project.root)


def test_failed_install_is_refused_and_leaves_no_stamp(project: Environment) -> None:
    project.python.parent.mkdir(parents=True)
    project.python.symlink_to("/bin/false")
    with pytest.raises(Refusal, match="pip"):
        project.ensure("app")
    assert not project.has("app")


def test_missing_venv_module_without_root_names_the_line_to_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Refusal) as refused:
        module.ensure_venv_module()
    package = f"python3.{sys.version_info.minor}-venv"
    assert f"apt-get install -y --no-install-recommends {package}" in refused.value.indonesian
    assert package in refused.value.english


def test_missing_packages_are_installed_by_root(
    monkeypatch: pytest.MonkeyPatch, installs: list[list[str]]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    ensure_packages({"qpdf": False, "chromium": True})
    assert installs[-1] == ["apt-get", "install", "-y", "--no-install-recommends", "qpdf"]


def test_nothing_missing_asks_for_nothing(installs: list[list[str]]) -> None:
    ensure_packages({"qpdf": True})
    assert installs == []


def test_refusal_is_shown_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert show(Refusal("Tidak bisa. Coba lagi.", "Cannot. Try again.")) == EXIT_REFUSED
    captured = capsys.readouterr()
    assert captured.err.splitlines() == ["Tidak bisa. Coba lagi.", "Cannot. Try again."]
    assert captured.out == ""


def _with_pythons(folder: Path, script: str, *names: str) -> dict[str, str]:
    for name in names:
        (folder / name).write_text(script, encoding="utf-8")
        (folder / name).chmod(0o755)
    for tool in ("sh", "dirname", "cat"):
        (folder / tool).symlink_to(f"/bin/{tool}")
    return {"PATH": str(folder)}


@pytest.mark.parametrize("command", ["run", "manage", "test", "bench"])
def test_old_python_is_refused_with_what_to_install(tmp_path: Path, command: str) -> None:
    environment = _with_pythons(tmp_path, "#!/bin/sh\nexit 1\n", "python3")
    result = subprocess.run([ROOT / command], env=environment, capture_output=True, text=True)
    assert result.returncode == EXIT_REFUSED
    assert "apt-get install python3 python3-venv" in result.stderr
    assert "Python 3.11 or newer was not found" in result.stderr


def test_first_python_that_is_new_enough_is_taken(tmp_path: Path) -> None:
    new = '#!/bin/sh\n[ "$1" = -c ] && exit 0\necho started "$@"\n'
    environment = _with_pythons(tmp_path, new, "python3.12")
    result = subprocess.run([ROOT / "run", "--port", "1"], env=environment, capture_output=True)
    assert result.stdout.decode().split()[-3:] == ["run", "--port", "1"]
