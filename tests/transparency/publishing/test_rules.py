"""Expiry and order are arithmetic: tried with any day and hour."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.publishing.enums import NoticeKind
from desa.transparency.publishing.rules.agenda import (
    LONGEST,
    OPEN_END,
    coming,
    is_over,
    is_possible,
    moments,
)
from desa.transparency.publishing.rules.expiry import (
    STAYS,
    is_running,
    latest_end,
    may_end,
    usual_end,
)

DAYS = st.dates(date(2026, 1, 1), date(2090, 12, 31))
KINDS = st.sampled_from(list(NoticeKind))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
ZONES = st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])


@dataclass(frozen=True)
class Happening:
    begins_at: datetime
    ends_at: datetime


HAPPENINGS = st.builds(
    lambda begins, minutes: Happening(begins, begins + timedelta(minutes=minutes)),
    MOMENTS,
    st.integers(1, 60 * 24 * 60),
)


def test_announcement_stays_two_weeks_unless_said_otherwise() -> None:
    assert usual_end(NoticeKind.ANNOUNCEMENT, date(2026, 11, 24)) == date(2026, 12, 8)
    assert usual_end(NoticeKind.NEWS, date(2026, 11, 24)) == date(2027, 2, 22)


@given(KINDS, DAYS)
def test_usual_and_longest_stay_are_allowed_and_one_day_more_is_not(
    kind: NoticeKind, day: date
) -> None:
    assert may_end(kind, day, usual_end(kind, day))
    assert may_end(kind, day, latest_end(kind, day))
    assert not may_end(kind, day, latest_end(kind, day) + timedelta(days=1))
    assert not may_end(kind, day, day - timedelta(days=1))


@given(KINDS, DAYS, st.integers(-500, 500))
def test_every_notice_leaves_the_pages(kind: NoticeKind, day: date, days: int) -> None:
    ends_on = day + timedelta(days=days)
    if may_end(kind, day, ends_on):
        assert is_running(ends_on, day)
        assert not is_running(ends_on, day + timedelta(days=STAYS[kind].longest + 1))


@given(st.lists(HAPPENINGS, max_size=20), MOMENTS)
def test_agenda_shows_all_that_is_not_over_in_order(
    happenings: list[Happening], now: datetime
) -> None:
    shown = coming(happenings, now)
    assert all(not is_over(one, now) for one in shown)
    assert len(shown) == sum(one.ends_at > now for one in happenings)
    assert shown == sorted(shown, key=lambda one: (one.begins_at, one.ends_at))
    assert coming(list(reversed(happenings)), now) == shown


@given(DAYS, st.times(), ZONES)
def test_event_without_an_end_lasts_a_few_hours(day: date, begins: time, zone: str) -> None:
    first, last = moments(ZoneInfo(zone), day, begins, None, None)
    assert last - first == OPEN_END
    assert first.date() == day
    assert is_possible(first, last)


@given(DAYS, st.times(), st.times(), st.integers(0, 90))
def test_event_ends_after_it_begins_and_not_much_later(
    day: date, begins: time, ends: time, more_days: int
) -> None:
    first, last = moments(
        ZoneInfo("Asia/Jakarta"), day, begins, day + timedelta(days=more_days), ends
    )
    assert is_possible(first, last) == (timedelta(0) < last - first <= LONGEST)
