from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.readiness.rules.standing import (
    SCORED,
    Cadence,
    Status,
    aged,
    combined,
    indicative,
    of_cell,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("cadence", "days"),
    [
        (Cadence.OPERATIONAL, 45),
        (Cadence.PULSE, 120),
        (Cadence.SURVEY, 400),
        (Cadence.RUBRIC, 200),
    ],
)
def test_value_grows_stale_the_day_after_its_greatest_age(cadence: Cadence, days: int) -> None:
    last = TODAY - timedelta(days=days)
    assert aged(Status.MEASURED, last, TODAY, cadence) is Status.MEASURED
    assert aged(Status.MEASURED, last - timedelta(days=1), TODAY, cadence) is Status.STALE


def test_cut_off_that_has_not_come_is_refused() -> None:
    with pytest.raises(ValueError, match="lies after"):
        aged(Status.MEASURED, TODAY + timedelta(days=1), TODAY, Cadence.SURVEY)


def test_what_is_not_known_does_not_become_stale() -> None:
    assert aged(Status.NO_DATA, date(2020, 1, 1), TODAY, Cadence.SURVEY) is Status.NO_DATA


@pytest.mark.parametrize(
    ("n", "status", "hint"),
    [
        (0, Status.HIDDEN, False),
        (9, Status.HIDDEN, False),
        (10, Status.MEASURED, True),
        (29, Status.MEASURED, True),
        (30, Status.MEASURED, False),
    ],
)
def test_small_cells(n: int, status: Status, hint: bool) -> None:
    assert (of_cell(n, Status.MEASURED), indicative(n)) == (status, hint)


def test_small_cell_without_data_still_says_no_data() -> None:
    assert of_cell(3, Status.NO_DATA) is Status.NO_DATA


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], Status.NO_DATA),
        ([Status.NOT_APPLICABLE], Status.NOT_APPLICABLE),
        ([Status.MEASURED, Status.NOT_APPLICABLE], Status.MEASURED),
        ([Status.MEASURED, Status.ESTIMATED], Status.ESTIMATED),
        ([Status.MEASURED, Status.FROM_DOCUMENTS, Status.ESTIMATED], Status.FROM_DOCUMENTS),
        ([Status.MEASURED, Status.NO_DATA], Status.NO_DATA),
        ([Status.STALE, Status.HIDDEN], Status.HIDDEN),
        ([Status.QUALITATIVE, Status.MEASURED], Status.QUALITATIVE),
    ],
)
def test_parts_that_must_all_be_known(parts: list[Status], whole: Status) -> None:
    assert combined(parts) is whole


@given(st.lists(st.sampled_from(Status)))
def test_a_part_without_a_number_never_vanishes(parts: list[Status]) -> None:
    lacking = set(parts) - SCORED - {Status.NOT_APPLICABLE}
    assert (combined(parts) in SCORED) == bool(not lacking and set(parts) & SCORED)
