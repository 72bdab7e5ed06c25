"""How often the disk is told to keep an approval: the fewest of ten, counted by strace."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench.measurement import AT_LEAST, Measurement
from tools.bench.workspace import Workspace
from tools.launch.environment import ROOT

LETTERS = 10
# A call that nothing else here makes: it marks in the trace where an approval begins and ends.
TRACED = "trace=fsync,fdatasync,sched_yield"


def measure(place: Workspace) -> float:
    place.use_django()
    from django.db import connection

    from tools.bench.village import demo_village, people, submitted

    with demo_village() as village:
        waiting = [submitted(person).pk for person in people(LETTERS)]
        connection.close()
        trace = place.root / "trace"
        arguments = [str(each) for each in (village.pk, *waiting)]
        command = ["strace", "-f", "-o", str(trace), "-e", TRACED, sys.executable, "-P", "-m"]
        subprocess.run(
            [*command, __name__, *arguments], cwd=ROOT, env=place.environment(), check=True
        )
    counts = list(syncs_between_marks(trace))
    if len(counts) != LETTERS:
        raise RuntimeError(f"{len(counts)} approvals were traced")
    return min(counts)


def syncs_between_marks(trace: Path) -> Iterator[int]:
    count, inside = 0, False
    for line in trace.read_text("utf-8").splitlines():
        if "sched_yield(" in line:
            if inside:
                yield count
            count, inside = 0, not inside
        elif "sync(" in line and "= 0" in line:
            count += 1


def approve(village_id: int, letters: list[int]) -> None:
    """What the traced process does."""
    import django

    django.setup()
    from desa.foundation.accounts.enums import Office
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.services.letters.actions import approve_letter
    from desa.services.letters.models import Letter
    from tools.bench.village import official

    with village_scope(Village.objects.get(pk=village_id)):
        kades = official(Office.KADES)
        for letter in Letter.objects.filter(pk__in=letters):
            os.sched_yield()
            approve_letter(by=kades, letter=letter)
            os.sched_yield()


MEASUREMENTS = [
    Measurement("fsyncs_per_approval", "fsyncs", 1, measure, AT_LEAST, {"strace": "strace"})
]

if __name__ == "__main__":
    approve(int(sys.argv[1]), [int(each) for each in sys.argv[2:]])
