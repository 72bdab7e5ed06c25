"""A worker after the restart, until nothing is left to do; then what the village holds.

`--without-jobs` first loses every job, so that only the sweeper knows what is unfinished.
Prints {"letters": [...], "numbers": [...], "unreadable": [...], "strays": n, "broken": bool}.
"""

import json
import sys
from datetime import timedelta

import django
from django.core.management import call_command

from tests.journeys.scripts import letters


def sweep() -> None:
    """What the schedule does every five minutes, five minutes from now."""
    from desa.foundation.core import clock
    from desa.foundation.jobs.models import Job
    from desa.foundation.papers.tasks import run_resume

    Job.objects.all().delete()
    with clock.frozen(clock.now() + timedelta(minutes=5)), letters.village():
        run_resume({})
    # The job was asked for in the future that the sweeper saw.
    Job.objects.update(run_at=clock.now())


def holdings() -> dict[str, object]:
    from django.conf import settings

    from desa.foundation.files.models import StoredFile
    from desa.foundation.files.queries import vault
    from desa.foundation.papers.models import Paper
    from desa.foundation.trail.queries import find_break
    from desa.services.letters.models import Letter

    with letters.village():
        papers = list(Paper.objects.select_related("print_file").order_by("number"))
        files = [paper.print_file.digest for paper in papers if paper.print_file]
        stored = [path for path in settings.FOLDER.files.glob("??/*") if "." not in path.name]
        return {
            "letters": [letters.facts(pk) for pk in Letter.objects.values_list("pk", flat=True)],
            "numbers": [paper.number for paper in papers],
            "unreadable": [each for each in files if vault().get(each)[:5] != b"%PDF-"],
            "shared files": len(files) - len(set(files)),
            "strays": len(stored) - StoredFile.objects.count(),
            "broken": find_break() is not None,
        }


def main(*, without_jobs: bool) -> None:
    django.setup()
    if without_jobs:
        sweep()
    call_command("worker", until_idle=True)
    json.dump(holdings(), sys.stdout)


if __name__ == "__main__":
    main(without_jobs="--without-jobs" in sys.argv)
