from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.servicelevels.rules.working_time import (
    NeverOpen,
    Period,
    WorkCalendar,
    add_working_minutes,
    promised_at,
    working_minutes,
)

WIB = ZoneInfo("Asia/Jakarta")
WEEK = (
    *(Period(day, time(8), time(15)) for day in range(4)),
    Period(4, time(8), time(11, 30)),
    Period(4, time(13), time(15)),
)
OFFICE = WorkCalendar(WIB, WEEK, {date(2026, 12, 25): "Hari Natal"})
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(
    lambda naive: naive.replace(tzinfo=UTC)
)


def wib(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=WIB)


@pytest.mark.parametrize(
    ("asked", "promised"),
    [
        (wib(24, 9, 12), wib(24, 15)),  # Tuesday morning: the same afternoon (journey J1)
        (wib(24, 13), wib(25, 15)),  # two hours before closing: the next working day
        (wib(23, 21, 40), wib(24, 15)),  # at night
        (wib(27, 12), wib(30, 15)),  # Friday noon, two hours left: Monday
        (wib(24, 9, month=12), wib(24, 15, month=12)),
        (wib(24, 14, month=12), wib(28, 15, month=12)),  # Christmas and a weekend between
    ],
)
def test_one_working_day_is_promised(asked: datetime, promised: datetime) -> None:
    assert promised_at(OFFICE, asked, 1, 180) == promised


def test_three_working_days_skip_the_weekend() -> None:
    assert promised_at(OFFICE, wib(26, 9), 3, 180) == wib(30, 15)


def test_pause_of_forty_minutes_over_closing_time_moves_into_the_next_day() -> None:
    assert add_working_minutes(OFFICE, wib(24, 15), 40) == wib(25, 8, 40)
    assert working_minutes(OFFICE, wib(24, 14, 50), wib(25, 8, 30)) == 40


def test_friday_prayer_is_not_working_time() -> None:
    assert working_minutes(OFFICE, wib(27, 11), wib(27, 14)) == 90


def test_fasting_month_hours_replace_the_usual_ones() -> None:
    fasting = Period(1, time(8), time(13), date(2026, 2, 18), date(2026, 3, 19))
    calendar = WorkCalendar(WIB, (*WEEK, fasting), {})
    assert [closes.hour for _, closes in calendar.windows(date(2026, 2, 24))] == [13]
    assert [closes.hour for _, closes in calendar.windows(date(2026, 3, 24))] == [15]


def test_calendar_without_hours_says_so() -> None:
    with pytest.raises(NeverOpen):
        promised_at(WorkCalendar(WIB, ()), wib(24, 9), 1, 0)


@given(moments, st.integers(0, 5000))
def test_adding_minutes_and_counting_them_agree(start: datetime, minutes: int) -> None:
    end = add_working_minutes(OFFICE, start, minutes)
    assert working_minutes(OFFICE, start, end) == pytest.approx(minutes)


@given(moments, st.integers(0, 3000), st.integers(0, 3000))
def test_counted_time_adds_up(start: datetime, first: int, second: int) -> None:
    middle = start + timedelta(minutes=first)
    end = middle + timedelta(minutes=second)
    whole = working_minutes(OFFICE, start, end)
    assert whole == pytest.approx(
        working_minutes(OFFICE, start, middle) + working_minutes(OFFICE, middle, end)
    )


@given(moments, st.integers(1, 20))
def test_promise_lies_ahead_within_opening_hours_and_grows_with_the_days(
    start: datetime, days: int
) -> None:
    promise = promised_at(OFFICE, start, days, 180)
    assert promise > start
    assert promise.hour == 15
    assert promise < promised_at(OFFICE, start, days + 1, 180)


def test_weekday_left_out_of_newer_hours_is_closed() -> None:
    day = date(2026, 11, 24)
    usual = tuple(Period(weekday, time(8), time(15)) for weekday in range(5))
    newer = (
        Period(0, time(8), time(12), valid_from=date(2026, 11, 1), valid_to=date(2026, 11, 30)),
    )
    calendar = WorkCalendar(ZoneInfo("Asia/Jakarta"), usual + newer)
    assert calendar.windows(day) == []
    assert len(calendar.windows(day.replace(day=23))) == 1
    assert len(calendar.windows(day.replace(month=12, day=1))) == 1
