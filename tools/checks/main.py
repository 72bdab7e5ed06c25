"""./test: everything a change must pass. --fast: style, types and unit tests, under a minute."""

import argparse
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from tools.checks.interpreters import interpreter_steps
from tools.checks.postgres import server
from tools.checks.steps import Step, clean_environment, fast_steps, full_steps
from tools.launch.environment import ROOT, ensure_packages
from tools.launch.refusal import Refusal, show

NOTHING_COLLECTED = 5
PROGRAMS = {"chromium": "chromium", "pdftoppm": "poppler-utils", "qpdf": "qpdf"}


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./test", description=__doc__)
    parser.add_argument("--fast", action="store_true", help="no browser, no PostgreSQL, < 60 s")
    parser.add_argument("--long", action="store_true", help="the tests marked long as well")
    parser.add_argument("--shared", metavar="DIR", help="also check against this reference data")
    return parser.parse_args(arguments)


def run_step(step: Step) -> bool:
    if step.streams:
        print(f"---- {step.name}", flush=True)
    started = time.monotonic()
    result = subprocess.run(
        step.command,
        cwd=ROOT,
        env=clean_environment(step.env),
        check=False,
        text=True,
        stdout=None if step.streams else subprocess.PIPE,
        stderr=None if step.streams else subprocess.STDOUT,
    )
    passed = result.returncode == 0 or (
        step.empty_is_fine and result.returncode == NOTHING_COLLECTED
    )
    if not passed and result.stdout:
        print(result.stdout, end="")
    verdict = "ok    " if passed else "FAILED"
    print(f"{verdict} {step.name} ({time.monotonic() - started:.1f} s)", flush=True)
    return passed


def run_steps(steps: list[Step]) -> int:
    """All steps run, so that one reading shows everything that is wrong."""
    failed = [step.name for step in steps if not run_step(step)]
    if failed:
        print(f"FAILED: {', '.join(failed)}")
    print(f"checks: {len(steps) - len(failed)} passed, {len(failed)} failed", flush=True)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    with ExitStack() as stack:
        if options.fast:
            return run_steps([*fast_steps(), *interpreter_steps()])
        ensure_packages({PROGRAMS[name]: bool(shutil.which(name)) for name in PROGRAMS})
        url = stack.enter_context(server())
        shared = str(Path(options.shared).resolve()) if options.shared else None
        return run_steps(full_steps(url, long=options.long, shared=shared))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Refusal as refusal:
        sys.exit(show(refusal))
