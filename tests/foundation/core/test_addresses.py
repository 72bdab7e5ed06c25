import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.addresses import RtRw, parse_rt_rw_number
from desa.foundation.core.values.errors import ValueProblem

numbers = st.none() | st.integers(1, 999).map(lambda number: f"{number:03}")


@pytest.mark.parametrize("typed", ["1", "01", "001", "RT 1", "rt.001", "RW: 1", " RT001 "])
def test_a_number_has_three_digits(typed: str) -> None:
    assert parse_rt_rw_number(typed) == "001"


@pytest.mark.parametrize("typed", ["", " ", "-", "--", "0", "000", "RT -", "RW 0"])
def test_a_dash_or_zeros_mean_unknown(typed: str) -> None:
    assert parse_rt_rw_number(typed) is None


@pytest.mark.parametrize("typed", ["1234", "A", "RT 1A", "1/2"])
def test_a_wrong_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem, match="003"):
        parse_rt_rw_number(typed)


@given(numbers, numbers)
def test_what_is_shown_can_be_typed_again(rt: str | None, rw: str | None) -> None:
    assert RtRw.parse(str(RtRw(rt, rw))) == RtRw(rt, rw)


@pytest.mark.parametrize(
    "typed", ["3/1", "003/001", "RT 3 RW 1", "RT.003/RW.001", "rt 3 / rw 1", "3 rw 1"]
)
def test_both_numbers_in_one_text(typed: str) -> None:
    assert RtRw.parse(typed) == RtRw("003", "001")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("RT 3 RW 1", "RT 003/RW 001"),
        ("3/-", "RT 003"),
        ("-/1", "RW 001"),
        ("-/-", ""),
        ("", ""),
        ("7", "RT 007"),
    ],
)
def test_an_unknown_number_is_left_out(typed: str, shown: str) -> None:
    assert str(RtRw.parse(typed)) == shown


@pytest.mark.parametrize("typed", ["1234/001", "RT satu", "1/2/3"])
def test_a_wrong_pair_is_refused(typed: str) -> None:
    with pytest.raises(ValueProblem):
        RtRw.parse(typed)
