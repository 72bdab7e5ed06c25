from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.numbers import Number, format_number, format_percent


@given(st.integers(-(10**18), 10**18))
def test_thousands_are_only_dots_between_the_digits(number: int) -> None:
    assert int(format_number(number).replace(".", "")) == number


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (1250, 0, "1.250"),
        (1234567.5, 1, "1.234.567,5"),
        (Decimal("0.005"), 2, "0,01"),
        (2.675, 2, "2,68"),
        (-0.04, 1, "0,0"),
        (-1250, 0, "-1.250"),
    ],
)
def test_numbers_are_written_the_indonesian_way(value: Number, decimals: int, shown: str) -> None:
    assert format_number(value, decimals) == shown


def test_english_pages_have_english_numbers() -> None:
    assert format_number(1250.5, 1, "en") == "1,250.5"
    assert format_percent(44.2, language="en") == "44.2 %"


def test_a_percentage_has_a_decimal_comma() -> None:
    assert format_percent(44.25) == "44,3 %"
    assert format_percent(100, 0) == "100 %"
