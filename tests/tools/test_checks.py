"""The runner of ./test itself: what it runs, and that a failure cannot pass for a success."""

import os
import sys
from pathlib import Path

import pytest

from tools.checks import main, postgres
from tools.checks.interpreters import ready_environments
from tools.checks.steps import (
    Step,
    clean_environment,
    contract_steps,
    fast_steps,
    full_steps,
    python,
)
from tools.launch.environment import lock_hash
from tools.launch.refusal import Refusal


def _step(code: str, *, empty_is_fine: bool = False) -> Step:
    return Step("uji", (sys.executable, "-c", code), empty_is_fine=empty_is_fine)


def test_failed_step_fails_the_run_and_the_rest_still_runs(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert main.run_steps([_step("print('sebab'); raise SystemExit(1)"), _step("")]) == 1
    printed = capfd.readouterr().out
    assert "sebab" in printed
    assert "ok     uji" in printed
    assert printed.endswith("checks: 1 passed, 1 failed\n")


def test_passed_steps_keep_their_output_to_themselves(capfd: pytest.CaptureFixture[str]) -> None:
    assert main.run_steps([_step("print('bising')")]) == 0
    assert "bising" not in capfd.readouterr().out


@pytest.mark.parametrize(("empty_is_fine", "code"), [(True, 0), (False, 1)])
def test_empty_collection_passes_only_where_it_may(empty_is_fine: bool, code: int) -> None:
    assert main.run_steps([_step("raise SystemExit(5)", empty_is_fine=empty_is_fine)]) == code


def test_callers_settings_do_not_reach_a_step(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESA_DATA", "/srv/desa")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "lain.settings")
    environment = clean_environment({"DESA_DATABASE_URL": "postgresql://desa@/desa"})
    assert "DESA_DATA" not in environment
    assert "DJANGO_SETTINGS_MODULE" not in environment
    assert environment["DESA_DATABASE_URL"] == "postgresql://desa@/desa"


def test_fast_run_leaves_out_browser_slow_and_database_server() -> None:
    commands = [" ".join(step.command) for step in fast_steps()]
    assert any("not browser and not slow and not long" in command for command in commands)
    assert not any("-m postgres" in command for command in commands)


def test_full_run_has_every_kind_of_check() -> None:
    names = [step.name for step in full_steps("postgresql://desa@/desa", long=False, shared=None)]
    expected = ["ruff format", "ruff check", "djlint", "mypy", "migrations", "tests on SQLite"]
    assert [name for name in names if name in expected] == expected
    assert {"migrate on PostgreSQL", "tests on PostgreSQL", "browser journeys"} <= set(names)


def test_long_tests_run_only_on_request() -> None:
    def marks(long: bool) -> str:
        steps = full_steps("postgresql://desa@/desa", long=long, shared=None)
        return " ".join(" ".join(step.command) for step in steps)

    assert "not long" in marks(long=False)
    assert "not long" not in marks(long=True)


def test_shared_folder_reaches_the_tests_only_when_named() -> None:
    def folders(shared: str | None) -> set[str]:
        steps = full_steps("postgresql://desa@/desa", long=False, shared=shared)
        return {step.env["DESA_SHARED"] for step in steps if "DESA_SHARED" in step.env}

    assert folders(None) == set()
    assert folders("/srv/acuan") == {"/srv/acuan"}


def test_steps_run_on_this_interpreter() -> None:
    assert python("mypy")[0] == sys.executable


def test_contracts_run_once_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    assert contract_steps(tmp_path) == []
    (tmp_path / ".importlinter").write_text("[importlinter]\n", encoding="utf-8")
    assert [step.name for step in contract_steps(tmp_path)] == ["lint-imports"]


def test_newest_server_is_chosen_by_number(tmp_path: Path) -> None:
    for version in ("9.6", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    (tmp_path / "18" / "bin").mkdir(parents=True)
    assert postgres.newest_binaries(tmp_path) == tmp_path / "17" / "bin"
    assert postgres.newest_binaries(tmp_path / "lain") is None


def test_missing_server_without_root_names_the_line_to_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postgres, "newest_binaries", lambda: None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(Refusal) as refused:
        postgres.ensure_server()
    assert "apt-get install -y --no-install-recommends postgresql" in refused.value.indonesian
    assert "Run as root" in refused.value.english


def test_other_interpreter_counts_only_with_the_whole_lock(tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "dev.txt").write_text("x==1\n", encoding="utf-8")
    bin_folder = tmp_path / ".venv-3.13" / "bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "python").touch()
    assert ready_environments(tmp_path) == []
    stamp = f'{{"dev": "{lock_hash("dev", tmp_path)}"}}'
    (tmp_path / ".venv-3.13" / "locks.json").write_text(stamp, encoding="utf-8")
    assert [version for version, _ in ready_environments(tmp_path)] == ["3.13"]
