"""The rules of asking and sleeping hold on every day of every calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.marketplace.rules.pulse import (
    asks_on,
    falls_asleep,
    is_due,
    sleeps_on,
)

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SPANS = st.integers(0, 400)


@given(DAYS, SPANS)
def test_seller_is_asked_from_the_thirtieth_day_on(heard: date, span: int) -> None:
    assert is_due(heard, None, heard + timedelta(days=span)) is (span >= 30)


@given(DAYS, DAYS, DAYS)
def test_open_question_is_never_repeated(heard: date, asked: date, today: date) -> None:
    assert not is_due(heard, asked, today)


@given(DAYS, SPANS)
def test_silence_of_fourteen_days_puts_to_sleep_and_no_day_less(asked: date, span: int) -> None:
    assert falls_asleep(asked, asked + timedelta(days=span)) is (span >= 14)


@given(DAYS)
def test_nobody_sleeps_without_a_question(today: date) -> None:
    assert not falls_asleep(None, today)


@given(DAYS, st.lists(st.sampled_from(["day", "week", "answer"]), max_size=40))
def test_card_sleeps_only_after_a_question_that_stayed_unanswered(
    start: date, walk: list[str]
) -> None:
    """Any history of days passing and answers given, walked as the daily round would."""
    today, heard, asked, asleep = start, start, None, False
    for step in walk:
        if step == "answer":
            heard, asked, asleep = today, None, False
            continue
        for _day in range(1 if step == "day" else 7):
            today += timedelta(days=1)
            if not asleep and falls_asleep(asked, today):
                assert asked is not None
                assert (today - asked).days == 14
                assert (today - heard).days == 44
                asked, asleep = None, True
            elif not asleep and is_due(heard, asked, today):
                asked = today
        assert asleep is (today >= sleeps_on(asks_on(heard)))
