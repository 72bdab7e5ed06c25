from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.notifications.rules.quiet import not_before

WIB = "Asia/Jakarta"
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
ZONES = st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])


def _at(day: int, hour: int, minute: int = 0, zone: str = WIB) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(zone))


@pytest.mark.parametrize(
    ("queued", "goes"),
    [
        (_at(24, 9), _at(24, 9)),
        (_at(24, 6), _at(24, 6)),
        (_at(24, 20, 59), _at(24, 20, 59)),
        (_at(24, 21), _at(25, 6)),
        (_at(24, 23, 59), _at(25, 6)),
        (_at(25, 0), _at(25, 6)),
        (_at(25, 5, 59), _at(25, 6)),
        (_at(30, 22), datetime(2026, 12, 1, 6, tzinfo=ZoneInfo(WIB))),
    ],
)
def test_night_waits_for_the_morning(queued: datetime, goes: datetime) -> None:
    assert not_before(queued, WIB, urgent=False) == goes


def test_quiet_is_by_the_clock_of_the_village() -> None:
    moment = _at(24, 20)  # 20.00 WIB is 22.00 WIT
    assert not_before(moment, WIB, urgent=False) == moment
    assert not_before(moment, "Asia/Jayapura", urgent=False) == _at(25, 6, zone="Asia/Jayapura")


def test_urgent_goes_at_night() -> None:
    assert not_before(_at(24, 23), WIB, urgent=True) == _at(24, 23)


@given(MOMENTS, ZONES)
def test_never_earlier_never_at_night_and_soon(moment: datetime, zone: str) -> None:
    goes = not_before(moment, zone, urgent=False)
    local = goes.astimezone(ZoneInfo(zone)).time()
    assert goes >= moment
    assert time(6) <= local < time(21)
    assert (goes - moment).total_seconds() <= 9 * 3600
    assert not_before(goes, zone, urgent=False) == goes
