import signal
from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from desa.foundation.jobs.management.work import Worker


class Command(BaseCommand):
    help = "Mengerjakan antrean tugas sampai dihentikan (SIGTERM). / Works the queue until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--until-idle",
            action="store_true",
            help="Berhenti bila antrean kosong. / Stop when nothing is due.",
        )

    def handle(self, *args: object, until_idle: bool, **options: object) -> None:
        worker = Worker()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda number, frame: worker.stop())
        if until_idle:
            while worker.round():
                pass
        else:
            worker.work()
