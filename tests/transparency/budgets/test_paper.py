"""Whole papers as they arrive: every feature of a printed sheet that surrounds the numbers."""

from dataclasses import replace
from datetime import date

import pytest

from desa.foundation.sheets.rules.workbook import Cell, NumberText
from desa.transparency.budgets.rules.findings import Finding
from desa.transparency.budgets.rules.layout import Role, find_layout
from desa.transparency.budgets.rules.lines import Column, balance
from desa.transparency.budgets.rules.paper import Paper, read_paper
from tests.transparency.budgets.papers import (
    ITEMS,
    TITLES,
    Cells,
    Item,
    book,
    lra,
    penjabaran,
    perubahan,
    place,
    put,
    sheet,
)

AMOUNT, FUND = 5, 6
MILLION = 100_000_000


def read(rows: list[Cells]) -> Paper:
    return read_paper(book(rows))


def codes(paper: Paper) -> list[str]:
    return [finding.code for finding in paper.findings]


def only(paper: Paper, code: str) -> Finding:
    (found,) = (finding for finding in paper.findings if finding.code == code)
    return found


def test_a_penjabaran_gives_its_leaves_and_nothing_else() -> None:
    paper = read(penjabaran())
    assert paper.findings == ()
    assert len(paper.lines) == len(ITEMS)
    assert {line.akun for line in paper.lines} == {item.akun for item in ITEMS}
    assert balance(paper.lines).spending == 210 * MILLION
    assert balance(paper.lines).silpa == 0


def test_a_change_gives_before_and_after() -> None:
    paper = read(perubahan())
    assert paper.findings == ()
    assert paper.columns == (Column.AMOUNT, Column.BEFORE)
    assert balance(paper.lines, Column.BEFORE).income == 190 * MILLION
    assert balance(paper.lines).income == 200 * MILLION
    assert paper.titles.is_change


def test_a_realisation_gives_what_was_spent_and_until_when() -> None:
    paper = read(lra())
    assert set(codes(paper)) == {"same_line_twice"}
    assert balance(paper.lines, Column.REALISED).spending == 59_500_000 * 100
    assert paper.titles.as_of == date(2026, 6, 30)


def test_titles_tell_village_and_year_and_a_draft() -> None:
    titles = ("DRAFT", *TITLES)
    paper = read(penjabaran(titles=titles))
    assert (paper.titles.village, paper.titles.year) == ("SUMBERGEDANG", 2026)
    assert paper.titles.is_draft
    assert not read(penjabaran()).titles.is_draft


def test_header_and_footer_of_every_page_are_skipped_and_counted() -> None:
    rows = penjabaran()
    at = place(rows, "Belanja Modal Bahan") - 1
    page = [["Printed by Siskeudes 05/01/2026 09:12:44 Halaman 1"], *rows[4:7]]
    paper = read([*rows[:at], *page, *rows[at:]])
    assert len(paper.lines) == len(ITEMS)
    assert paper.skipped == {"footer": 1, "header": 2, "numbers": 1}


def test_a_name_broken_onto_a_second_row_is_put_together() -> None:
    rows = penjabaran()
    at = place(rows, "Belanja Modal Bahan")
    broken: Cells = [None, None, "untuk jalan Rajeg"]
    paper = read([*rows[:at], broken, *rows[at:]])
    assert [line.name for line in paper.lines if line.akun == "5.3.5.03"] == [
        "Belanja Modal Bahan Baku untuk jalan Rajeg"
    ]
    assert paper.skipped["wrapped"] == 1


def test_the_signature_below_is_no_budget() -> None:
    rows = [*penjabaran(), [None], [None] * 5 + ["Sumbergedang, 30 Desember 2025"]]
    paper = read([*rows, [None] * 5 + ["KEPALA DESA"]])
    assert paper.findings == ()
    assert paper.skipped["text"] == 2


def test_a_fund_each_makes_two_lines_of_one_account() -> None:
    lines = [line for line in read(penjabaran()).lines if line.kegiatan == "2.2.02"]
    assert [(line.funds, line.amount) for line in lines] == [
        (("ADD",), 26 * MILLION),
        (("PAD",), 11 * MILLION),
    ]


def test_a_sum_row_above_its_funds_is_no_line() -> None:
    rows = penjabaran()
    at = place(rows, "Belanja Perlengkapan Barang Konsumsi") - 1
    total: Cells = ["02.02.02", "5.2.1.06.", rows[at][2], None, None, "37.000.000,00", None]
    paper = read([*rows[:at], total, *rows[at:]])
    assert paper.findings == ()
    assert len(paper.lines) == len(ITEMS)


def test_several_funds_on_one_line_stay_together() -> None:
    rows = penjabaran()
    paper = read(put(rows, place(rows, "Belanja Modal Bahan"), FUND, "DDS, PBH"))
    assert ("DDS", "PBH") in {line.funds for line in paper.lines}
    assert paper.errors == []


@pytest.mark.parametrize("cell", [60000000, 60000000.0, NumberText("60000000"), "Rp 60.000.000,-"])
def test_number_cells_and_text_may_stand_in_one_column(cell: Cell) -> None:
    rows = penjabaran()
    assert read(put(rows, place(rows, "Belanja Modal Bahan"), AMOUNT, cell)).findings == ()


def test_a_lost_value_is_refused_at_its_cell() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    found = only(read(put(rows, row, AMOUNT, "########")), "money_lost")
    assert (found.cell, found.sheet, found.is_error) == (f"F{row}", "Anggaran", True)


@pytest.mark.parametrize(
    ("cell", "code"), [("1.5", "money_unreadable"), ("12.50", "money_ambiguous")]
)
def test_an_unclear_amount_is_refused_at_its_cell(cell: str, code: str) -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    assert only(read(put(rows, row, AMOUNT, cell)), code).cell == f"F{row}"


def test_spending_below_zero_is_refused() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    found = only(read(put(rows, row, AMOUNT, "(60.000.000,00)")), "money_negative")
    assert found.cell == f"F{row}"
    assert not found.is_keepable


def test_an_amount_of_another_habit_is_read_and_shown() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    paper = read(put(rows, row, AMOUNT, "60,000,000.00"))
    assert only(paper, "habit_broken").cell == f"F{row}"
    assert paper.errors == []


def test_an_empty_parent_is_no_error_and_an_empty_leaf_no_line() -> None:
    rows = penjabaran()
    paper = read(put(rows, place(rows, "Pengembangan Sistem"), AMOUNT, None))
    assert paper.findings == ()
    heading: Cells = ["03", None, "Bidang Pembinaan Kemasyarakatan Desa"]
    at = place(rows, "Bidang Pemberdayaan") - 1
    assert len(read([*rows[:at], heading, *rows[at:]]).lines) == len(ITEMS)


def test_zero_is_kept_as_a_line() -> None:
    items = (*ITEMS, Item("3.1.02", "5.2.1.09", "ADD", 0))
    paper = read(penjabaran(items))
    assert [line.amount for line in paper.lines if line.kegiatan == "3.1.02"] == [0]


def test_a_table_in_thousands_is_multiplied_and_said() -> None:
    rows = penjabaran(titles=(*TITLES, "(dalam ribuan rupiah)"))
    small = [[_thousands(cell) for cell in row] for row in rows]
    paper = read(small)
    assert "scaled" in codes(paper)
    assert "money_ambiguous" not in codes(paper)
    assert [line.amount for line in paper.lines if line.akun == "5.3.5.03"] == [60 * MILLION]


def _thousands(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.endswith(".000,00"):
        return int(cell.removesuffix(".000,00").replace(".", ""))
    return cell


def test_a_lone_dot_in_a_table_in_thousands_is_asked_about() -> None:
    rows = penjabaran(titles=(*TITLES, "(dalam ribuan rupiah)"))
    row = place(rows, "Belanja Modal Bahan")
    paper = read(put(rows, row, AMOUNT, "60.000"))
    assert only(paper, "money_ambiguous").cell == f"F{row}"


def test_a_letter_above_the_table_is_no_table() -> None:
    letter: list[Cells] = [[f"Kepada Yth. Camat, jumlah berkas {n}"] for n in range(12)]
    paper = read([*letter, *penjabaran()])
    assert paper.findings == ()
    assert len(paper.lines) == len(ITEMS)


def test_a_workbook_without_a_budget_is_refused() -> None:
    assert codes(read([["Nama", "Alamat"], ["Suwarni", "Sendi"]])) == ["no_table"]
    assert "no_lines" in codes(read([["Kode", "Uraian", "Anggaran"], [None, "kosong", None]]))


def test_sheets_that_complete_each_other_are_joined() -> None:
    rows = penjabaran()
    cut = place(rows, "BELANJA") - 1
    first, second = rows[:cut], [*rows[:7], *rows[cut:]]
    paper = read_paper(book(sheet(first, "Pendapatan"), sheet(second, "Belanja")))
    assert len(paper.lines) == len(ITEMS)
    assert paper.errors == []


def test_a_sheet_with_the_same_codes_again_is_left_out_and_said() -> None:
    paper = read_paper(book(sheet(penjabaran(), "Satu"), sheet(penjabaran(), "Dua")))
    assert len(paper.lines) == len(ITEMS)
    assert only(paper, "sheet_left_out").sheet == "Dua"


def test_hidden_parts_and_formula_errors_are_told() -> None:
    hidden = sheet(
        penjabaran(),
        hidden=True,
        hidden_columns=("C",),
        hidden_rows=(9,),
        errors=("F12",),
    )
    paper = read_paper(book(hidden))
    assert {"sheet_hidden", "column_hidden", "row_hidden", "cell_error"} <= set(codes(paper))
    assert only(paper, "cell_error").cell == "F12"


def test_a_table_per_fund_is_a_check_and_no_line() -> None:
    funds: list[Cells] = [
        ["REALISASI BELANJA PER SUMBER DANA"],
        ["NO", "KODE", "SUMBER DANA", "ANGGARAN", "REALISASI"],
        [1, "PAD", "Pendapatan Asli Desa", "20.000.000,00", "0,00"],
        [2, "DDS", "Dana Desa (APBN)", "110.000.000,00", "32.500.000,00"],
        [3, "ADD", "Alokasi Dana Desa", "80.000.000,00", "27.000.000,00"],
        ["JUMLAH", None, None, "210.000.000,00", "59.500.000,00"],
    ]
    good = read_paper(book(sheet(lra(), "LRA"), sheet(funds, "Per Sumber Dana")))
    assert "fund_table_differs" not in codes(good)
    wrong = put(funds, 4, 4, "32.000.000,00")
    bad = read_paper(book(sheet(lra(), "LRA"), sheet(wrong, "Per Sumber Dana")))
    assert {finding.sheet for finding in bad.findings if finding.is_error} == {"Per Sumber Dana"}
    assert len(bad.lines) == len(good.lines)


def test_columns_that_a_person_chose_go_before_the_guess() -> None:
    rows = penjabaran()
    layout = find_layout(sheet(rows))
    assert layout is not None
    roles = {**layout.roles, 5: Role.BEFORE}
    paper = read_paper(book(rows), {layout.signature: roles})
    assert paper.columns == (Column.BEFORE,)
    assert find_layout(sheet(penjabaran(titles=TITLES[:2]))).signature == layout.signature  # type: ignore[union-attr]


def test_a_retold_item_changes_its_line_only() -> None:
    changed = (replace(ITEMS[0], amount=21_000_000), *ITEMS[1:])
    before, after = read(penjabaran()).lines, read(penjabaran(changed)).lines
    assert [a.akun for b, a in zip(before, after, strict=True) if a != b] == ["4.1.2.01"]
