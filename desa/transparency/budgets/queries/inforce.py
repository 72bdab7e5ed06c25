"""What the village already has for a year, as an import compares with it."""

from desa.transparency.budgets.enums import Stage, VersionState
from desa.transparency.budgets.models import BudgetLine, BudgetVersion
from desa.transparency.budgets.rules.lines import Line

BUDGETS = (Stage.ENACTED, Stage.DETAIL_CHANGE, Stage.CHANGE)


def enacted_versions(year: int) -> list[BudgetVersion]:
    """Budgets of a year, the one in force first: published before prepared, the newest before older ones."""
    found = BudgetVersion.objects.filter(year=year, stage__in=BUDGETS).defer("figures")
    return sorted(
        found,
        key=lambda version: (version.state == VersionState.PUBLISHED, version.created_at),
        reverse=True,
    )


def compared_lines(version: BudgetVersion) -> list[Line]:
    """Codes, funds and amounts only."""
    rows = BudgetLine.objects.filter(version=version).order_by("position")
    values = rows.values_list("kegiatan", "akun", "funds", "name", "amount")
    return [
        Line(kegiatan, akun, tuple(funds), name, amount.sen)
        for kegiatan, akun, funds, name, amount in values
    ]
