"""A version's rows as the values of the rules."""

from collections import ChainMap
from typing import Any

from django.db.models import QuerySet

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.queries import current_officeholders
from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.enums import Axis, Stage
from desa.transparency.budgets.models import Activity, BudgetLine, BudgetName, BudgetVersion
from desa.transparency.budgets.queries.versions import published_versions
from desa.transparency.budgets.rules.composing import Names
from desa.transparency.budgets.rules.gate import Carrier
from desa.transparency.budgets.rules.lines import Line
from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names, name_of


def lines_of(version: BudgetVersion, *, kegiatan: str = "") -> list[Line]:
    """The leaves in the order of the source; of one kegiatan only when it is named."""
    rows = BudgetLine.objects.filter(version=version).order_by("position")
    return [line_of(row) for row in (rows.filter(kegiatan=kegiatan) if kegiatan else rows)]


def lines_below(version: BudgetVersion, akun: str) -> list[Line]:
    """Leaves of income or financing (without a kegiatan) at this account or below it."""
    rows = BudgetLine.objects.filter(version=version, kegiatan="").order_by("position")
    return [line_of(row) for row in rows if row.akun == akun or row.akun.startswith(f"{akun}.")]


def line_of(row: BudgetLine) -> Line:
    return Line(
        kegiatan=row.kegiatan,
        akun=row.akun,
        funds=tuple(row.funds),
        name=row.name,
        amount=row.amount.sen,
        before=_sen(row.before),
        realised=_sen(row.realised),
        volume=row.volume,
        unit=row.unit,
        sheet=row.sheet,
        row=row.row,
    )


def _sen(money: Rupiah | None) -> int | None:
    return None if money is None else money.sen


def names_of(version: BudgetVersion) -> Names:
    """As the source printed them; what it left out is called as in the annex of the law."""
    printed: dict[str, dict[str, str]] = {axis: {} for axis in Axis}
    rows = BudgetName.objects.filter(version=version)
    for axis, code, name in rows.values_list("axis", "code", "name"):
        printed[axis][code] = name
    return Names(
        kegiatan=ChainMap(printed[Axis.KEGIATAN], _usual(kegiatan_names())),
        akun=ChainMap(printed[Axis.AKUN], _usual(akun_names())),
    )


def _usual(names: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {code: name_of(code, names) for code in names}


def activities_of(version: BudgetVersion) -> QuerySet[Activity]:
    return Activity.objects.filter(version=version).order_by("kegiatan")


def carriers_of(version: BudgetVersion) -> dict[str, Carrier]:
    """By kegiatan; `name` as it is printed: the office, and the person when one is named."""
    return {
        row.kegiatan: Carrier(
            office=row.office,
            name=carrier_label(row),
            team=row.team,
            state=row.work_state,
            reason=row.reason,
        )
        for row in activities_of(version)
    }


def kept_carriers(version: BudgetVersion) -> dict[str, Carrier]:
    """As they were written, for the form: this version's, else those of the year's last version."""
    rows = activities_of(version)
    if not rows.exists():
        last = published_versions(version.year).exclude(stage=Stage.DRAFT).first()
        rows = activities_of(last) if last else rows
    return {row.kegiatan: _written(row, version) for row in rows}


def kept_words(version: BudgetVersion) -> dict[str, Any]:
    """As they were written, for the form; where residents complain is taken over from the last version."""
    words = dict(vars(version))
    if not version.complaint_address and (last := published_versions().first()):
        words["complaint_address"] = last.complaint_address
    return words


def _written(row: Activity, version: BudgetVersion) -> Carrier:
    """How far the work was then says nothing about now."""
    same = row.version_id == version.pk
    return Carrier(
        office=row.office,
        name=row.implementer,
        team=row.team,
        state=row.work_state if same else "",
        reason=row.reason if same else "",
    )


def carrier_label(activity: Activity) -> str:
    office = str(Office(activity.office).label)
    return f"{office} ({activity.implementer})" if activity.implementer else office


def holders() -> dict[str, str]:
    """Who holds each office today, by name."""
    return {holder.office: holder.name for holder in current_officeholders(*Office)}
