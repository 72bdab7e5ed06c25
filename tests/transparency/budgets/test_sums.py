"""Sums that do not add up, and the cell that is to blame."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desa.transparency.budgets.messages import sentence, where
from desa.transparency.budgets.rules.findings import Finding
from desa.transparency.budgets.rules.lines import Column, balance
from desa.transparency.budgets.rules.paper import Paper, read_paper
from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names
from tests.transparency.budgets.papers import (
    ITEMS,
    Cells,
    Item,
    book,
    lra,
    penjabaran,
    perubahan,
    place,
    printed,
    put,
)

AMOUNT = 5
MILLION = 100_000_000


def read(rows: list[Cells]) -> Paper:
    return read_paper(book(rows))


def errors(paper: Paper) -> list[tuple[str, str]]:
    return [(finding.code, finding.cell) for finding in paper.errors]


def only(paper: Paper, code: str) -> Finding:
    (found,) = (finding for finding in paper.findings if finding.code == code)
    return found


def test_a_leaf_too_low_is_named_by_its_fund_and_by_what_the_others_cost() -> None:
    """Three rows below the parent; the fund leaves two, and a price per piece leaves one."""
    more = (*ITEMS, Item("1.4.08", "5.2.1.06", "ADD", 5_200_000, 260, "Porsi"))
    items = tuple(
        replace(item, amount=item.amount + 5_200_000) if item.akun == "4.2.3.01" else item
        for item in more
    )
    rows = penjabaran(items)
    row = place(rows, "Belanja Jasa Langganan Internet")
    paper = read(put(rows, row, AMOUNT, "4.500.000,00"))
    likely = only(paper, "likely_cell")
    assert likely.cell == f"F{row}"
    assert likely.difference == 1_500_000_00
    assert (likely.facts["written"], likely.facts["expected"]) == (4_500_000_00, 6_000_000_00)
    parent = only(paper, "parent_differs")
    assert parent.row == place(rows, "Pengembangan Sistem")
    assert parent.facts["likely"] == f"F{row}"
    assert only(paper, "total_differs").difference == 1_500_000_00


def test_the_only_row_below_a_parent_is_named() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Bantuan Bibit")
    paper = read(put(rows, row, AMOUNT, "14.000.000,00"))
    assert errors(paper)[:2] == [("likely_cell", f"F{row}"), ("parent_differs", f"F{row - 1}")]
    assert "only_row" in str(only(paper, "likely_cell").facts["reasons"])


def test_where_several_cells_stay_possible_none_is_blamed() -> None:
    rows = penjabaran(tuple(replace(item, fund="", volume=1) for item in ITEMS))
    row = place(rows, "Belanja Modal Upah")
    paper = read(put(rows, row, AMOUNT, "29.000.000,00"))
    found = only(paper, "parent_differs")
    assert found.facts["cells"] == f"F{row}, F{row + 1}"
    assert "likely_cell" not in {code for code, _cell in errors(paper)}


def test_a_printed_sum_whose_rows_and_whole_agree_is_itself_wrong() -> None:
    rows = penjabaran()
    row = place(rows, "Pekerjaan Umum")
    paper = read(put(rows, row, AMOUNT, "91.000.000,00"))
    assert errors(paper) == [("parent_differs", f"F{row}")]
    assert only(paper, "parent_differs").facts["cause"] == "own"
    assert only(paper, "parent_differs").difference == MILLION


def test_a_sum_row_that_is_wrong_is_named_once() -> None:
    rows = penjabaran()
    row = place(rows, "JUMLAH BELANJA", 0)
    paper = read(put(rows, row, AMOUNT, "211.000.000,00"))
    assert errors(paper) == [("total_differs", f"F{row}")]
    assert only(paper, "total_differs").facts == {
        "printed": 211 * MILLION,
        "computed": 210 * MILLION,
        "name": "JUMLAH BELANJA",
        "cause": "",
    }


def test_a_deficit_printed_without_its_sign_is_named() -> None:
    rows = penjabaran()
    row = place(rows, "SURPLUS", 0)
    found = only(read(put(rows, row, AMOUNT, "10.000.000,00")), "surplus_differs")
    assert (found.cell, found.facts["cause"]) == (f"F{row}", "sign")


@pytest.mark.parametrize(
    ("label", "code"),
    [("PEMBIAYAAN NETTO", "netto_differs"), ("SISA LEBIH", "end_differs")],
)
def test_a_wrong_netto_or_end_is_named(label: str, code: str) -> None:
    rows = penjabaran()
    row = place(rows, label, 0)
    assert only(read(put(rows, row, AMOUNT, "1.000,00")), code).cell == f"F{row}"


def test_a_budget_that_does_not_end_at_zero_is_refused() -> None:
    items = (*ITEMS[:-1], replace(ITEMS[-1], amount=12_000_000))
    found = only(read(penjabaran(items)), "end_not_zero")
    assert found.difference == 2 * MILLION
    assert found.is_keepable


def test_more_paid_than_there_was_is_refused_and_over_budget_is_shown() -> None:
    items = tuple(replace(i, realised=i.amount * 3) if i.akun[0] == "5" else i for i in ITEMS)
    paper = read(lra(items))
    assert only(paper, "silpa_below_zero").is_error
    over = [finding for finding in paper.findings if finding.code == "over_realised"]
    assert {finding.facts["code"] for finding in over} == {i.kegiatan for i in ITEMS if i.kegiatan}
    assert not any(finding.is_error for finding in over)
    assert all(finding.row for finding in over)


def test_a_realisation_of_nothing_is_shown() -> None:
    paper = read(lra(tuple(replace(item, realised=0) for item in ITEMS)))
    assert not only(paper, "nothing_realised").is_error


def test_the_rows_own_difference_names_the_wrong_column() -> None:
    rows = perubahan()
    row = place(rows, "Belanja Modal Bahan")
    paper = read(put(rows, row, 5, "61.000.000,00"))
    assert only(paper, "likely_cell").cell == f"F{row}"
    assert "own_change" in str(only(paper, "likely_cell").facts["reasons"])
    assert only(paper, "change_differs").cell == f"G{row}"


def test_a_wrong_difference_alone_is_named() -> None:
    rows = perubahan()
    row = place(rows, "Belanja Modal Bahan")
    paper = read(put(rows, row, 6, "4.000.000,00"))
    assert errors(paper) == [("change_differs", f"G{row}")]


@pytest.mark.parametrize("sign", [1, -1])
def test_both_meanings_of_lebih_kurang_are_accepted(sign: int) -> None:
    rows = lra()
    for number, row in enumerate(rows, start=1):
        if len(row) > 5 and isinstance(row[5], str) and row[5][0] in "0123456789(":
            value = row[5].strip("()").replace(".", "").replace(",00", "")
            negative = row[5].startswith("(") != (sign < 0)
            rows = put(rows, number, 5, printed(-int(value) if negative else int(value)))
    assert "change_differs" not in {finding.code for finding in read(rows).findings}


def test_a_fund_spent_beyond_its_money_is_shown() -> None:
    items = (replace(ITEMS[3], fund="PAD"), *ITEMS[:3], *ITEMS[4:])
    paper = read(penjabaran(items))
    found = only(paper, "fund_overspent")
    assert (found.facts["fund"], found.facts["computed"]) == ("PAD", 36 * MILLION)


def test_pay_of_those_who_govern_above_thirty_percent_is_shown() -> None:
    items = (Item("1.1.02", "5.1.2.01", "ADD", 70_000_000, 84, "OB"), *ITEMS)
    found = only(read(penjabaran(items)), "share_above_limit")
    assert found.facts["share"] == "42,1"
    assert not found.is_error
    assert "share_above_limit" not in {f.code for f in read(penjabaran()).findings}


def test_operasional_of_the_office_does_not_count_to_the_thirty_percent() -> None:
    items = (Item("1.1.04", "5.2.1.01", "ADD", 70_000_000, 1, "Tahun"), *ITEMS)
    assert "share_above_limit" not in {f.code for f in read(penjabaran(items)).findings}


def test_every_finding_has_its_sentence_with_cell_and_money() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Bantuan Bibit")
    paper = read(put(rows, row, AMOUNT, "14.000.000,00"))
    text = sentence(only(paper, "likely_cell"))
    assert where(only(paper, "likely_cell")) == f"F{row}"
    assert "Rp14.000.000" in text
    assert "Rp15.000.000" in text
    assert f"F{row - 1}" in text
    for finding in paper.findings:
        assert "%(" not in sentence(finding)


def test_susut_2025_adds_up_to_the_last_sen() -> None:
    """Published figures of a true village: five bidang with sen, closed by last year's SiLPA."""
    income = {
        "4.1": "9.400.000,00", "4.2.1": "1.027.708.000,00", "4.2.2": "200.141.000,00",
        "4.2.3": "1.556.231.000,00", "4.2.4": "258.000.000,00", "4.2.5": "165.000.000,00",
        "4.3": "14.000.000,00",
    }  # fmt: skip
    bidang = {
        "1": "1.807.505.608,60", "2": "1.144.282.310,00", "3": "648.508.803,78",
        "4": "103.017.000,00", "5": "95.454.155,00",
    }  # fmt: skip
    rows: list[Cells] = [["Kode Kegiatan", "Kode Akun", "Uraian", "Anggaran"]]
    rows += [[None, code, akun_names()[code][0], amount] for code, amount in income.items()]
    rows += [[None, None, "JUMLAH PENDAPATAN", "3.230.480.000,00"], [None, "5", "BELANJA", None]]
    rows += [[code, None, kegiatan_names()[code][0], amount] for code, amount in bidang.items()]
    rows += [
        [None, None, "JUMLAH BELANJA", "3.798.767.877,38"],
        [None, None, "SURPLUS / (DEFISIT)", "(568.287.877,38)"],
        [None, "6", "PEMBIAYAAN", None],
        [None, "6.1.1", "SILPA Tahun Sebelumnya", "568.287.877,38"],
        [None, None, "SILPA TAHUN BERJALAN", "0,00"],
    ]
    paper = read(rows)
    assert paper.errors == []
    assert balance(paper.lines).silpa == 0
    assert balance(paper.lines).spending == 379_876_787_738


WORKS = [code for code in kegiatan_names() if code.count(".") == 2 and "-" not in code]
SPENDINGS = [c for c in akun_names() if c[0] == "5" and c.count(".") == 3 and "-" not in c]


@st.composite
def budgets(draw: st.DrawFn) -> tuple[Item, ...]:
    """Any spending on any known codes, covered by one income."""
    keys = draw(
        st.lists(
            st.tuples(st.sampled_from(WORKS), st.sampled_from(SPENDINGS)),
            min_size=1,
            max_size=25,
            unique=True,
        )
    )
    money = st.integers(0, 10**10)
    spending = tuple(Item(work, akun, "DDS", draw(money)) for work, akun in keys)
    return (Item("", "4.2.1.01", "DDS", sum(item.amount for item in spending)), *spending)


@settings(max_examples=40, deadline=None)
@given(budgets())
def test_a_printed_tree_gives_its_leaves_back_and_nothing_to_complain(
    items: tuple[Item, ...],
) -> None:
    paper = read(penjabaran(items))
    assert [finding for finding in paper.findings if finding.is_error] == []
    assert {(line.kegiatan, line.akun): line.amount for line in paper.lines} == {
        (item.kegiatan, item.akun): item.amount * 100 for item in items
    }


@settings(max_examples=40, deadline=None)
@given(budgets(), st.integers(1, 10**9), st.randoms())
def test_any_single_wrong_figure_is_noticed(
    items: tuple[Item, ...], by: int, dice: random.Random
) -> None:
    rows = penjabaran(items)
    rows_with_money = [
        n for n, row in enumerate(rows, 1) if n > 7 and len(row) > AMOUNT and row[AMOUNT]
    ]
    row = dice.choice(rows_with_money)
    now = int(str(rows[row - 1][AMOUNT]).strip("()").replace(".", "").replace(",00", ""))
    paper = read(put(rows, row, AMOUNT, printed(now + by)))
    assert paper.errors
    assert by * 100 in {abs(finding.difference or 0) for finding in paper.errors}


def test_income_too_high_is_noticed_in_both_columns_of_a_change() -> None:
    rows = perubahan()
    row = place(rows, "Pengelolaan Tanah Kas")
    paper = read(put(rows, row, 4, "21.000.000,00"))
    assert only(paper, "likely_cell").cell == f"E{row}"
    assert balance(paper.lines, Column.BEFORE).income == 191 * MILLION
