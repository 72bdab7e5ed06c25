"""A workbook read and checked against what the village has; nothing is written."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desa.foundation.core import clock
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.workbook import Workbook
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.models import ColumnMapping
from desa.transparency.budgets.queries.inforce import compared_lines, enacted_versions
from desa.transparency.budgets.rules.findings import Finding
from desa.transparency.budgets.rules.fitting import (
    CHANGES,
    Order,
    check_before,
    check_budget_in_force,
    check_order,
    day_for,
    stage_for,
)
from desa.transparency.budgets.rules.layout import Role
from desa.transparency.budgets.rules.lines import Line
from desa.transparency.budgets.rules.paper import Chosen, Paper, read_paper


@dataclass(frozen=True)
class Examined:
    """What an import would do. `is_unsure`: the columns should be confirmed by a person."""

    paper: Paper
    order: Order
    stage: Stage
    as_of: date | None
    findings: tuple[Finding, ...]
    is_unsure: bool = False
    chosen: Chosen = field(default_factory=dict)

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_error]

    @property
    def may_be_kept(self) -> bool:
        """Its only errors are sums that the paper itself has wrong."""
        return bool(self.paper.lines) and all(error.is_keepable for error in self.errors)

    @property
    def digest(self) -> str:
        """Equal for the same lines at the same stage, whatever the file looks like."""
        content = [self.order.year, self.stage.value, str(self.as_of or "")]
        return hashlib.sha256(json.dumps([content, _plain(self.paper.lines)]).encode()).hexdigest()


def _plain(lines: Sequence[Line]) -> list[list[object]]:
    return [
        [
            line.kegiatan,
            line.akun,
            list(line.funds),
            line.name,
            line.amount,
            line.before,
            line.realised,
            line.volume,
            line.unit,
        ]
        for line in lines
    ]


def examine(content: bytes, filename: str, order: Order, chosen: Chosen | None = None) -> Examined:
    """Raises SheetRefused when the file is no workbook. `chosen` goes before what was remembered."""
    return examine_workbook(read_workbook_bytes(content, filename), order, chosen)


def examine_workbook(book: Workbook, order: Order, chosen: Chosen | None = None) -> Examined:
    known = {**remembered_columns(), **(chosen or {})}
    paper = read_paper(book, known)
    asked, order = order, replace(order, stage=stage_for(order, paper))
    as_of = day_for(order, paper, clock.today(current_village()))
    findings = (*check_order(paper, asked), *paper.findings, *_against_books(paper, order))
    unsure = any(not layout.is_sure and layout.signature not in known for layout in paper.layouts)
    return Examined(paper, order, order.stage, as_of, findings, unsure, dict(chosen or {}))


def _against_books(paper: Paper, order: Order) -> list[Finding]:
    if order.stage in CHANGES:
        versions = [v for v in enacted_versions(order.year) if v.stage != order.stage]
        published = [
            v for v in enacted_versions(order.year) if v.stage == order.stage and v.published_at
        ]
        return check_before(paper.lines, [compared_lines(v) for v in (*published, *versions)])
    if order.stage == Stage.REALISATION:
        versions = enacted_versions(order.year)[:1]
        return [f for v in versions for f in check_budget_in_force(paper.lines, compared_lines(v))]
    return []


def remembered_columns() -> dict[str, Mapping[int, Role]]:
    """Signature of a header -> its columns, as the village confirmed them."""
    rows = ColumnMapping.objects.values_list("signature", "columns")
    return {signature: roles_of(columns) for signature, columns in rows}


def roles_of(columns: Mapping[str, str]) -> dict[int, Role]:
    """From JSON, whose keys are text."""
    return {int(column): Role(role) for column, role in columns.items()}
