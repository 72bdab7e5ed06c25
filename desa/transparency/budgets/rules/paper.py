"""A workbook read as a budget: lines, names, findings, and what was left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desa.foundation.sheets.rules.workbook import Sheet, Workbook
from desa.transparency.budgets.rules import checks
from desa.transparency.budgets.rules.branches import Forest, lines_of, plant
from desa.transparency.budgets.rules.findings import Finding, Gravity
from desa.transparency.budgets.rules.fundtable import FundTable, check_fund_table, find_fund_table
from desa.transparency.budgets.rules.layout import Layout, Role, find_layout, scale_of, text_of
from desa.transparency.budgets.rules.lines import Column, Line
from desa.transparency.budgets.rules.rows import Rows, Source, read_rows
from desa.transparency.budgets.rules.sums import check_changes, check_sums
from desa.transparency.budgets.rules.titles import Titles, read_titles
from desa.transparency.budgets.rules.values import Entry, read_values

Roles = Mapping[int, Role]
Chosen = Mapping[str, Roles]  # signature of a header -> its columns, as a person confirmed them
NAME_LENGTH = 300


@dataclass(frozen=True)
class Paper:
    """Everything one file says. `layouts` are the tables read as lines, the first is the main one."""

    lines: tuple[Line, ...] = ()
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (axis, code) -> name
    findings: tuple[Finding, ...] = ()
    titles: Titles = field(default_factory=Titles)
    layouts: tuple[Layout, ...] = ()
    columns: tuple[Column, ...] = ()
    skipped: Mapping[str, int] = field(default_factory=dict)

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_error]


def read_paper(book: Workbook, chosen: Chosen | None = None) -> Paper:
    """Never raises for what a cell holds: a paper that cannot be used has errors among its findings."""
    tables = _tables(book, chosen or {})
    notes = list(_book_notes(book))
    if not tables:
        return Paper(findings=(*notes, Finding("no_table")))
    used = _without_repeats(tables, notes)
    main_sheet, main_layout, _rows = used[0]
    rows = _joined(used)
    scale = scale_of(_header_texts(main_sheet, main_layout))
    entries, unread = read_values(rows.sources, scale)
    forest = plant(entries)
    lines = lines_of(forest, entries)
    columns = [column for column in Column if any(column in e.values for e in entries)]
    findings = [*notes, *rows.findings, *unread, *_scale_note(scale)]
    findings += _checked(entries, forest, lines, columns)
    for table in _fund_tables(book, used, scale):
        findings += check_fund_table(table, lines)
    return Paper(
        lines=tuple(lines),
        names=_names(entries),
        findings=tuple(findings),
        titles=read_titles(main_sheet, main_layout),
        layouts=tuple(layout for _sheet, layout, _rows in used),
        columns=tuple(columns),
        skipped=dict(rows.skipped),
    )


Table = tuple[Sheet, Layout, Rows]


def _tables(book: Workbook, chosen: Chosen) -> list[Table]:
    """Every sheet with a budget table that has codes, the longest first."""
    found: list[Table] = []
    for sheet in book.filled():
        layout = find_layout(sheet)
        if layout is not None:
            roles = chosen.get(layout.signature)
            layout = layout if roles is None else layout.with_roles(roles)
            if layout.is_table and layout.codes:
                found.append((sheet, layout, read_rows(sheet, layout)))
    return sorted(found, key=lambda table: -len(table[2].sources))


def _without_repeats(tables: Sequence[Table], notes: list[Finding]) -> list[Table]:
    """Pendapatan and Belanja on sheets of their own belong together; the same codes again do not."""
    used = [tables[0]]
    taken = _codes(tables[0][2].sources)
    for table in tables[1:]:
        codes = _codes(table[2].sources)
        if codes and not codes & taken:
            used.append(table)
            taken |= codes
        elif codes:
            notes.append(Finding("sheet_left_out", Gravity.WARNING, table[0].name))
    order = {sheet.name: place for place, (sheet, _layout, _rows) in enumerate(tables)}
    return [used[0], *sorted(used[1:], key=lambda table: order[table[0].name])]


def _codes(sources: Iterable[Source]) -> set[tuple[str, str]]:
    return {
        (source.code.kegiatan, source.code.akun)
        for source in sources
        if source.check is None and "." in (source.code.kegiatan or source.code.akun)
    }


def _joined(tables: Sequence[Table]) -> Rows:
    rows = Rows()
    for _sheet, _layout, found in tables:
        rows.sources += found.sources
        rows.findings += found.findings
        rows.skipped += found.skipped
    return rows


def _header_texts(sheet: Sheet, layout: Layout) -> list[str]:
    return [
        text_of(cell)
        for row in sheet.rows
        if row.number <= layout.last
        for cell in row.cells
        if isinstance(cell, str)
    ]


def _scale_note(scale: int) -> Iterable[Finding]:
    if scale > 1:
        yield Finding("scaled", Gravity.WARNING, facts={"scale": scale})


def _book_notes(book: Workbook) -> Iterable[Finding]:
    for sheet in book.filled():
        if sheet.hidden:
            yield Finding("sheet_hidden", Gravity.WARNING, sheet.name)
        for letter in sheet.hidden_columns:
            yield Finding("column_hidden", Gravity.WARNING, sheet.name, 0, letter)
        for row in sheet.hidden_rows:
            yield Finding("row_hidden", Gravity.WARNING, sheet.name, row)
        for cell in sheet.errors:
            letters = cell.rstrip("0123456789")
            number = int(cell[len(letters) :])
            yield Finding("cell_error", Gravity.ERROR, sheet.name, number, letters)


def _checked(
    entries: Sequence[Entry], forest: Forest, lines: Sequence[Line], columns: Sequence[Column]
) -> list[Finding]:
    if not lines:
        return [Finding("no_lines")]
    rows = [entry for entry in entries if entry.source.check is None]
    return [
        *checks.check_names(rows),
        *check_sums(forest, lines, columns),
        *check_changes(rows),
        *checks.check_totals(entries, lines, columns),
        *checks.check_funds(lines, columns),
        *checks.check_carry_over(lines),
        *checks.check_realisation(lines),
        *checks.check_share(lines),
        *checks.check_twice(lines),
    ]


def _fund_tables(book: Workbook, used: Sequence[Table], scale: int) -> Iterable[FundTable]:
    names = {sheet.name for sheet, _layout, _rows in used}
    for sheet in book.filled():
        if sheet.name not in names and (table := find_fund_table(sheet, scale)):
            yield table


def _names(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """As printed, the first time each code appears."""
    found: dict[tuple[str, str], str] = {}
    for entry in entries:
        code = entry.source.code
        axis, own = ("akun", code.akun) if code.akun else ("kegiatan", code.kegiatan)
        if own and entry.source.check is None and entry.source.name:
            found.setdefault((axis, own), entry.source.name[:NAME_LENGTH])
    return found


def skipped_in(paper: Paper) -> int:
    return sum(Counter(paper.skipped).values())
