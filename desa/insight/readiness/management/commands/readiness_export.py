from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from desa.foundation.tenancy.queries import founded_villages
from desa.foundation.tenancy.scope import village_scope
from desa.insight.readiness.actions.exporting import export_files

NO_VILLAGE = "Belum ada desa di folder data ini. / There is no village in this data folder."
NOT_EMPTY = (
    "Folder {folder} tidak kosong; pilih folder baru. / The folder is not empty: choose a new one."
)


class Command(BaseCommand):
    help = (
        "Menulis semua angka Rapor sebagai CSV, dengan skrip yang menghitungnya ulang. "
        "/ Writes every figure as CSV, with the script that counts it again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: object, **options: Any) -> None:
        village = founded_villages().order_by("code").first()
        if village is None:
            raise CommandError(NO_VILLAGE)
        folder: Path = options["folder"]
        if folder.exists() and any(folder.iterdir()):
            raise CommandError(NOT_EMPTY.format(folder=folder))
        with village_scope(village):
            made = export_files()
        for name, content in made.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        self.stdout.write(f"{len(made)} berkas ditulis di {folder}. / {len(made)} files written.")
