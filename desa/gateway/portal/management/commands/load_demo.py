from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desa.gateway.portal.actions import load_demo


class Command(BaseCommand):
    help = "Isi desa contoh; hanya di folder contoh. / Fill the demo village; demo folders only."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Folder ini untuk desa sungguhan; data contoh ditolak. / This folder is a real village's."
            )
        village = load_demo()
        self.stderr.write(f"{village} (contoh) siap.")
