from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.papers.rules.numbering import DEFAULT_FORMAT, compose, validate_format

DAY = date(2026, 11, 24)


def _compose(text: str, number: int = 7, day: date = DAY) -> str:
    return compose(text, number=number, classification="470", village_code="35.14.11.2009", day=day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DEFAULT_FORMAT, "470/007/35.14.11.2009/2026"),
        ("{klasifikasi}/{nomor}/{bulan_romawi}/{tahun}", "470/7/XI/2026"),
        ("{nomor:4}.Ket/{kode_desa}/{tahun}", "0007.Ket/35.14.11.2009/2026"),
    ],
)
def test_number_is_composed(text: str, expected: str) -> None:
    assert _compose(text) == expected


def test_number_wider_than_its_zeros_is_not_cut() -> None:
    assert _compose("{nomor:3}/{tahun}", number=12345) == "12345/2026"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{klasifikasi}/{tahun}", "no_number"),
        ("{nomor}/{nomor:3}/{tahun}", "no_number"),
        ("{nomor}/{kode_desa}", "no_year"),
        ("{nomor}/{bulan}/{tahun}", "unknown"),
        ("{nomor:9}/{tahun}", "too_wide"),
        ("{nomor}/{tahun}<b>", "characters"),
        ("{nomor}/{tahun", "no_year"),
        ("{nomor}/{tahun}" + "/" * 80, "too_long"),
    ],
)
def test_bad_format_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(ValueProblem) as refused:
        validate_format(text)
    assert refused.value.code == code
    assert str(refused.value)


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.integers(1, 6))
def test_different_numbers_never_look_the_same(one: int, other: int, width: int) -> None:
    text = f"{{nomor:{width}}}/{{tahun}}"
    assert (_compose(text, one) == _compose(text, other)) == (one == other)


@given(st.dates(date(2020, 1, 1), date(2099, 12, 31)))
def test_every_month_has_its_roman_number(day: date) -> None:
    months = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
    text = _compose("{nomor}/{bulan_romawi}/{tahun}", day=day)
    assert months.index(text.split("/")[1]) + 1 == day.month
