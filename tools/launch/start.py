"""First step of ./run, ./manage, ./test and ./bench: make the environment, then go on inside it."""

import os
import sys
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tools.launch.environment import ROOT, Environment
from tools.launch.refusal import Refusal, show

MODULES = {
    "run": "tools.launch.run",
    "manage": "tools.launch.manage",
    "test": "tools.checks.main",
    "bench": "tools.bench.main",
}
LOCKS = {"run": "app", "manage": "app", "test": "dev", "bench": "dev"}


def main(program: str, arguments: list[str]) -> NoReturn:
    environment = Environment(ROOT / ".venv")
    try:
        environment.ensure(LOCKS[program])
    except Refusal as refusal:
        sys.exit(show(refusal))
    # -P with PYTHONPATH: the caller's working folder stays, and nothing in it shadows our modules.
    os.environ["PYTHONPATH"] = str(ROOT)
    python = str(environment.python)
    os.execv(python, [python, "-P", "-m", MODULES[program], *arguments])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
