import json
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.sheets.exceptions import BatchBusy, SheetRefused
from desa.foundation.sheets.rules.report import Verdict
from desa.people.residents.actions.importing import preview_import, resume_import, run_import
from desa.people.residents.management.village import village_to_import
from desa.people.residents.rules.plan import Plan

VERDICTS = {
    Verdict.ACCEPT: "diterima",
    Verdict.WARN: "diterima dengan catatan",
    Verdict.REJECT: "ditolak",
}
SUMMARY = (
    "{rows} baris dibaca: {new} warga baru dalam {families} keluarga, {same} sama dengan buku induk, "
    "{changed} berbeda, {warn} diterima dengan catatan, {reject} ditolak. {new_areas} dusun, RW, dan RT baru."
)
ACTOR = SystemActor("import_residents")


class Command(BaseCommand):
    help = (
        "Memasukkan penduduk dari lembar kerja; baris yang keliru dilewati dan dilaporkan. "
        "/ Imports residents from a workbook; faulty rows are skipped and reported."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--village", help="kode desa / village code")
        parser.add_argument("--dry-run", action="store_true", help="periksa saja / only check")
        parser.add_argument("--json", action="store_true", help="cetak laporan JSON / print JSON")
        parser.add_argument(
            "--update", action="store_true", help="perbarui yang berbeda / apply differing rows"
        )
        parser.add_argument(
            "--resume", action="store_true", help="lanjutkan yang terputus / resume a killed import"
        )

    def handle(self, *args: object, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"Berkas {path} tidak ada. / No such file.")
        with village_to_import(options["village"], ACTOR):
            try:
                plan = self._run(path, options)
            except (SheetRefused, ValueProblem, BatchBusy) as problem:
                raise CommandError(str(problem)) from problem
        self._tell(plan, as_json=options["json"], is_dry=options["dry_run"])

    def _run(self, path: Path, options: dict[str, Any]) -> Plan:
        content = path.read_bytes()
        preview = preview_import(by=ACTOR, content=content, filename=path.name)
        batch = resume_import(content) if options["resume"] else None
        if not options["dry_run"]:
            run_import(
                by=ACTOR, batch=batch or preview.batch, plan=preview.plan, update=options["update"]
            )
        return preview.plan

    def _tell(self, plan: Plan, *, as_json: bool, is_dry: bool) -> None:
        if as_json:
            answer = {**plan.report.to_json(), "notes": plan.notes, "new_areas": plan.new_areas}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        for line in (*plan.notes, *plan.new_areas):
            self.stdout.write(line)
        for row in plan.report.rows:
            for reason in row.reasons:
                where = reason.cell or f"baris {row.row}"
                self.stdout.write(f"{row.sheet} {where} {VERDICTS[row.verdict]}: {reason.message}")
        self.stdout.write(_summary(plan.report.counts))
        if is_dry:
            self.stdout.write("Baru diperiksa; tidak ada yang disimpan. / Only checked.")


def _summary(counts: Mapping[str, int]) -> str:
    numbers = {name: f"{count:,}".replace(",", ".") for name, count in counts.items()}
    return SUMMARY.format(**numbers)
