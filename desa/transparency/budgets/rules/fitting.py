"""Whether a paper is the one that was meant: its year, village and stage, and what the village has already."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desa.transparency.budgets.enums import Stage
from desa.transparency.budgets.rules.findings import Facts, Finding, Gravity
from desa.transparency.budgets.rules.lines import Column, Line, Part, total
from desa.transparency.budgets.rules.names import plain
from desa.transparency.budgets.rules.paper import Paper

CHANGES = (Stage.CHANGE, Stage.DETAIL_CHANGE)
BUDGETS = (Stage.ENACTED, *CHANGES)
EARLIEST, LATEST = 2015, 2100  # the village law's first budget year; four digits that are a year

Key = tuple[str, str]


@dataclass(frozen=True)
class Order:
    """What the officer says about the file. `village` is "" while the village has no name yet.

    `may_be_foreign`: another village's name is only a warning (a demonstration), or it was confirmed.
    """

    year: int
    stage: Stage
    as_of: date | None = None
    village: str = ""
    may_be_foreign: bool = False


def stage_for(order: Order, paper: Paper) -> Stage:
    """A paper that calls itself a draft is kept as a draft, whatever it was called."""
    is_budget = order.stage in BUDGETS
    return Stage.DRAFT if is_budget and paper.titles.is_draft else order.stage


def day_for(order: Order, paper: Paper, today: date) -> date | None:
    """The date of a realisation: as told, as printed, or the last day of the year that has passed."""
    if order.stage != Stage.REALISATION:
        return None
    return order.as_of or paper.titles.as_of or min(today, date(order.year, 12, 31))


def check_order(paper: Paper, order: Order) -> Iterator[Finding]:
    titles = paper.titles
    if not EARLIEST <= order.year <= LATEST:
        yield Finding("year_impossible", facts={"year": order.year})
    if titles.year is not None and titles.year != order.year:
        yield Finding("other_year", facts={"printed": str(titles.year), "year": str(order.year)})
    if titles.village and order.village and not _same_village(titles.village, order.village):
        gravity = Gravity.WARNING if order.may_be_foreign else Gravity.ERROR
        facts: Facts = {"printed": titles.village.title(), "village": order.village}
        yield Finding("other_village", gravity, facts=facts)
    if titles.is_draft and order.stage in BUDGETS:
        yield Finding("kept_as_draft", Gravity.WARNING)
    yield from _stage(paper, order)


def _same_village(printed: str, own: str) -> bool:
    mine, theirs = plain(own).removeprefix("desa"), plain(printed).removeprefix("desa")
    return mine == theirs or theirs.startswith(mine)


def _stage(paper: Paper, order: Order) -> Iterator[Finding]:
    """The columns tell what kind of paper it is; the word of the officer must agree with them."""
    if not paper.lines:
        return
    found = (
        Stage.REALISATION
        if Column.REALISED in paper.columns
        else Stage.CHANGE
        if Column.BEFORE in paper.columns
        else Stage.ENACTED
    )
    asked = Stage.CHANGE if order.stage in CHANGES else order.stage
    fits = {
        Stage.DRAFT: found in (Stage.ENACTED, Stage.CHANGE),
        Stage.ENACTED: found is Stage.ENACTED or (found is Stage.CHANGE and paper.titles.is_draft),
    }.get(asked, found is asked)
    if not fits:
        yield Finding("other_stage", facts={"found": found.value, "asked": order.stage.value})
    if order.stage == Stage.REALISATION and order.as_of is None and paper.titles.as_of is None:
        yield Finding("day_guessed", Gravity.WARNING)


def check_before(lines: Sequence[Line], versions: Sequence[Sequence[Line]]) -> list[Finding]:
    """Semula must be a budget the village knows: the one in force, or the first one it enacted."""
    if not versions:
        return [Finding("no_enacted")]
    found = [_differing(lines, known) for known in versions]
    return min(found, key=lambda findings: (bool(findings), found.index(findings)))


def _differing(lines: Sequence[Line], known: Sequence[Line]) -> list[Finding]:
    """Compared as deep as both papers go, by kegiatan and account."""
    depth = min(_depth(lines), _depth(known))
    before, enacted = _sums(lines, Column.BEFORE, depth), _sums(known, Column.AMOUNT, depth)
    first: dict[Key, Line] = {}
    for line in lines:
        first.setdefault(_key(line, depth), line)
    return [
        _difference(key, first.get(key), before.get(key, 0), enacted.get(key, 0))
        for key in sorted(before.keys() | enacted.keys())
        if before.get(key, 0) != enacted.get(key, 0)
    ]


def _difference(key: Key, line: Line | None, printed: int, computed: int) -> Finding:
    facts: Facts = {"code": " / ".join(filter(None, key)), "printed": printed, "computed": computed}
    sheet, row = (line.sheet, line.row) if line else ("", 0)
    return Finding(
        "before_differs", sheet=sheet, row=row, difference=printed - computed, facts=facts
    )


def _depth(lines: Sequence[Line]) -> int:
    return min((line.akun.count(".") for line in lines), default=0) + 1


def _key(line: Line, depth: int) -> Key:
    return line.kegiatan, ".".join(line.akun.split(".")[:depth])


def _sums(lines: Sequence[Line], column: Column, depth: int) -> dict[Key, int]:
    sums: dict[Key, int] = defaultdict(int)
    for line in lines:
        sums[_key(line, depth)] += line.value(column) or 0
    return sums


def check_budget_in_force(lines: Sequence[Line], known: Sequence[Line]) -> Iterator[Finding]:
    """A realisation prints its budget again; another sum than the one in force is shown."""
    printed, computed = total(lines, Part.SPENDING), total(known, Part.SPENDING)
    if known and printed != computed:
        facts: Facts = {"printed": printed, "computed": computed}
        yield Finding("other_budget", Gravity.WARNING, difference=printed - computed, facts=facts)
