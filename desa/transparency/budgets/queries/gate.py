"""What a version still lacks before it may be published."""

from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.models import BudgetFinding, BudgetVersion
from desa.transparency.budgets.queries.leaves import carriers_of, lines_of
from desa.transparency.budgets.rules.gate import Facts, Missing, missing
from desa.transparency.budgets.rules.lines import Line, balance
from desa.transparency.budgets.rules.tree import order


def gaps_of(version: BudgetVersion) -> tuple[Missing, ...]:
    lines = lines_of(version)
    findings = BudgetFinding.objects.filter(version=version)
    return missing(
        Facts(
            stage=Stage(version.stage),
            kegiatan=_codes(lines),
            left=balance(lines).silpa,
            legal_number=version.legal_number,
            legal_date=version.legal_date,
            bpd_date=version.bpd_date,
            complaint_address=version.complaint_address,
            carriers=carriers_of(version),
            findings=tuple(findings.values_list("severity", "accepted_note")),
            without_realised=_without_realised(lines),
        )
    )


def kegiatan_of(version: BudgetVersion) -> tuple[str, ...]:
    return _codes(lines_of(version))


def _codes(lines: list[Line]) -> tuple[str, ...]:
    return tuple(sorted({line.kegiatan for line in lines if line.kegiatan}, key=order))


def _without_realised(lines: list[Line]) -> tuple[str, ...]:
    """A paper may leave an empty cell where nothing was paid; a kegiatan without any figure is unknown."""
    told = {line.kegiatan for line in lines if line.realised is not None}
    return tuple(code for code in _codes(lines) if code not in told)
