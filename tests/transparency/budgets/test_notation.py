import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.budgets.rules import notation
from desa.transparency.budgets.rules.funds import FUNDS, is_fund, read_funds
from desa.transparency.budgets.rules.names import alike, any_alike
from desa.transparency.budgets.rules.notation import CodeProblem
from desa.transparency.budgets.rules.tables import akun_names, kegiatan_names


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("4.", "4"),
        ("4.1.", "4.1"),
        ("4.1.2.", "4.1.2"),
        ("4.1.2.01.", "4.1.2.01"),
        ("4.1.2.1", "4.1.2.01"),
        (" 5.2.1.05 ", "5.2.1.05"),
        ("5.2.2.90", "5.2.2.90"),
        ("6 . 1 . 1", "6.1.1"),
    ],
)
def test_an_account_has_one_spelling(printed: str, stored: str) -> None:
    assert notation.akun(printed) == stored


@pytest.mark.parametrize(
    ("printed", "stored"),
    [
        ("01", "1"),
        ("01.01", "1.1"),
        ("01.01.01", "1.1.01"),
        ("01.01.01.", "1.1.01"),
        ("1.1.1", "1.1.01"),
        ("2.4.14", "2.4.14"),
        ("1.1.01", "1.1.01"),
        ("1.1.90", "1.1.90"),
        ("04.2002.01.01.01.", "1.1.01"),
        ("04.2002.02.", "2"),
        ("5.3.00", "5.3.00"),
        ("05.03.01", "5.3.00"),
        ("5.3.0", "5.3.00"),
    ],
)
def test_a_kegiatan_has_one_spelling(printed: str, stored: str) -> None:
    assert notation.kegiatan(printed) == stored


@pytest.mark.parametrize(
    "text", ["", ".", "a.b", "6.1.01", "0.1", "1.1.1.1.1", "1.1.001x", "1.1.123"]
)
def test_a_text_that_is_no_kegiatan_is_refused(text: str) -> None:
    with pytest.raises(CodeProblem):
        notation.kegiatan(text)


@pytest.mark.parametrize(
    "text", ["", "1.1", "7.1", "4.10", "4.1.22", "5.2.1.123", "5.1.1.1.1.1", "x"]
)
def test_a_text_that_is_no_account_is_refused(text: str) -> None:
    with pytest.raises(CodeProblem):
        notation.akun(text)


def test_both_codes_in_one_cell_are_parted() -> None:
    assert notation.split_bracketed("5.1.1.01. [01.01.01]") == ("5.1.1.01.", "01.01.01")
    assert notation.split_bracketed("5.1.1.01.") is None


@given(st.sampled_from([code for code in kegiatan_names() if "-" not in code]))
def test_every_known_kegiatan_survives_being_printed_with_zeros(code: str) -> None:
    printed = ".".join(piece.zfill(2) for piece in code.split(".")) + "."
    assert notation.kegiatan(printed) == notation.kegiatan(code) == code


@given(st.sampled_from([code for code in akun_names() if code[0] in "456" and "-" not in code]))
def test_every_known_account_survives_an_ending_dot(code: str) -> None:
    assert notation.akun(f"{code}.") == code


@pytest.mark.parametrize(
    ("printed", "funds"),
    [
        ("DDS", ("DDS",)),
        ("dana desa", ("DDS",)),
        ("DD-APBN", ("DDS",)),
        ("ADD, PBH", ("ADD", "PBH")),
        ("ADD+DLL+PAD", ("ADD", "DLL", "PAD")),
        ("DANA DESA + PBH", ("DDS", "PBH")),
        ("BAN-PROV", ("PBP",)),
        ("Pades", ("PAD",)),
        ("CSR Pabrik", ("CSR PABRIK",)),
        ("", ()),
        ("ADD / ADD", ("ADD",)),
    ],
)
def test_funds_have_one_short_code(printed: str, funds: tuple[str, ...]) -> None:
    assert read_funds(printed) == funds


def test_every_spelling_of_a_fund_belongs_to_one_code() -> None:
    spellings = [spelling for group in FUNDS.values() for spelling in group]
    assert len(spellings) == len(set(spellings))
    assert is_fund("Dana  Desa")
    assert not is_fund("Belanja Desa")


def test_names_are_compared_loosely() -> None:
    assert alike("Penyelenggaran Musyawarah", "Penyelenggaraan Musyawarah")
    assert alike("PENDAPATAN ASLI DESA", "Pendapatan Asli Desa")
    assert alike("Penyediaan sarana", "Penyediaan sarana (aset tetap) perkantoran/pemerintahan")
    assert any_alike("Belanja Tak Terduga", ("Belanja Tidak Terduga",))
    assert not alike("Belanja Jasa Honorarium", "Pengelolaan Tanah Kas Desa")
