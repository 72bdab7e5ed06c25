"""./bench [NAME or GROUP ...] [--json]: measure, and compare with the budgets.

stdout holds only the answer. Ends with 1 when a measurement failed; a number outside its budget is an answer.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tools.bench.machine import describe_machine
from tools.bench.measurement import Measurement, Result, judge, registered
from tools.checks.steps import clean_environment
from tools.launch.environment import ROOT, ensure_packages
from tools.launch.refusal import Refusal, say, show


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./bench", description=__doc__)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help="only these measurements, or all of a group such as transparency",
    )
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def chosen(names: list[str]) -> list[Measurement]:
    known = registered()
    groups = {each.group for each in known.values() if each.group}
    if unknown := sorted(set(names) - known.keys() - groups):
        raise Refusal(
            f"Tidak ada pengukuran {', '.join(unknown)}. Yang ada: {', '.join([*known, *sorted(groups)])}",
            f"There is no measurement {', '.join(unknown)}. There are: {', '.join([*known, *sorted(groups)])}",
        )
    wanted = set(names) or known.keys()
    return [each for each in known.values() if {each.name, each.group} & wanted]


def run_apart(measurement: Measurement) -> float | None:
    """In a process group of its own, ended whole when it takes too long. None when it failed."""
    programs = measurement.programs
    ensure_packages({programs[name]: bool(shutil.which(name)) for name in programs})
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "value.json"
        command = [sys.executable, "-P", "-m", "tools.bench.one", measurement.name, str(answer)]
        process = subprocess.Popen(
            command, cwd=ROOT, env=clean_environment({}), stdout=sys.stderr, start_new_session=True
        )
        try:
            process.wait(measurement.seconds)
        except (subprocess.TimeoutExpired, KeyboardInterrupt) as ended:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if isinstance(ended, KeyboardInterrupt):
                raise
        return json.loads(answer.read_text("utf-8")) if answer.exists() else None


def measure_all(measurements: list[Measurement]) -> list[Result]:
    results = []
    for measurement in measurements:
        say(f"{measurement.name} ...")
        results.append(judge(measurement, run_apart(measurement)))
    return results


def as_json(results: list[Result]) -> str:
    content = {"machine": describe_machine(), "measurements": [asdict(each) for each in results]}
    return json.dumps(content, indent=1)


def as_table(results: list[Result]) -> str:
    rows = [("name", "value", "budget", "unit", "within")]
    for each in results:
        value = "failed" if each.value is None else f"{each.value:g}"
        rows.append((each.name, value, f"{each.budget:g}", each.unit, str(each.within)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    machine = ", ".join(f"{name} {value}" for name, value in describe_machine().items())
    return "\n".join([machine, *lines])


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    try:
        results = measure_all(chosen(options.names))
    except Refusal as refusal:
        return show(refusal)
    print(as_json(results) if options.json else as_table(results), flush=True)
    return 1 if any(each.value is None for each in results) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
