"""The reference workbooks: collected only when the shared reference data is there."""

import csv
import importlib.util
import os
from decimal import Decimal
from pathlib import Path

import pytest

from desa.foundation.sheets.queries.workbooks import read_workbook
from desa.transparency.budgets.rules.lines import Column, Line, Part, balance, total
from desa.transparency.budgets.rules.paper import Paper, read_paper

pytestmark = pytest.mark.shared
MILLION = 100_000_000


def folder() -> Path:
    return Path(os.environ["DESA_SHARED"]) / "data"


def read(name: str) -> Paper:
    return read_paper(read_workbook(folder() / "budget" / name))


def bidang(lines: tuple[Line, ...], code: str) -> int:
    return sum(line.amount for line in lines if line.kegiatan.startswith(f"{code}."))


def fund(lines: tuple[Line, ...], code: str) -> int:
    return sum(x.amount for x in lines if x.part is Part.SPENDING and x.funds == (code,))


def test_the_penjabaran_comes_in_without_a_manual_fix() -> None:
    paper = read("penjabaran_2026.xlsx")
    parts = [line.part for line in paper.lines]
    assert (parts.count(Part.INCOME), parts.count(Part.SPENDING), len(parts)) == (8, 74, 85)
    assert [bidang(paper.lines, code) for code in "12345"] == [
        548_300_000_00,
        236_400_000_00,
        48_900_000_00,
        62_150_000_00,
        38_250_000_00,
    ]
    assert {code: fund(paper.lines, code) for code in ("PAD", "DDS", "ADD", "PBH", "DLL")} == {
        "PAD": 35_000_000_00,
        "DDS": 327_450_000_00,
        "ADD": 508_700_000_00,
        "PBH": 61_250_000_00,
        "DLL": 1_600_000_00,
    }
    assert balance(paper.lines).silpa == 0
    assert [finding.code for finding in paper.findings] == ["share_above_limit"]
    assert paper.findings[0].facts["share"] == "35,6"


def test_the_report_of_the_semester_comes_in() -> None:
    paper = read("lra_semester1_2026.xlsx")
    assert paper.errors == []
    sums = balance(paper.lines, Column.REALISED)
    assert (sums.spending, sums.income, sums.silpa) == (
        412_617_500_00,
        501_023_250_37,
        113_405_750_37,
    )
    spent = {line.kegiatan: line.realised for line in paper.lines}
    assert {spent[code] for code in ("2.3.11", "2.3.14", "2.8.03", "4.2.03")} == {0}


def test_the_change_comes_in_with_both_columns() -> None:
    paper = read("perubahan_2026.xlsx")
    assert paper.errors == []
    before, after = (balance(paper.lines, c) for c in (Column.BEFORE, Column.AMOUNT))
    assert (before.spending, after.spending) == (934 * MILLION, 977_800_000_00)
    assert (before.silpa, after.silpa) == (0, 0)
    assert sum(line.before == 0 for line in paper.lines) == 3


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_the_broken_penjabaran_is_refused_with_its_cell_named(tmp_path: Path) -> None:
    script = folder() / "budget" / "make_budget_workbooks.py"
    spec = importlib.util.spec_from_file_location("make_budget_workbooks", script)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    maker.penjabaran(tmp_path / "salah.xlsx", broken=True)
    paper = read_paper(read_workbook(tmp_path / "salah.xlsx"))
    assert total(paper.lines, Part.SPENDING) == 933 * MILLION
    likely, parent, whole = paper.errors
    assert (likely.cell, likely.difference) == ("F47", MILLION)
    assert (parent.cell, parent.facts["likely"]) == ("F45", "F47")
    assert (whole.facts["printed"], whole.facts["computed"]) == (934 * MILLION, 933 * MILLION)


def test_susut_2025_holds_to_the_last_sen() -> None:
    text = (folder() / "apbdes_test_cases.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    money = {row["code"]: Decimal(list(row.values())[-1]) for row in rows}
    accounts = ("4.1", "4.2.1", "4.2.2", "4.2.3", "4.2.4", "4.2.5", "4.3", "6.1.1")
    works = {"1": "1", "2": "2", "3": "3", "4": "4b", "5": "5b"}
    lines = [Line("", code, (), code, int(money[code] * 100)) for code in accounts]
    lines += [Line(code, "5", (), code, int(money[key] * 100)) for code, key in works.items()]
    sums = balance(lines)
    assert sums.silpa == 0
    assert sums.income == int(money["TOTAL_4"] * 100)
    assert sums.spending == int(money["TOTAL_5"] * 100)
