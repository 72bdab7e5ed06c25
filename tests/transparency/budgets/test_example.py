from desa.transparency.budgets.rules.example import (
    example_lines,
    example_semester,
    example_year_before,
)
from desa.transparency.budgets.rules.lines import Column, balance
from desa.transparency.budgets.rules.tables import akun_names, is_local, kegiatan_names, name_of

MILLION = 100_000_000  # in sen


def test_example_budget_ends_at_zero_with_the_known_totals() -> None:
    sums = balance(example_lines())
    assert (sums.income, sums.spending, sums.netto) == (919 * MILLION, 934 * MILLION, 15 * MILLION)
    assert sums.silpa == 0
    assert all(line.realised is None for line in example_lines())


def test_example_semester_has_the_known_realisation() -> None:
    sums = balance(example_semester(), Column.REALISED)
    assert sums.spending == 41_261_750_000
    assert sums.silpa == 11_340_575_037


def test_example_year_before_leaves_what_this_year_begins_with() -> None:
    lines = example_year_before()
    assert balance(lines).silpa == 0
    assert balance(lines, Column.REALISED).silpa == balance(example_lines()).receipts
    assert all(0 <= (line.realised or 0) <= line.amount for line in lines)


def test_every_example_line_has_a_known_code_and_a_name() -> None:
    for line in example_lines():
        assert line.name == name_of(line.akun, akun_names()) != ""
        assert not line.kegiatan or line.kegiatan in kegiatan_names()


def test_code_lists_hold_every_code_of_the_annex() -> None:
    bidang = [code for code in kegiatan_names() if "." not in code]
    assert bidang == ["1", "2", "3", "4", "5"]
    assert {"4", "4.1", "4.1.1.01", "5.4.1.01", "6.2.9", "7"} <= set(akun_names())
    assert kegiatan_names()["2.3.11"]
    assert kegiatan_names()["1.1.90"]


def test_local_codes_are_told_from_national_ones() -> None:
    assert is_local("1.1.90")
    assert is_local("5.2.2.99")
    assert not is_local("1.1.09")
    assert not is_local("4.2.1.90-99")
    assert name_of("5.2.2.97", akun_names()) == ""
