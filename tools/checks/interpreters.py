"""Other interpreters for ./test --fast: those whose ready environment is named in .venv-3.NN."""

import sys
from pathlib import Path

from tools.checks.steps import Step
from tools.launch.environment import ROOT, Environment

VERSIONS = ("3.11", "3.12", "3.13")


def ready_environments(root: Path = ROOT) -> list[tuple[str, Environment]]:
    """`python3.13 -m venv .venv-3.13` and the dev lock in it: from then on --fast runs there too."""
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = [(version, Environment(root / f".venv-{version}", root)) for version in VERSIONS]
    return [(v, environment) for v, environment in found if v != own and environment.has("dev")]


def interpreter_steps(root: Path = ROOT) -> list[Step]:
    marks = "not browser and not slow and not long"
    return [
        Step(
            f"tests on Python {version}",
            (str(environment.python), "-P", "-m", "pytest", "-q", "-m", marks, "-n", "2"),
            streams=True,
            empty_is_fine=True,
        )
        for version, environment in ready_environments(root)
    ]
