import json
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.foundation.trail.queries import Finding, find_break

NO_VILLAGE = "Belum ada desa di folder {folder}; pakai --data FOLDER. / There is no village there: name one with --data."


class Command(BaseCommand):
    help = "Memeriksa jejak setiap desa dari awal. / Checks every village's trail from its start."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: object, **options: object) -> None:
        found = {village: _check(village) for village in Village.objects.order_by("code")}
        if not found:
            raise CommandError(NO_VILLAGE.format(folder=settings.DATA_DIR))
        if options["json"]:
            self.stdout.write(json.dumps([_plain(village, *found[village]) for village in found]))
        else:
            for village, (count, finding) in found.items():
                self.stdout.write(_sentence(village, count, finding))
        broken = [village.code for village, (_count, finding) in found.items() if finding]
        if broken:
            raise CommandError(f"Jejak rusak / broken trail: {', '.join(broken)}")


def _check(village: Village) -> tuple[int, Finding | None]:
    with village_scope(village):
        return TrailEvent.objects.count(), find_break()


def _plain(village: Village, count: int, finding: Finding | None) -> dict[str, object]:
    at, reason = (finding.sequence, finding.reason.value) if finding else (None, None)
    return {"village": village.code, "events": count, "broken_at": at, "reason": reason}


def _sentence(village: Village, count: int, finding: Finding | None) -> str:
    if finding is None:
        return (
            f"Jejak {village} ({village.code}) utuh: {count} peristiwa, tidak ada yang diubah atau hilang. "
            "/ The trail is whole."
        )
    return (
        f"Jejak {village} ({village.code}) tidak utuh pada baris {finding.sequence}: {finding.reason.label}. "
        f"/ Broken at row {finding.sequence}: {finding.reason.value}."
    )
