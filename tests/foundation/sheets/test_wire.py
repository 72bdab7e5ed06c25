from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.sheets.engine.wire import dump, encode, load
from desa.foundation.sheets.rules.workbook import NumberText

BEFORE_ID = 10**9 - 1


def travelled(value: object) -> object:
    """What arrives at our side of a value that calamine gave to the child."""
    return load(dump([value if isinstance(value, str) else encode(value)]))[0]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_arrives_unchanged(text: str) -> None:
    assert travelled(text) == text


@given(st.dates())
def test_every_date_arrives_unchanged(day: date) -> None:
    arrived = travelled(day)
    assert arrived == day
    assert type(arrived) is date


@given(st.datetimes())
def test_every_moment_arrives_unchanged(moment: datetime) -> None:
    assert travelled(moment) == moment


@given(st.integers(-BEFORE_ID, BEFORE_ID))
def test_small_whole_numbers_arrive_as_int_even_when_excel_held_a_float(number: int) -> None:
    for held in (number, float(number)):
        arrived = travelled(held)
        assert arrived == number
        assert type(arrived) is int


@given(st.integers(10**9, 2**53))
def test_long_numbers_keep_every_digit_and_say_that_they_were_numbers(number: int) -> None:
    for held in (number, float(number)):
        arrived = travelled(held)
        assert arrived == str(number)
        assert isinstance(arrived, NumberText)


@given(st.floats(allow_nan=False, allow_infinity=False).filter(lambda x: not x.is_integer()))
def test_broken_numbers_arrive_unchanged(number: float) -> None:
    assert travelled(number) == number


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_arrives_as_nothing(number: float) -> None:
    assert travelled(number) is None


@pytest.mark.parametrize("value", [True, False])
def test_truth_stays_truth(value: bool) -> None:
    assert travelled(value) is value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (time(8, 5), "08:05"),
        (time(8, 5, 9), "08:05:09"),
        (timedelta(hours=30, minutes=4), "30:04"),
        (timedelta(seconds=61), "00:01:01"),
    ],
)
def test_a_time_of_day_is_a_text(value: object, text: str) -> None:
    assert travelled(value) == text


def test_a_text_that_looks_like_the_wires_own_marks_stays_text() -> None:
    for text in ('{"n":"1"}', '{"d":"2026-01-01"}', "null", "[]"):
        assert travelled(text) == text


def test_half_a_character_does_not_stop_the_reading() -> None:
    assert load(dump(["nama \ud800"])) == ["nama ?"]


def test_a_moment_with_a_zone_keeps_it() -> None:
    moment = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    assert travelled(moment) == moment
