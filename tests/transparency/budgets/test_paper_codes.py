"""Codes as papers print them, in whole tables."""

from datetime import datetime

from desa.transparency.budgets.rules.findings import Finding
from desa.transparency.budgets.rules.paper import Paper, read_paper
from tests.transparency.budgets.papers import ITEMS, Cells, book, penjabaran, place, put


def read(rows: list[Cells]) -> Paper:
    return read_paper(book(rows))


def codes(paper: Paper) -> list[str]:
    return [finding.code for finding in paper.findings]


def only(paper: Paper, code: str) -> Finding:
    (found,) = (finding for finding in paper.findings if finding.code == code)
    return found


def test_section_numbers_are_headings_and_no_assets() -> None:
    rows = penjabaran()
    for number, name in (("1.", "PENDAPATAN"), ("2.", "BELANJA"), ("3.", "PEMBIAYAAN")):
        rows = put(rows, place(rows, name), 1, number)
    paper = read(rows)
    assert paper.findings == ()
    assert len(paper.lines) == len(ITEMS)


def test_codes_may_stand_in_one_column() -> None:
    rows = [
        ["Kode", "Uraian", "Anggaran", "Sumber Dana"],
        *([row[1] or row[0], row[2], row[5], row[6]] for row in map(_wide, penjabaran()[7:])),
    ]
    lines = {(line.kegiatan, line.akun, line.amount) for line in read(rows).lines}
    assert lines == {(line.kegiatan, line.akun, line.amount) for line in read(penjabaran()).lines}


def _wide(row: Cells) -> Cells:
    """Seven cells, and the label of a sum in the column of names."""
    cells = [*row, *[None] * (7 - len(row))]
    if isinstance(cells[0], str) and cells[0][0].isalpha():
        return [None, None, cells[0], *cells[3:]]
    return cells


def test_both_codes_may_stand_in_one_cell() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    rows = put(put(rows, row, 0, "5.3.5.03. [02.03.11]"), row, 1, None)
    assert read(rows).findings == ()


def test_a_code_may_be_spread_over_narrow_cells() -> None:
    head: Cells = [
        "Kode Rekening",
        None,
        None,
        None,
        None,
        None,
        None,
        "Uraian",
        "Anggaran",
        "Sumber Dana",
    ]
    rows = [head, *(_narrow(row) for row in map(_wide, penjabaran()[7:]))]
    paper = read(rows)
    assert {(x.kegiatan, x.akun) for x in paper.lines} == {
        (item.kegiatan, item.akun) for item in ITEMS
    }
    assert paper.errors == []


def _narrow(row: Cells) -> Cells:
    work = str(row[0]).split(".") if row[0] else []
    account = str(row[1]).strip(".").split(".") if row[1] else []
    cells: Cells = [*work, *[None] * (3 - len(work)), *account, *[None] * (4 - len(account))]
    return [*cells, row[2], row[5], row[6]]


def test_the_villages_own_part_of_a_code_goes() -> None:
    rows = penjabaran()
    changed = [
        [f"04.2009.{row[0]}", *row[1:]] if row[0] and str(row[0])[0] == "0" else row for row in rows
    ]
    assert {line.kegiatan for line in read(changed).lines} == {
        line.kegiatan for line in read(rows).lines
    }


def test_a_code_that_became_a_date_is_undone_where_the_name_agrees() -> None:
    rows = penjabaran()
    row = place(rows, "Pengembangan Sistem Informasi Desa")
    paper = read(put(rows, row, 0, datetime(2008, 4, 1)))
    assert only(paper, "code_was_date").cell == f"A{row}"
    assert paper.errors == []
    other = put(put(rows, row, 0, datetime(2008, 4, 1)), row, 2, "Pekerjaan lain sama sekali")
    assert "code_unreadable" in codes(read(other))


def test_a_number_cell_that_lost_its_zero_is_asked_about() -> None:
    rows = penjabaran()
    at = place(rows, "Bidang Pemberdayaan") - 1
    extra: list[Cells] = [
        [4.1, None, "Sub bidang satu", None, None, "0,00"],
        [4.1, None, "Sub bidang sepuluh", None, None, "0,00"],
    ]
    assert only(read([*rows[:at], *extra, *rows[at:]]), "code_lost").cell == f"A{at + 2}"


def test_a_bidang_printed_below_five_is_known_by_its_name() -> None:
    head: Cells = ["Kode", "Uraian", "Anggaran"]
    rows: list[Cells] = [
        head,
        ["5.", "BELANJA", "48.000.000,00"],
        ["5.1", "Bidang Penyelenggaraan Pemerintahan Desa", "48.000.000,00"],
        [
            "5.1.1",
            "Penyelenggaraan Belanja Penghasilan Tetap, Tunjangan dan Operasional",
            "48.000.000,00",
        ],
        ["5.1.1.01", "Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa", "48.000.000,00"],
    ]
    paper = read(rows)
    assert [line.kegiatan for line in paper.lines] == ["1.1.01"]
    assert "bidang_by_name" in codes(paper)


def test_local_codes_keep_the_name_of_the_paper() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    rows = put(put(rows, row, 1, "5.3.5.91."), row, 2, "Belanja Modal Batu Kali")
    paper = read(rows)
    assert paper.findings == ()
    assert paper.names["akun", "5.3.5.91"] == "Belanja Modal Batu Kali"


def test_an_unknown_code_and_another_name_are_shown_not_corrected() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    assert "code_unknown" in codes(read(put(rows, row, 1, "5.3.5.44.")))
    renamed = read(put(rows, row, 2, "Gaji dan honor panitia lomba"))
    assert only(renamed, "name_differs").row == row
    assert renamed.errors == []


def test_an_amount_without_a_code_is_refused() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    found = only(read(put(put(rows, row, 0, None), row, 1, None)), "code_missing")
    assert (found.row, found.is_error) == (row, True)


def test_a_broken_code_is_refused_at_its_cell() -> None:
    rows = penjabaran()
    row = place(rows, "Belanja Modal Bahan")
    assert only(read(put(rows, row, 1, "5.x.5")), "code_unreadable").row == row
