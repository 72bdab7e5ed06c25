import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.tenancy.actions import village_to_fill
from desa.foundation.tenancy.models import UNNAMED_CODE, Village
from desa.foundation.tenancy.scope import village_scope
from desa.transparency.budgets.actions.importing import Outcome, prepare_version, store_source
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.exceptions import BudgetRefused
from desa.transparency.budgets.messages import sentence, where
from desa.transparency.budgets.queries.examining import Examined, examine
from desa.transparency.budgets.rules.answer import finding_fields, line_fields, totals
from desa.transparency.budgets.rules.fitting import Order
from desa.transparency.budgets.rules.lines import Column, Part, total

ACTOR = SystemActor("import_budget")
STAGES = {"awal": Stage.ENACTED, "perubahan": Stage.CHANGE, "realisasi": Stage.REALISATION}
REFUSED = "Tidak ada yang disimpan: {count} kesalahan. / Nothing was saved: {count} errors."


class Command(BaseCommand):
    help = (
        "Memasukkan APBDes dari cetakan Excel Siskeudes atau buatan sendiri. Tanpa pertanyaan; yang salah "
        "disebut selnya. / Imports a village budget from a printed workbook; asks nothing, names every wrong cell."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--year", type=int, required=True, help="tahun anggaran / budget year")
        parser.add_argument("--stage", choices=STAGES, required=True, help="tahap / stage")
        parser.add_argument(
            "--as-of", type=date.fromisoformat, help="realisasi per tanggal (YYYY-MM-DD)"
        )
        parser.add_argument("--dry-run", action="store_true", help="periksa saja / only check")
        parser.add_argument("--json", action="store_true", help="cetak jawaban JSON / print JSON")

    def handle(self, *args: object, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"Berkas {path} tidak ada. / No such file.")
        with village_scope(village_to_fill(by=ACTOR)) as village:
            order = _order(options, village)
            try:
                examined = examine(path.read_bytes(), path.name, order)
            except SheetRefused as refusal:
                self._tell_refusal(refusal, as_json=options["json"])
                raise CommandError(str(refusal)) from refusal
            outcome = None if options["dry_run"] or examined.errors else _prepare(examined, path)
        self._tell(examined, outcome, as_json=options["json"])
        if examined.errors:
            raise CommandError(REFUSED.format(count=len(examined.errors)))

    def _tell_refusal(self, refusal: SheetRefused, *, as_json: bool) -> None:
        if as_json:
            finding = {"severity": "error", "code": refusal.code, "message": str(refusal)}
            nowhere = dict.fromkeys(("sheet", "row", "column", "cell", "difference"))
            answer = {"lines": [], "totals": {}, "findings": [{**nowhere, **finding}]}
            self.stdout.write(json.dumps(answer, ensure_ascii=False))

    def _tell(self, examined: Examined, outcome: Outcome | None, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(_answer(examined, outcome), ensure_ascii=False))
            return
        for finding in examined.findings:
            place = " ".join(filter(None, (finding.sheet, where(finding))))
            mark = "SALAH" if finding.is_error else "periksa"
            self.stdout.write(f"{mark} {place}: {sentence(finding)}")
        self.stdout.write(_summary(examined))
        if outcome is not None:
            words = "Disiapkan" if outcome.is_new else "Sudah ada, tidak berubah"
            self.stdout.write(f"{words}: {outcome.version.version_id}")


def _order(options: dict[str, Any], village: Village) -> Order:
    return Order(
        year=options["year"],
        stage=STAGES[options["stage"]],
        as_of=options["as_of"],
        village="" if village.code == UNNAMED_CODE else village.name,
        may_be_foreign=bool(settings.DEMO),
    )


def _prepare(examined: Examined, path: Path) -> Outcome:
    source = store_source(path.read_bytes(), path.name)
    try:
        return prepare_version(by=ACTOR, examined=examined, source=source)
    except BudgetRefused as refusal:
        raise CommandError(refusal.message) from refusal


def _answer(examined: Examined, outcome: Outcome | None) -> dict[str, object]:
    paper = examined.paper
    return {
        "version": outcome.version.version_id if outcome else None,
        "is_new": outcome.is_new if outcome else False,
        "year": examined.order.year,
        "stage": examined.stage.value,
        "as_of": examined.as_of.isoformat() if examined.as_of else None,
        "lines": [line_fields(line, paper.columns) for line in paper.lines],
        "totals": totals(paper.lines, paper.columns) if paper.lines else {},
        "findings": [finding_fields(found, sentence(found)) for found in examined.findings],
        "skipped": dict(paper.skipped),
    }


def _summary(examined: Examined) -> str:
    lines = examined.paper.lines
    words = {Part.INCOME: "pendapatan", Part.SPENDING: "belanja"}
    sums = [f"{name} {Rupiah(total(lines, part))}" for part, name in words.items()]
    if Column.REALISED in examined.paper.columns:
        sums.append(f"realisasi belanja {Rupiah(total(lines, Part.SPENDING, Column.REALISED))}")
    skipped = sum(examined.paper.skipped.values())
    return f"{len(lines)} baris anggaran: {', '.join(sums)}. {skipped} baris lain dilewati."
