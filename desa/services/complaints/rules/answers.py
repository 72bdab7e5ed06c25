"""What the words of the reporters mean for the case. Pure.

A case can have several reporters, because similar reports are put together; each is asked.
"""

from collections.abc import Sequence
from enum import Enum


class Verdict(Enum):
    WAIT = "wait"
    CONFIRMED = "confirmed"
    REOPEN = "reopen"
    UNANSWERED = "unanswered"


def verdict(answers: Sequence[bool | None], *, time_is_up: bool) -> Verdict:
    """One "belum" opens the case again; all "sudah" close it; None is who has not answered.

    When time is up, one "sudah" is enough, and silence of everyone never counts as a yes.
    """
    if False in answers:
        return Verdict.REOPEN
    if True in answers and (None not in answers or time_is_up):
        return Verdict.CONFIRMED
    return Verdict.UNANSWERED if time_is_up else Verdict.WAIT
