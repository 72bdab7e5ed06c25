"""The only source of the current time: aware UTC, or the village's own calendar day."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

_frozen: ContextVar[datetime | None] = ContextVar("frozen_clock", default=None)


class HasTimezone(Protocol):
    @property
    def timezone(self) -> str: ...


def now() -> datetime:
    """Current moment, aware, UTC."""
    return _frozen.get() or datetime.now(UTC)


def local(moment: datetime, place: HasTimezone) -> datetime:
    """The same moment on the village's wall clock (WIB, WITA or WIT)."""
    return moment.astimezone(ZoneInfo(place.timezone))


def today(place: HasTimezone) -> date:
    """Calendar day in the village: at 01.00 WIB it is already tomorrow of UTC's yesterday."""
    return local(now(), place).date()


@contextmanager
def frozen(moment: datetime) -> Iterator[None]:
    """Stop the clock at `moment` (aware); for tests, demo data and the bench."""
    if moment.tzinfo is None:
        raise ValueError("the clock wants an aware moment")
    token = _frozen.set(moment)
    try:
        yield
    finally:
        _frozen.reset(token)
