from django.core.management.base import BaseCommand, CommandError

from desa.foundation.tenancy.queries import founded_villages
from desa.foundation.tenancy.scope import village_scope
from desa.insight.readiness.models import Measurement, StageReading
from desa.insight.readiness.queries import first_tampered, first_tampered_stage


class Command(BaseCommand):
    help = "Memeriksa segel setiap angka Rapor. / Checks the seal of every figure."

    def handle(self, *args: object, **options: object) -> None:
        count = 0
        for village in founded_villages().order_by("code"):
            with village_scope(village):
                rows = Measurement.objects.order_by("id")
                stages = StageReading.objects.order_by("id")
                broken = first_tampered(rows.iterator()) or first_tampered_stage(stages.iterator())
                if broken:
                    raise CommandError(
                        f"Angka diubah di luar sistem / changed behind the system: "
                        f"{village.code} {broken} (id {broken.pk})"
                    )
                count += rows.count() + stages.count()
        self.stdout.write(f"{count} angka utuh. / {count} figures are whole.")
