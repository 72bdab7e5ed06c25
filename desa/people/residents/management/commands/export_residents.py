from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from desa.foundation.core.actions import SystemActor
from desa.people.residents.actions.exporting import record_export
from desa.people.residents.management.village import open_village
from desa.people.residents.queries.register import register_workbook

ACTOR = SystemActor("export_residents")


class Command(BaseCommand):
    help = (
        "Menulis seluruh buku induk penduduk ke lembar kerja .xlsx. "
        "/ Writes the whole register of residents to an .xlsx workbook."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--village", help="kode desa / village code")

    def handle(self, *args: object, **options: Any) -> None:
        with open_village(options["village"]):
            content = register_workbook()
            record_export(by=ACTOR)
        options["file"].write_bytes(content)
        self.stdout.write(str(options["file"]))
