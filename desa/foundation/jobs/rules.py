"""When a job is tried again, when a schedule is due next, and what is kept of an error."""

from datetime import datetime, timedelta
from pathlib import PurePath
from traceback import walk_tb

from desa.foundation.jobs.exceptions import TaskProblem

FIRST_RETRY = timedelta(seconds=5)
LONGEST_RETRY = timedelta(hours=1)
ERROR_LENGTH = 200


def retry_after(attempts: int) -> timedelta:
    """5 s, 15 s, 45 s ... at most an hour, after `attempts` failures (1 or more)."""
    growth: int = 3 ** min(attempts - 1, 12)
    return min(FIRST_RETRY * growth, LONGEST_RETRY)


def next_run(previous: datetime, interval: timedelta, now: datetime) -> datetime:
    """The first moment of the rhythm after `now`: what was missed while switched off runs once."""
    missed = max((now - previous) // interval, 0)
    return previous + interval * (missed + 1)


def describe(error: BaseException) -> str:
    """Class and own words, or class and place: an exception's text may quote a person's data."""
    name = type(error).__name__
    if isinstance(error, TaskProblem):
        return f"{name}: {error}"[:ERROR_LENGTH]
    places = [
        f"{PurePath(frame.f_code.co_filename).parent.name}/{PurePath(frame.f_code.co_filename).name}:{line}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    return ": ".join([name, *places[-1:]])[:ERROR_LENGTH]
