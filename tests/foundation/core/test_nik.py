import logging
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.nik import Kk, Nik, nik_warnings

RIZKY = "3514991708020001"
SITI = "3514994511810002"

sixteen_digits = st.from_regex(r"[0-9]{16}", fullmatch=True).filter(lambda text: text.strip("0"))


def warning_codes(nik: str, birth_date: date | None, sex: str | None) -> list[str]:
    return [warning.code for warning in nik_warnings(Nik(nik), birth_date, sex)]


@given(sixteen_digits)
def test_any_sixteen_digits_are_read_back(digits: str) -> None:
    assert Nik.parse(digits).digits == digits
    assert Kk.parse(digits).digits == digits


@pytest.mark.parametrize(
    "typed",
    [
        " 3514991708020001 ",
        "3514 9917 0802 0001",
        "351499.170802.0001",
        "351499-170802-0001",
        "'3514991708020001",
    ],
)
def test_separators_in_a_nik_are_forgiven(typed: str) -> None:
    assert Nik.parse(typed) == Nik(RIZKY)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("", "NIK belum diisi."),
        ("351499170802000", "NIK harus 16 angka. Yang Anda tulis baru 15."),
        ("35149917080200011", "NIK harus 16 angka. Yang Anda tulis ada 17."),
        ("351499170802000O", "NIK hanya boleh berisi angka. Periksa huruf O dan angka 0."),
        ("٣٥١٤٩٩١٧٠٨٠٢٠٠٠١", "NIK hanya boleh berisi angka. Periksa huruf O dan angka 0."),
        ("0000000000000000", "NIK tidak boleh nol semua. Kosongkan bila nomornya belum ada."),
    ],
)
def test_a_wrong_nik_says_what_is_wrong(typed: str, message: str) -> None:
    with pytest.raises(ValueProblem) as caught:
        Nik.parse(typed)
    assert str(caught.value) == message


@pytest.mark.parametrize("typed", ["3,51E+15", "3.51499E+15", "3E15", "'3,51e+15", RIZKY + ".0"])
def test_a_number_spoilt_by_excel_gets_the_advice_to_use_text(typed: str) -> None:
    with pytest.raises(ValueProblem, match="Text") as caught:
        Nik.parse(typed)
    assert caught.value.code == "excel_number"


def test_a_wrong_kk_is_called_by_its_name() -> None:
    with pytest.raises(ValueProblem, match=r"Nomor KK harus 16 angka\. Yang Anda tulis baru 3\."):
        Kk.parse("351")


def test_a_number_of_another_length_cannot_be_built() -> None:
    with pytest.raises(ValueProblem):
        Nik("351499")


@given(sixteen_digits)
def test_no_text_form_shows_more_than_four_digits(digits: str) -> None:
    nik = Nik(digits)
    for shown in (str(nik), repr(nik), f"{nik}", nik.masked, repr([nik])):
        assert digits[:4] + "•" * 12 in shown
        assert digits[4:] not in shown


def test_a_log_line_hides_the_nik(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("test").warning("Person %s %r", Nik(RIZKY), Kk(RIZKY))
    assert RIZKY[4:] not in caplog.text


def test_a_problem_survives_the_way_out_of_a_child_process() -> None:
    with pytest.raises(ValueProblem) as caught:
        Nik.parse("3514")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.code, copy.params, str(copy)) == (
        "too_short",
        caught.value.params,
        str(caught.value),
    )


def test_nik_and_kk_with_equal_digits_are_not_the_same() -> None:
    assert len({Nik(RIZKY), Kk(RIZKY)}) == 2
    assert len({Nik(RIZKY), Nik(RIZKY)}) == 1


def test_the_day_of_a_woman_is_read_without_forty() -> None:
    assert (Nik(SITI).is_female, Nik(SITI).birth_day) == (True, 5)
    assert (Nik(RIZKY).is_female, Nik(RIZKY).birth_day) == (False, 17)
    assert not Nik("3514994008020001").is_female


def test_an_agreeing_nik_has_no_warnings() -> None:
    assert nik_warnings(Nik(RIZKY), date(2002, 8, 17), "L") == ()
    assert nik_warnings(Nik(SITI), date(1981, 11, 5), "P") == ()
    assert nik_warnings(Nik(SITI), None, None) == ()


def test_a_disagreeing_nik_only_warns() -> None:
    assert warning_codes(RIZKY, date(2002, 8, 18), "P") == ["birth_date", "sex"]
    assert warning_codes("3514991708020000", date(2002, 8, 17), "L") == ["serial"]


@pytest.mark.parametrize("day_month", ["0008", "3208", "4008", "7208", "1700", "1713"])
def test_an_impossible_day_or_month_warns(day_month: str) -> None:
    assert "impossible_date" in warning_codes(f"351499{day_month}020001", None, None)


@pytest.mark.parametrize("day_month", ["0101", "3112", "4101", "7112"])
def test_the_first_and_last_days_are_possible(day_month: str) -> None:
    assert warning_codes(f"351499{day_month}020001", None, None) == []


def test_a_temporary_nik_is_allowed_and_named() -> None:
    temporary = "0351499000000001"
    assert Nik.parse(temporary).is_temporary
    assert not Nik(RIZKY).is_temporary
    assert warning_codes(temporary, date(2002, 8, 17), "P") == ["temporary"]
    assert "sementara" in str(nik_warnings(Nik(temporary), None, None)[0])
