from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desa.foundation.core.actions import SystemActor
from desa.foundation.safekeeping.actions import make_recovery_codes


class Command(BaseCommand):
    help = "Membuat dua kode pemulihan, ditampilkan sekali. / Makes two recovery codes, shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--replace", action="store_true", help="ganti kode lama / replace the codes of before"
        )

    def handle(self, *args: object, **options: object) -> None:
        if settings.FOLDER.wrapped_keys.exists() and not options["replace"]:
            raise CommandError(
                "Kode pemulihan sudah ada. Pakai --replace untuk menggantinya; kode lama lalu tidak "
                "berlaku. / Codes exist: --replace makes new ones and voids the old."
            )
        codes = make_recovery_codes(by=SystemActor("./manage make_recovery_codes"))
        for holder, code in codes.items():
            self.stderr.write(f"{holder}: {code}")
        self.stderr.write(
            "Tulis di kertas, simpan di dua tempat. Kode tidak ditampilkan lagi. "
            "/ Write them on paper; they are not shown again."
        )
