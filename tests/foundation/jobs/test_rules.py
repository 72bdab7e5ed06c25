from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.jobs.exceptions import ChildFailed, TaskProblem
from desa.foundation.jobs.rules import LONGEST_RETRY, describe, next_run, retry_after

START = datetime(2026, 1, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("attempts", "seconds"), [(1, 5), (2, 15), (3, 45), (4, 135), (6, 1215), (7, 3600), (9, 3600)]
)
def test_retries_grow_apart_up_to_an_hour(attempts: int, seconds: int) -> None:
    assert retry_after(attempts) == timedelta(seconds=seconds)


@given(st.integers(min_value=1, max_value=100_000))
def test_retry_never_comes_sooner_than_the_one_before(attempts: int) -> None:
    assert retry_after(attempts) <= retry_after(attempts + 1) <= LONGEST_RETRY


@given(
    interval=st.integers(min_value=1, max_value=10**6),
    passed=st.integers(min_value=0, max_value=10**8),
)
def test_next_run_keeps_the_rhythm_and_lies_ahead(interval: int, passed: int) -> None:
    step, now = timedelta(seconds=interval), START + timedelta(seconds=passed)
    following = next_run(START, step, now)
    assert now < following <= now + step
    assert (following - START) % step == timedelta()


def test_next_run_of_a_clock_that_stepped_back_is_one_interval_on() -> None:
    day = timedelta(days=1)
    assert next_run(START, day, START - timedelta(days=3)) == START + day


def _raised(error: Exception) -> Exception:
    try:
        raise error
    except Exception as caught:
        return caught


def test_foreign_error_is_kept_as_class_and_place_only() -> None:
    text = describe(_raised(ValueError("Siti Contoh, NIK 3514990101010001")))
    assert text.startswith("ValueError: jobs/test_rules.py:")
    assert "Siti" not in text
    assert "3514" not in text


def test_error_never_raised_is_its_class() -> None:
    assert describe(KeyError("Siti")) == "KeyError"


@pytest.mark.parametrize("kind", [TaskProblem, ChildFailed])
def test_own_problem_keeps_its_words(kind: type[TaskProblem]) -> None:
    assert describe(_raised(kind("no seal"))) == f"{kind.__name__}: no seal"


def test_long_problem_is_cut() -> None:
    assert len(describe(TaskProblem("x" * 500))) == 200
