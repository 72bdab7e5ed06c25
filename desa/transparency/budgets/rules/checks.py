"""The checks of a whole paper, in the order in which an officer would make them."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from desa.transparency.budgets.rules.culprit import fund_gaps
from desa.transparency.budgets.rules.findings import Facts, Finding, Gravity
from desa.transparency.budgets.rules.lines import Balance, Column, Line, Part, balance
from desa.transparency.budgets.rules.names import any_alike
from desa.transparency.budgets.rules.rows import Check
from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names
from desa.transparency.budgets.rules.values import Entry

# Siltap and tunjangan of kades and perangkat, tunjangan and operasional of the BPD (PP 11/2019 Ps 100).
# Jaminan sosial (1.1.03) is not counted; operasional desa and RT/RW insentif belong to the 70 %.
LIMITED = ("1.1.01", "1.1.02", "1.1.05", "1.1.06")
LIMIT_PERCENT = 30
MONEY_OF: Mapping[Check, Callable[[Balance], int]] = {
    Check.INCOME: lambda sums: sums.income,
    Check.SPENDING: lambda sums: sums.spending,
    Check.RECEIPTS: lambda sums: sums.receipts,
    Check.OUTLAYS: lambda sums: sums.outlays,
    Check.SURPLUS: lambda sums: sums.surplus,
    Check.NETTO: lambda sums: sums.netto,
    Check.END: lambda sums: sums.silpa,
}
CODES = {Check.SURPLUS: "surplus_differs", Check.NETTO: "netto_differs", Check.END: "end_differs"}


def check_names(entries: Sequence[Entry]) -> Iterator[Finding]:
    """The code is the identity; a name that differs is shown, never corrected."""
    for entry in entries:
        code, name = entry.source.code, entry.source.name
        known = akun_names().get(code.akun) if code.akun else kegiatan_names().get(code.kegiatan)
        if known and name and not any_alike(name, known) and code.akun not in ("4", "5", "6"):
            facts: Facts = {"code": code.akun or code.kegiatan, "name": name, "known": known[0]}
            source = entry.source
            yield Finding("name_differs", Gravity.WARNING, source.sheet, source.row, facts=facts)


def check_totals(
    entries: Sequence[Entry], lines: Sequence[Line], columns: Sequence[Column]
) -> list[Finding]:
    """JUMLAH rows against the leaves; surplus, netto and end also against the printed sums above them."""
    found: list[Finding] = []
    for column in columns:
        found += _Totals(entries, lines, column).findings()
    return found


class _Totals:
    def __init__(self, entries: Sequence[Entry], lines: Sequence[Line], column: Column) -> None:
        self._column = column
        self._rows = [
            entry for entry in entries if entry.source.check in MONEY_OF and column in entry.values
        ]
        self._sums = balance(lines, column)
        self._printed = {entry.source.check: entry.values[column] for entry in self._rows}

    def findings(self) -> Iterator[Finding]:
        has_wrong_total = False
        for entry in self._rows:
            finding = self._check(entry)
            has_wrong_total = has_wrong_total or finding is not None
            if finding is not None:
                yield finding
        if not has_wrong_total:
            yield from self._end(self._rows)

    def _check(self, entry: Entry) -> Finding | None:
        check, printed = entry.source.check, entry.values[self._column]
        assert check is not None
        computed = MONEY_OF[check](self._sums)
        if printed == computed or printed == self._from_printed(check):
            return None
        if check is Check.NETTO and printed == self._sums.receipts:
            return None
        sheet, row, letter = entry.cell(self._column)
        facts: Facts = {
            "printed": printed,
            "computed": computed,
            "name": entry.source.name,
            "cause": "sign" if printed == -computed else "",
        }
        code = CODES.get(check, "total_differs")
        return Finding(
            code, sheet=sheet, row=row, column=letter, difference=printed - computed, facts=facts
        )

    def _from_printed(self, check: Check) -> int | None:
        """By the paper's own sums: a wrong one is told once, not again in every row that follows from it."""
        pairs = {
            Check.SURPLUS: (Check.INCOME, Check.SPENDING, -1),
            Check.NETTO: (Check.RECEIPTS, Check.OUTLAYS, -1),
            Check.END: (Check.SURPLUS, Check.NETTO, 1),
        }
        if check not in pairs:
            return None
        first, second, sign = pairs[check]
        if first not in self._printed or second not in self._printed:
            return None
        return self._printed[first] + sign * self._printed[second]

    def _end(self, rows: Sequence[Entry]) -> Iterator[Finding]:
        """A budget ends at 0; a realisation may not spend more than there was."""
        rest = self._sums.silpa
        ends = [entry for entry in rows if entry.source.check is Check.END]
        sheet, row, letter = ends[-1].cell(self._column) if ends else ("", 0, "")
        facts: Facts = {"computed": rest}
        if self._column is Column.REALISED:
            if rest < 0:
                yield Finding("silpa_below_zero", Gravity.ERROR, sheet, row, letter, rest, facts)
        elif rest != 0:
            yield Finding("end_not_zero", Gravity.ERROR, sheet, row, letter, rest, facts)


def check_funds(lines: Sequence[Line], columns: Sequence[Column]) -> Iterator[Finding]:
    """Spending of a fund <= its income + SiLPA - financing; only where every line names one fund."""
    for column in columns:
        if column is not Column.REALISED:
            for fund, gap in sorted(fund_gaps(lines, column).items()):
                if gap < 0:
                    facts: Facts = {"fund": fund, "computed": -gap}
                    yield Finding("fund_overspent", Gravity.WARNING, difference=gap, facts=facts)


def check_realisation(lines: Sequence[Line]) -> Iterator[Finding]:
    """More paid than budgeted in a kegiatan; or a report in which nothing happened at all."""
    if not any(line.realised is not None for line in lines):
        return
    if not any(line.realised for line in lines):
        yield Finding("nothing_realised", Gravity.WARNING)
    budget: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    first: dict[str, Line] = {}
    for line in lines:
        if line.part is Part.SPENDING:
            key = line.kegiatan or line.akun
            budget[key] += line.amount
            spent[key] += line.realised or 0
            first.setdefault(key, line)
    for key, line in first.items():
        if spent[key] > budget[key]:
            facts: Facts = {
                "code": key,
                "name": _name(line),
                "printed": spent[key],
                "computed": budget[key],
            }
            over = spent[key] - budget[key]
            yield Finding(
                "over_realised", Gravity.WARNING, line.sheet, line.row, "", over, facts=facts
            )


def _name(line: Line) -> str:
    return kegiatan_names().get(line.kegiatan, (line.name,))[0]


def check_share(lines: Sequence[Line]) -> Iterator[Finding]:
    """At most 30 % of spending for those who govern (PP 11/2019 Ps 100); a warning, never a refusal."""
    whole = sum(line.amount for line in lines if line.part is Part.SPENDING)
    part = sum(line.amount for line in lines if line.kegiatan in LIMITED)
    if whole and part * 100 > whole * LIMIT_PERCENT:
        tenths = (part * 1000 + whole // 2) // whole
        facts: Facts = {"share": f"{tenths // 10},{tenths % 10}", "computed": part}
        yield Finding("share_above_limit", Gravity.WARNING, facts=facts)


def check_twice(lines: Sequence[Line]) -> Iterator[Finding]:
    """One account of one kegiatan and one fund on two rows: both are kept, and shown."""
    seen: dict[tuple[str, str, tuple[str, ...]], Line] = {}
    for line in lines:
        earlier = seen.setdefault(line.key, line)
        if earlier is not line and earlier.name == line.name:
            facts: Facts = {"code": " / ".join(filter(None, line.key[:2])), "earlier": earlier.row}
            yield Finding("same_line_twice", Gravity.WARNING, line.sheet, line.row, facts=facts)


def check_carry_over(lines: Sequence[Line]) -> Iterator[Finding]:
    """Last year's SiLPA belongs under 6.1.1."""
    for line in lines:
        if line.akun.startswith("6.1.9") and "silpa" in line.name.casefold():
            facts: Facts = {"code": line.akun, "name": line.name}
            yield Finding("silpa_elsewhere", Gravity.WARNING, line.sheet, line.row, facts=facts)
