from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.queries import founded_villages
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.connectivity.actions import find_probe, renew_token
from desa.infrastructure.connectivity.models import Point
from desa.infrastructure.connectivity.queries.tokens import token_of

TERMINAL = SystemActor("probe_token")
NO_VILLAGE = (
    "Tidak ada desa seperti itu di folder ini; pakai --village KODE. / No such village here."
)


class Command(BaseCommand):
    help = "Token untuk pemantau Wi-Fi. / A token for a Wi-Fi probe."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="nama alat / name of the device")
        parser.add_argument("--village", default="", help="kode desa, bila lebih dari satu")
        parser.add_argument("--renew", action="store_true", help="token lama tidak berlaku lagi")
        parser.add_argument(
            "--point",
            action="append",
            default=[],
            metavar="NAMA=ALAMAT",
            help="titik yang dipantau alat ini, boleh lebih dari satu",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        villages = founded_villages()
        if options["village"]:
            villages = villages.filter(code=options["village"])
        if villages.count() != 1:
            raise CommandError(NO_VILLAGE)
        with village_scope(villages.get()):
            self.stdout.write(_token(options["name"], options["point"], options["renew"]))


def _token(name: str, points: list[str], renew: bool) -> str:
    probe = find_probe(by=TERMINAL, name=name)
    if renew:
        probe = renew_token(by=TERMINAL, probe=probe)
    for given in points:
        point, _, address = given.partition("=")
        if not Point.objects.filter(name=point).update(probe=probe, address=address):
            raise CommandError(f"Tidak ada titik bernama {point!r}. / No such point.")
    return token_of(probe)
