"""The checks of ./test as data: what each runs, and when it belongs to the run."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tools.launch.environment import ROOT

# Whatever the caller's shell points at, a test run never touches it.
OURS = ("DESA_", "DJANGO_SETTINGS_MODULE", "PYTEST_ADDOPTS")
PACKAGES = ("desa", "config", "tests", "tools")


@dataclass(frozen=True)
class Step:
    name: str
    command: tuple[str, ...]
    env: dict[str, str] = field(default_factory=dict)
    streams: bool = False  # a test run shows its output as it goes, the others only when they fail
    empty_is_fine: bool = False  # pytest's exit 5: nothing collected


def clean_environment(extra: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    tools = Path(sys.executable).parent
    return kept | {"PATH": f"{tools}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)} | extra


def python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-P", "-m", *arguments)


def style_steps() -> list[Step]:
    return [
        Step("ruff format", python("ruff", "format", "--check", ".")),
        Step("ruff check", python("ruff", "check", ".")),
        Step("djlint", python("djlint", "desa", "--lint", "--quiet")),
        Step("mypy", python("mypy", *PACKAGES)),
        *contract_steps(ROOT),
    ]


def contract_steps(root: Path) -> list[Step]:
    described = (root / ".importlinter").exists() or "[tool.importlinter]" in (
        root / "pyproject.toml"
    ).read_text(encoding="utf-8")
    return [Step("lint-imports", ("lint-imports",))] if described else []


def migration_step() -> Step:
    settings = {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    return Step("migrations", python("django", "makemigrations", "--check", "--dry-run"), settings)


def pytest_step(name: str, marks: str, *more: str, env: dict[str, str] | None = None) -> Step:
    command = python("pytest", "-q", "-m", marks, *more)
    return Step(name, command, env or {}, streams=True, empty_is_fine=True)


def fast_steps() -> list[Step]:
    return [
        *style_steps(),
        pytest_step("tests", "not browser and not slow and not long", "-n", "2"),
    ]


def full_steps(postgres_url: str, *, long: bool, shared: str | None) -> list[Step]:
    env = {"DESA_SHARED": shared} if shared else {}
    skipped = "" if long else " and not long"
    on_postgres = {"DESA_DATABASE_URL": postgres_url}
    migrate = on_postgres | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    return [
        *style_steps(),
        migration_step(),
        pytest_step("tests on SQLite", f"not browser{skipped}", "-n", "2", env=env),
        Step("migrate on PostgreSQL", python("django", "migrate", "--verbosity", "0"), migrate),
        pytest_step("tests on PostgreSQL", f"postgres{skipped}", "-n", "2", env=on_postgres),
        pytest_step(
            "browser journeys", f"browser{skipped}", "-n", "2", "--dist", "loadfile", env=env
        ),
    ]
