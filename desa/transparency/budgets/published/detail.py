"""One bidang, sub bidang, kegiatan or account of a version, down to its lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.models import BudgetVersion
from desa.transparency.budgets.published.shapes import WorkRow, money, row
from desa.transparency.budgets.queries import (
    figures,
    lines_of,
    names_of,
    previous_version,
    published_version,
)
from desa.transparency.budgets.queries.asking import ACCOUNT, version_key
from desa.transparency.budgets.queries.leaves import lines_below
from desa.transparency.budgets.rules.composing import Names, readable
from desa.transparency.budgets.rules.diff import Change, LineKey, by_line, diff
from desa.transparency.budgets.rules.figures import Figures, Work
from desa.transparency.budgets.rules.lines import Line, parents
from desa.transparency.budgets.rules.tree import Leaf, grow, known
from desa.transparency.budgets.rules.wording import FUNDS

CODE = re.compile(r"[0-9A-Za-z]{1,4}(?:\.[0-9A-Za-z]{1,4}){0,4}")
KEGIATAN_DEPTH = 3


@dataclass(frozen=True)
class Crumb:
    code: str
    name: str


@dataclass(frozen=True)
class LineRow:
    """`old` and `kind` compare with the version before; both are empty when nothing changed."""

    name: str
    akun: str
    account: str
    fund: str
    volume: str
    amount: Rupiah
    realised: Rupiah | None
    old: Rupiah | None = None
    kind: str = ""


@dataclass(frozen=True)
class DetailPage:
    """`key` is what a question about it is filed under."""

    key: str
    figures: Figures
    edition: str
    code: str
    name: str
    amount: Rupiah
    realised: Rupiah | None
    crumbs: tuple[Crumb, ...]
    groups: tuple[Crumb, ...] = ()
    works: tuple[WorkRow, ...] = ()
    work: WorkRow | None = None
    lines: tuple[LineRow, ...] = ()
    removed: tuple[LineRow, ...] = ()


def work_page(year: int, edition: str, code: str) -> DetailPage | None:
    """None for a code without a line in this version."""
    version = published_version(year, edition) if CODE.fullmatch(code) else None
    if version is None:
        return None
    shown = figures(version)
    works = [work for work in shown.works if f"{work.code}.".startswith(f"{code}.")]
    if not works:
        return None
    return _page_of_works(version, shown, code, works)


def _page_of_works(
    version: BudgetVersion, shown: Figures, code: str, works: Sequence[Work]
) -> DetailPage:
    names = names_of(version)
    base = reverse("budgets:version", args=[version.year, version.edition])
    alone = works[0] if works[0].code == code else None
    lines, removed = _compared_lines(version, code, names) if alone else ((), ())
    return DetailPage(
        key=f"{version_key(version)}:{code}",
        figures=shown,
        edition=version.edition,
        code=code,
        name=readable(names.kegiatan.get(code, code)),
        amount=Rupiah(sum(work.amount for work in works)),
        realised=money(known(work.realised for work in works)),
        crumbs=tuple(
            Crumb(above, readable(names.kegiatan.get(above, above))) for above in parents(code)
        ),
        groups=() if alone else _groups(works, code, names),
        works=() if alone else tuple(row(work, base) for work in works),
        work=row(alone, base) if alone else None,
        lines=lines,
        removed=removed,
    )


def _groups(works: Sequence[Work], code: str, names: Names) -> tuple[Crumb, ...]:
    """The sub bidang below a bidang; nothing below a sub bidang but its kegiatan."""
    if len(code.split(".")) + 1 >= KEGIATAN_DEPTH:
        return ()
    leaves = [Leaf(work.code, work.amount, None, work.realised) for work in works]
    readable_names = {key: readable(name) for key, name in names.kegiatan.items()}
    return tuple(
        Crumb(child.code, child.name)
        for node in grow(leaves, readable_names)
        for child in node.children
    )


def _compared_lines(
    version: BudgetVersion, code: str, names: Names
) -> tuple[tuple[LineRow, ...], tuple[LineRow, ...]]:
    lines = lines_of(version, kegiatan=code)
    before = previous_version(version)
    old = by_line(lines_of(before, kegiatan=code)) if before else {}
    changes = diff(old, by_line(lines)) if before else ()
    changed = {change.key: change for change in changes if change.new is not None}
    gone = tuple(_gone(change, names) for change in changes if change.new is None)
    return tuple(_line(line, names, changed) for line in lines), gone


def _line(line: Line, names: Names, changed: dict[LineKey, Change[LineKey]]) -> LineRow:
    change = changed.get((*line.key, line.name.casefold()))
    return LineRow(
        name=line.name,
        akun=line.akun,
        account=readable(names.akun.get(line.akun, "")),
        fund=_fund_words(line.funds),
        volume=f"{line.volume} {line.unit}".strip(),
        amount=Rupiah(line.amount),
        realised=money(line.realised),
        old=money(change.old) if change else None,
        kind=change.kind.value if change else "",
    )


def _fund_words(codes: Iterable[str]) -> str:
    """ "DDS" is what Siskeudes writes; a resident reads Dana Desa."""
    return " + ".join(FUNDS.get(code, code) for code in codes)


def _gone(change: Change[LineKey], names: Names) -> LineRow:
    _kegiatan, akun, funds, _name = change.key
    return LineRow(
        name=change.name,
        akun=akun,
        account=readable(names.akun.get(akun, "")),
        fund=_fund_words(funds),
        volume="",
        amount=Rupiah(0),
        realised=None,
        old=money(change.old),
        kind=change.kind.value,
    )


def akun_page(year: int, edition: str, code: str) -> DetailPage | None:
    """Income and financing, which have no kegiatan; None for an account without a line there."""
    version = published_version(year, edition) if CODE.fullmatch(code) else None
    lines = lines_below(version, code) if version else []
    if version is None or not lines:
        return None
    names = names_of(version)
    return DetailPage(
        key=f"{version_key(version)}:{ACCOUNT}{code}",
        figures=figures(version),
        edition=version.edition,
        code=code,
        name=readable(names.akun.get(code, code)),
        amount=Rupiah(sum(line.amount for line in lines)),
        realised=money(known(line.realised for line in lines)),
        crumbs=(),
        lines=tuple(_line(line, names, {}) for line in lines),
    )
