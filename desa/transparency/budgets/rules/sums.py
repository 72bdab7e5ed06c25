"""Whether every printed sum is the sum of what stands below it; the deepest that is not is named."""

from collections.abc import Iterator, Sequence

from desa.foundation.sheets.rules.workbook import column_letters
from desa.transparency.budgets.rules.branches import Forest, Node
from desa.transparency.budgets.rules.culprit import (
    Circumstances,
    Suspicion,
    circumstances,
    own_gaps,
    suspect,
)
from desa.transparency.budgets.rules.findings import Facts, Finding
from desa.transparency.budgets.rules.layout import Role
from desa.transparency.budgets.rules.lines import Column, Line
from desa.transparency.budgets.rules.values import Entry

MOST_CELLS = 12


def check_sums(forest: Forest, lines: Sequence[Line], columns: Sequence[Column]) -> list[Finding]:
    found: list[Finding] = []
    for column in columns:
        known = circumstances(lines, column)
        checker = _Column(column, known)
        for root in forest.roots:
            checker.check(root)
        found += checker.findings
        found += [f for node in forest.summaries for f in _summary(node, lines, column)]
    return found


class _Column:
    """One money column of all trees, from the leaves up."""

    def __init__(self, column: Column, known: Circumstances) -> None:
        self._column, self._known = column, known
        self.findings: list[Finding] = []

    def check(self, node: Node) -> int:
        """Gives the figure that the parent should count: printed, or summed where none is printed."""
        if not node.children:
            return node.printed(self._column) or 0
        before = len(self.findings)
        below = [self.check(child) for child in node.children]
        signs = [_sign(node, child) for child in node.children]
        computed = sum(sign * value for sign, value in zip(signs, below, strict=True))
        printed = node.printed(self._column)
        if printed is None or printed == computed or _is_gross(node, printed, below):
            return computed if printed is None else printed
        wrong_child = self._wrong_child(node, printed)
        if wrong_child is None:
            self.findings[before:before] = self._tell(node, printed, computed)
        else:
            self._blame_parent(wrong_child)
        return printed

    def _wrong_child(self, node: Node, printed: int) -> Node | None:
        """A child whose own printed sum is wrong while both its rows and this sum agree."""
        for child in node.children:
            own, rows = child.printed(self._column), child.computed(self._column)
            others = sum(
                one.printed(self._column) or 0 for one in node.children if one is not child
            )
            if child.children and own is not None and own != rows and others + rows == printed:
                return child
        return None

    def _blame_parent(self, child: Node) -> None:
        """The rows below and the sum above agree: the printed sum between them is the wrong cell."""
        entry = child.entries[0]
        sheet, row, letter = entry.cell(self._column)
        kept = [f for f in self.findings if not (f.code == "likely_cell" and _about(f, child))]
        self.findings = [
            Finding(
                f.code,
                f.gravity,
                f.sheet,
                f.row,
                f.column,
                f.difference,
                {**f.facts, "cause": "own"},
            )
            if (f.sheet, f.row, f.column) == (sheet, row, letter) and f.code == "parent_differs"
            else f
            for f in kept
        ]

    def _tell(self, node: Node, printed: int, computed: int) -> Iterator[Finding]:
        missing = printed - computed
        rows = [e for child in node.children for e in child.entries if not child.children]
        suspicion = suspect(rows, missing, self._column, self._known) if rows else None
        parent = node.entries[0]
        sheet, row, letter = parent.cell(self._column)
        facts: Facts = {"printed": printed, "computed": computed, "name": parent.source.name}
        if suspicion is not None and suspicion.entry is not None:
            yield self._likely(
                suspicion, suspicion.entry, missing, {**facts, "parent": f"{letter}{row}"}
            )
            facts["likely"] = _address(suspicion.entry, self._column)
        facts["cells"] = ", ".join(self._addresses(node, suspicion))
        facts["cause"] = _cause(rows, missing, self._column)
        yield Finding(
            "parent_differs", sheet=sheet, row=row, column=letter, difference=missing, facts=facts
        )

    def _likely(
        self, suspicion: Suspicion, entry: Entry, missing: int, facts: dict[str, int | str]
    ) -> Finding:
        sheet, row, letter = entry.cell(self._column)
        value = entry.values.get(self._column, 0)
        told = {
            **facts,
            "parent_name": facts["name"],
            "name": entry.source.name,
            "written": value,
            "expected": value + missing,
            "reasons": ",".join(suspicion.reasons),
            "fund": entry.source.fund,
        }
        return Finding(
            "likely_cell", sheet=sheet, row=row, column=letter, difference=missing, facts=told
        )

    def _addresses(self, node: Node, suspicion: Suspicion | None) -> list[str]:
        if suspicion is not None:
            entries: Sequence[Entry] = suspicion.candidates
        else:
            entries = [child.entries[0] for child in node.children]
        return [_address(entry, self._column) for entry in entries[:MOST_CELLS]]


def _about(finding: Finding, child: Node) -> bool:
    return any(
        (finding.sheet, finding.row) == (entry.source.sheet, entry.source.row)
        for leaf in child.leaves()
        for entry in leaf.entries
    )


def _sign(node: Node, child: Node) -> int:
    """Financing above its two sides is printed net."""
    return -1 if node.key == ("", "6") and child.key[1].startswith("6.2") else 1


def _is_gross(node: Node, printed: int, below: Sequence[int]) -> bool:
    return node.key == ("", "6") and printed == sum(below)


def _address(entry: Entry, column: Column) -> str:
    _sheet, row, letter = entry.cell(column)
    return f"{letter}{row}"


def _cause(rows: Sequence[Entry], missing: int, column: Column) -> str:
    """A likely cause in a word; "" when nothing speaks for one."""
    values = [entry.values.get(column) for entry in rows]
    if -missing in values:
        return "counted_twice"
    if missing in values:
        return "row_missing"
    return "digits_swapped" if missing % 900 == 0 and abs(missing) < 10**9 else ""


def _summary(node: Node, lines: Sequence[Line], column: Column) -> Iterator[Finding]:
    """An account printed over all kegiatan, as short reports do."""
    printed = node.printed(column)
    code = node.key[1]
    computed = sum(
        line.value(column) or 0 for line in lines if f"{line.akun}.".startswith(f"{code}.")
    )
    deep = all(line.akun != "5" for line in lines if line.akun.startswith("5"))
    if printed is None or printed == computed or not deep:
        return
    sheet, row, letter = node.entries[0].cell(column)
    facts: Facts = {"printed": printed, "computed": computed, "name": node.entries[0].source.name}
    yield Finding(
        "parent_differs",
        sheet=sheet,
        row=row,
        column=letter,
        difference=printed - computed,
        facts={**facts, "cells": "", "cause": ""},
    )


def check_changes(entries: Sequence[Entry]) -> list[Finding]:
    """Bertambah/(berkurang) and lebih/(kurang) are recomputed; a row that disagrees is shown."""
    found = []
    for entry in entries:
        role = Role.CHANGE if Role.CHANGE in entry.checks else Role.REST
        gaps = own_gaps(entry, Column.AMOUNT)
        if any(gaps) and role in entry.source.cells:
            found.append(_change(entry, role))
    return found


def _change(entry: Entry, role: Role) -> Finding:
    amount = entry.values.get(Column.AMOUNT, 0)
    other = Column.BEFORE if role is Role.CHANGE else Column.REALISED
    computed = amount - entry.values.get(other, 0)
    printed = entry.checks[role]
    letter = column_letters(entry.source.cells[role][0])
    facts: Facts = {"printed": printed, "computed": computed, "name": entry.source.name}
    return Finding(
        "change_differs",
        sheet=entry.source.sheet,
        row=entry.source.row,
        column=letter,
        difference=printed - computed,
        facts=facts,
    )
