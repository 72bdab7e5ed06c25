"""The invented budgets of desa contoh: last year's and this year's, each also as it was spent.

Their files take the worker a few seconds; until then they are being published.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.actions import (
    Words,
    describe_version,
    name_carriers,
    start_publishing,
)
from desa.transparency.budgets.enums import Stage, WorkState
from desa.transparency.budgets.models import BudgetLine, BudgetVersion
from desa.transparency.budgets.queries import kegiatan_of
from desa.transparency.budgets.rules.example import (
    example_lines,
    example_semester,
    example_year_before,
)
from desa.transparency.budgets.rules.gate import Carrier, offered_office
from desa.transparency.budgets.rules.lines import Line

DEMO = SystemActor("desa contoh")
COMPLAINTS = "Halaman Pengaduan, atau loket kantor desa pada jam layanan"
ENACTED_2025 = Words("7 Tahun 2024", date(2024, 12, 23), date(2024, 12, 20), COMPLAINTS)
SPENT_2025 = Words("2 Tahun 2026", date(2026, 3, 27), None, COMPLAINTS)
ENACTED_2026 = Words("6 Tahun 2025", date(2025, 12, 23), date(2025, 12, 22), COMPLAINTS)
SPENT_2026 = Words("", None, None, COMPLAINTS)
REASONS = (
    "Menunggu musim hujan reda dan penyedia kedua.",
    "Uang tahap kedua baru diterima bulan Juni.",
)


def make_demo(_seed: int) -> None:
    last, half = example_year_before(), example_semester()
    plan = [replace(line, realised=None) for line in last]
    _published(2025, Stage.ENACTED, plan, ENACTED_2025)
    _published(2025, Stage.REALISATION, last, SPENT_2025, date(2025, 12, 31))
    _published(2026, Stage.ENACTED, example_lines(), ENACTED_2026)
    _published(2026, Stage.REALISATION, half, SPENT_2026, date(2026, 6, 30))


def _published(
    year: int, stage: Stage, lines: Sequence[Line], words: Words, as_of: date | None = None
) -> None:
    version = BudgetVersion.objects.create(
        year=year,
        stage=stage,
        as_of=as_of,
        digest=sha256(repr(lines).encode()).hexdigest(),
        source_name="contoh",
        created_by_label=DEMO.actor_label,
    )
    BudgetLine.objects.insert_new(
        _row(version, place, line) for place, line in enumerate(lines, start=1)
    )
    describe_version(by=DEMO, version=version, words=words)
    name_carriers(by=DEMO, version=version, carriers=_carriers(version, lines))
    start_publishing(by=_official(Office.SEKDES), version=version)


def _row(version: BudgetVersion, place: int, line: Line) -> BudgetLine:
    return BudgetLine(
        version=version,
        position=place,
        kegiatan=line.kegiatan,
        akun=line.akun,
        funds=list(line.funds),
        name=line.name,
        amount=Rupiah(line.amount),
        realised=None if line.realised is None else Rupiah(line.realised),
        volume=line.volume,
        unit=line.unit,
    )


def _carriers(version: BudgetVersion, lines: Sequence[Line]) -> dict[str, Carrier]:
    """Usual offices; at a realisation what was paid in full counts as done, what was not has a reason."""
    named = {code: Carrier(offered_office(code)) for code in kegiatan_of(version)}
    if version.stage != Stage.REALISATION:
        return named
    return {
        code: _worked(carrier, [line for line in lines if line.kegiatan == code], version.year)
        for code, carrier in named.items()
    }


def _worked(carrier: Carrier, lines: Sequence[Line], year: int) -> Carrier:
    paid = sum(line.realised or 0 for line in lines)
    if year == 2025 or paid >= sum(line.amount for line in lines):
        return replace(carrier, state=WorkState.DONE)
    if paid == 0:
        return replace(carrier, state=WorkState.NOT_STARTED, reason=REASONS[0])
    return replace(carrier, state=WorkState.RUNNING, reason=REASONS[1])


def _official(office: Office) -> User:
    return (
        Membership.objects.select_related("user").get(village=current_village(), office=office).user
    )
