from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from desa.foundation.accounts.actions import issue_link
from desa.foundation.accounts.enums import LinkPurpose, Office
from desa.foundation.accounts.models import Membership
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.gateway.portal.actions import DEMO

SHOWN = (Office.OPERATOR, Office.SEKDES, Office.KADES)


class Command(BaseCommand):
    help = "Tautan masuk tiap jabatan di desa contoh. / A sign-in link for each demo office."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--address", required=True, help="http://127.0.0.1:8000")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Hanya untuk desa contoh. / Only for the demo village.")
        village = Village.objects.get()
        with village_scope(village):
            for office in SHOWN:
                user = (
                    Membership.objects.select_related("user")
                    .get(village=village, office=office)
                    .user
                )
                code = issue_link(by=DEMO, user=user, purpose=LinkPurpose.DEMO)
                path = reverse("accounts:link", args=[code.value])
                self.stdout.write(
                    f"{office.label} ({user.name}): {options['address'].rstrip('/')}{path}"
                )
