import json
from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desa.foundation.core.actions import SystemActor
from desa.foundation.safekeeping.actions import make_backup
from desa.foundation.safekeeping.engine.entries import Manifest
from desa.foundation.safekeeping.exceptions import BackupProblem
from desa.foundation.tenancy.models import Village

RESIDENTS = "residents_person"


class Command(BaseCommand):
    help = "Satu berkas cadangan terenkripsi: basis data, lalu berkas. / One encrypted backup file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("target", type=Path, help="folder (flash disk) atau nama berkas baru")
        parser.add_argument("--json", action="store_true")

    def _say_what(self, manifest: Manifest) -> None:
        """On stderr: which village this was, so that a backup of the wrong folder is noticed."""
        names = ", ".join(str(village) for village in Village.objects.order_by("code"))
        residents = f"{manifest.rows.get(RESIDENTS, 0):,}".replace(",", ".")
        self.stderr.write(
            f"Dicadangkan: {names}, {residents} warga, dari folder {settings.DATA_DIR}. / Backed up."
        )

    def handle(self, *args: object, **options: object) -> None:
        target = options["target"]
        assert isinstance(target, Path)
        try:
            path, manifest = make_backup(by=SystemActor("./manage backup"), target=target)
        except BackupProblem as problem:
            raise CommandError(str(problem)) from problem
        self._say_what(manifest)
        facts = {
            "path": str(path),
            "bytes": path.stat().st_size,
            "rows": manifest.rows,
            "files": manifest.file_count,
            "missing_files": manifest.missing_files,
            "last_numbers": {name: check.found for name, check in manifest.checks.items()},
        }
        self.stdout.write(json.dumps(facts) if options["json"] else str(path))
        if manifest.missing_files:
            raise CommandError(
                f"{manifest.missing_files} berkas hilang dari folder data; sisanya sudah dicadangkan. "
                "/ Files are missing from the data folder; the rest is in the backup."
            )
