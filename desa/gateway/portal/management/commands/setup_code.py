from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.urls import reverse

from desa.foundation.tenancy.queries import founded_villages
from desa.gateway.portal.queries import setup_code


class Command(BaseCommand):
    help = "Alamat dan kode persiapan desa baru. / Address and code to set up a new village."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", default="http://127.0.0.1:8000/")

    def handle(self, *args: Any, **options: Any) -> None:
        base = options["address"].rstrip("/")
        if founded_villages().exists():
            self.stdout.write(f"Masuk / Sign in: {base}{reverse('accounts:sign_in')}")
            return
        self.stdout.write(f"Siapkan desa / Set up: {base}{reverse('portal:setup')}")
        self.stdout.write(f"Kode persiapan / Set-up code: {setup_code()}")
