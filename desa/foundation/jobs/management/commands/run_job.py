import sys
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from desa.foundation.jobs.engine.child import FAILED, confine, die_with
from desa.foundation.jobs.management.work import run_here
from desa.foundation.jobs.models import Job
from desa.foundation.jobs.rules import describe


class Command(BaseCommand):
    help = (
        "Dipakai oleh worker: satu tugas berat dengan batas. / Used by the worker: one heavy job."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("job", type=int)
        parser.add_argument("worker", type=int)

    def handle(self, *args: object, job: int, worker: int, **options: object) -> None:
        die_with(worker)
        confine()
        try:
            run_here(Job.objects.select_related("village").get(pk=job))
        except Exception as error:
            self.stdout.write(describe(error))
            sys.exit(FAILED)
