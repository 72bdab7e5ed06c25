"""Ages, competence, first requests, bursts, active dusun and weeks at work."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.literacy.enums import AgeBand
from desa.empowerment.literacy.rules.ages import band_of, band_on
from desa.empowerment.literacy.rules.bursts import hurried
from desa.empowerment.literacy.rules.competence import LASTS, Observed, able
from desa.empowerment.literacy.rules.hamlets import active
from desa.empowerment.literacy.rules.independence import Request, first_alone
from desa.empowerment.literacy.rules.weeks import weeks_at_work

DAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (12, None), (13, AgeBand.TEENS), (18, AgeBand.TEENS), (19, AgeBand.YOUNG),
        (34, AgeBand.YOUNG), (35, AgeBand.MIDDLE), (54, AgeBand.MIDDLE), (55, AgeBand.ELDER),
        (101, AgeBand.ELDER),
    ],
)  # fmt: skip
def test_bands_are_those_of_the_national_survey(age: int, band: AgeBand | None) -> None:
    assert band_of(age) == band


def test_band_changes_on_the_birthday() -> None:
    born = date(1971, 11, 24)
    assert band_on(born, DAY - timedelta(days=1)) == AgeBand.MIDDLE
    assert band_on(born, DAY) == AgeBand.ELDER


def _seen(person: int, days_ago: int, *, passed: bool = True, order: int = 0) -> Observed:
    return Observed("cadangan", person, DAY - timedelta(days=days_ago), order, passed)


def test_last_observation_decides() -> None:
    assert able([_seen(1, 30), _seen(1, 10, passed=False)], DAY) == {}
    assert able([_seen(1, 30, passed=False), _seen(1, 10)], DAY) == {"cadangan": frozenset({1})}


def test_of_one_day_the_later_one_decides() -> None:
    rows = [_seen(1, 5, order=2, passed=False), _seen(1, 5, order=1)]
    assert able(rows, DAY) == {}


def test_what_was_seen_too_long_ago_or_later_does_not_count() -> None:
    assert able([_seen(1, LASTS.days)], DAY) == {"cadangan": frozenset({1})}
    assert able([_seen(1, LASTS.days + 1)], DAY) == {}
    assert able([_seen(1, -1)], DAY) == {}


def test_first_request_alone_is_after_the_beginning_and_the_earliest() -> None:
    before, first, later = (NOON + timedelta(days=days) for days in (-1, 3, 9))
    requests = [
        Request(1, later, alone=True),
        Request(1, before, alone=True),
        Request(1, first, alone=True),
        Request(2, first, alone=False),
        Request(3, first, alone=True),
    ]
    assert first_alone({1: NOON, 2: NOON}, requests) == {1: first}


def test_request_at_the_very_moment_of_the_class_is_no_fruit_of_it() -> None:
    assert first_alone({1: NOON}, [Request(1, NOON, alone=True)]) == {}


def test_four_notes_in_ten_minutes_are_hurried_three_are_not() -> None:
    notes = [(number, NOON + timedelta(minutes=3 * number)) for number in range(4)]
    assert hurried(notes) == {0, 1, 2, 3}
    assert hurried(notes[:3]) == frozenset()
    assert hurried([(key, at + timedelta(hours=key)) for key, at in notes]) == frozenset()


@given(st.lists(st.integers(0, 600), max_size=12))
def test_hurried_does_not_depend_on_the_order_of_notes(minutes: list[int]) -> None:
    notes = [(key, NOON + timedelta(minutes=minute)) for key, minute in enumerate(minutes)]
    assert hurried(notes) == hurried(reversed(notes))


def test_two_helps_of_one_cadre_make_a_dusun_active() -> None:
    """One each of two cadres do not."""
    assert active([(1, 10), (1, 10), (2, 20), (3, 20)]) == {10}


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4))))
def test_another_help_never_makes_a_dusun_idle(pairs: list[tuple[int, int]]) -> None:
    assert active(pairs) <= active([*pairs, (1, 1)])


def test_weeks_count_once_each_and_only_the_last_four() -> None:
    acts = [
        (1, NOON - timedelta(days=days)) for days in (0, 1, 6, 7, 13, 20, 27)
    ] + [(2, NOON - timedelta(days=28)), (2, NOON + timedelta(seconds=1))]  # fmt: skip
    assert weeks_at_work(acts, NOON) == {1: 4}


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(-10, 40)), max_size=30))
def test_nobody_works_more_than_four_weeks_of_four(acts: list[tuple[int, int]]) -> None:
    moments = [(person, NOON - timedelta(days=days)) for person, days in acts]
    assert all(1 <= weeks <= 4 for weeks in weeks_at_work(moments, NOON).values())
