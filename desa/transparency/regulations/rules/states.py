"""Whether a regulation holds on a day, from its dates and from what newer ones did to it."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ALARM = timedelta(days=60)


class State(StrEnum):
    NOT_YET = "belum"
    IN_FORCE = "berlaku"
    AMENDED = "diubah"
    REVOKED = "dicabut"
    EXPIRED = "habis"


IN_FORCE = frozenset({State.IN_FORCE, State.AMENDED})


@dataclass(frozen=True)
class Life:
    """`until` is its last day, None without an end; `amended` and `revoked` are the first day on which
    a newer regulation, or the kades, changed or ended it.
    """

    since: date
    until: date | None = None
    amended: date | None = None
    revoked: date | None = None


def state_on(day: date, life: Life) -> State:
    """What ended first tells the state: a term that ran out cannot be revoked any more."""
    if life.revoked is not None and life.revoked <= day and not _ran_out(life.revoked, life):
        return State.REVOKED
    if day < life.since:
        return State.NOT_YET
    if _ran_out(day, life):
        return State.EXPIRED
    return State.AMENDED if life.amended is not None and life.amended <= day else State.IN_FORCE


def _ran_out(day: date, life: Life) -> bool:
    return life.until is not None and day > life.until


def earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)


def days_left(day: date, until: date | None) -> int | None:
    """Days until its last one, 0 on that day; None when no alarm is due."""
    if until is None or not timedelta(0) <= until - day <= ALARM:
        return None
    return (until - day).days
