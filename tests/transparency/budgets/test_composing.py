from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.budgets.rules.composing import Head, Names, compose, group_of, readable
from desa.transparency.budgets.rules.figures import Figures
from desa.transparency.budgets.rules.gate import Carrier
from desa.transparency.budgets.rules.keeping import from_json, to_json
from desa.transparency.budgets.rules.lines import Line, balance
from tests.transparency.budgets.samples import LINES, NAMES, line

HEAD = Head(
    version_id="APBDes-2026-ditetapkan-1",
    village="Sumbergedang",
    district="Pandaan",
    year=2026,
    title="APBDes 2026",
    basis="Perdes Nomor 6 Tahun 2025",
    complaint_address="Kantor desa",
    notes=("Satu catatan.",),
    address="https://desa.example/apbdes/2026/ditetapkan-1/",
    published_on=date(2026, 1, 2),
)
KNOWN = Names(
    kegiatan={code: name for (axis, code), name in NAMES.items() if axis == "kegiatan"},
    akun={code: name for (axis, code), name in NAMES.items() if axis == "akun"},
)
CARRIERS = {"2.3.11": Carrier("kasi", "Kasi Kesejahteraan", "TPK", "berjalan", "Hujan")}
SPENDING = st.builds(
    lambda kegiatan, rupiah, realised: line(kegiatan, "5.2.1", rupiah, realised=realised),
    st.sampled_from(["1.1.01", "1.1.02", "2.3.11", "10.1.01"]),
    st.integers(0, 10**9),
    st.none() | st.integers(0, 10**9),
)


def shown(lines: tuple[Line, ...] = LINES) -> Figures:
    return compose(HEAD, lines, KNOWN, CARRIERS)


def test_blocks_are_bidang_and_groups_of_income() -> None:
    figures = shown()
    assert [(block.code, block.amount // 100) for block in figures.income] == [
        ("4.1", 45_000_000),
        ("4.2.1", 312_450_000),
        ("4.2.3", 498_700_000),
    ]
    assert [block.code for block in figures.spending] == ["1", "2", "3"]
    assert [block.code for block in figures.receipts] == ["6.1.1"]
    assert figures.outlays == ()
    assert figures.totals == balance(LINES)
    assert figures.totals.silpa == 0


def test_names_are_plain_sentences() -> None:
    figures = shown()
    assert figures.spending[0].name == "Penyelenggaraan pemerintahan desa"
    assert figures.income[0].name == "Pendapatan asli desa"
    assert figures.receipts[0].name == "SiLPA tahun sebelumnya"


def test_works_carry_who_and_why() -> None:
    work = next(work for work in shown().works if work.code == "2.3.11")
    assert work.amount == 25_000_000_000
    assert work.realised is None
    assert (work.implementer, work.team, work.reason) == ("Kasi Kesejahteraan", "TPK", "Hujan")


def test_column_that_no_line_has_is_unknown() -> None:
    figures = shown()
    assert figures.totals_realised is None
    assert figures.totals_before is None
    one = (replace(LINES[0], realised=5), *LINES[1:])
    assert shown(one).totals_realised == replace(balance(()), income=5)


@given(st.lists(SPENDING, min_size=1, max_size=20).map(tuple))
def test_blocks_and_works_add_up_to_the_total(lines: tuple[Line, ...]) -> None:
    figures = shown(lines)
    assert sum(block.amount for block in figures.spending) == figures.totals.spending
    assert sum(work.amount for work in figures.works) == figures.totals.spending
    realised = sum(block.realised or 0 for block in figures.spending)
    assert realised == (figures.totals_realised.spending if figures.totals_realised else 0)
    assert all(sum(sen for _fund, sen in b.funds) == b.amount for b in figures.spending)


@given(st.lists(SPENDING, max_size=8).map(tuple))
def test_kept_figures_come_back_the_same(lines: tuple[Line, ...]) -> None:
    figures = replace(shown((*LINES, *lines)), realised_on=date(2026, 6, 30))
    assert from_json(to_json(figures)) == figures


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("BIDANG PEMBINAAN KEMASYARAKATAN", "Pembinaan kemasyarakatan"),
        ("Bidang Pelaksanaan Pembangunan Desa", "Pelaksanaan Pembangunan Desa"),
        ("Dana Desa", "Dana Desa"),
        ("SILPA", "Silpa"),
        ("ADD", "ADD"),
        (" jalan desa ", "Jalan desa"),
        ("", ""),
    ],
)
def test_readable(printed: str, plain: str) -> None:
    assert readable(printed) == plain


@pytest.mark.parametrize(
    ("one", "group"),
    [
        (line("", "4.1.2.01", 1), "4.1"),
        (line("", "4.2.1.01", 1), "4.2.1"),
        (line("", "4.2", 1), "4.2"),
        (line("", "4.3.6", 1), "4.3"),
        (line("2.3.11", "5.3", 1), "2"),
        (line("", "6.1.1.01", 1), "6.1.1"),
    ],
)
def test_group_of_a_line(one: Line, group: str) -> None:
    assert group_of(one) == group
