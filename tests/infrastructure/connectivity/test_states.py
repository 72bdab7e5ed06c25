"""When is a point off, and when did a whole village lose its power?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.infrastructure.connectivity.enums import OutageKind, PointState
from desa.infrastructure.connectivity.rules.states import (
    FORGOTTEN,
    PATIENCE,
    Heard,
    falls,
    state_of,
)

NOW = 30_000_000


@pytest.mark.parametrize(
    ("last", "last_up", "state"),
    [
        (None, None, PointState.UNMEASURED),
        (0, 0, PointState.UP),
        (0, PATIENCE, PointState.UP),
        (0, PATIENCE + 1, PointState.DOWN),
        (0, None, PointState.DOWN),
        (PATIENCE, PATIENCE, PointState.UP),
        (PATIENCE + 1, PATIENCE + 1, PointState.SILENT),
        (FORGOTTEN, FORGOTTEN, PointState.SILENT),
        (FORGOTTEN + 1, FORGOTTEN + 1, PointState.UNKNOWN),
    ],
)
def test_state_follows_from_the_last_minutes(
    last: int | None, last_up: int | None, state: PointState
) -> None:
    heard = Heard(None if last is None else NOW - last, None if last_up is None else NOW - last_up)
    assert state_of(heard, NOW) is state


def _heard(**ago: int) -> dict[int, Heard]:
    """`a=3`: silent since 3 minutes after an answer."""
    return {ord(name): Heard(NOW - each, NOW - each) for name, each in ago.items()}


def _kinds(heard: dict[int, Heard], areas: str) -> dict[str, OutageKind]:
    """`areas`: the dusun of each point, in order."""
    where = {point: ord(area) for point, area in zip(heard, areas, strict=True)}
    return {chr(fall.point): fall.kind for fall in falls(heard, where, NOW)}


def test_one_silent_point_is_its_own_fault() -> None:
    assert _kinds(_heard(a=20, b=0, c=0), "xxy") == {"a": OutageKind.SILENT}


def test_whole_village_silent_at_once_is_the_power() -> None:
    found = _kinds(_heard(a=20, b=22, c=18), "xyz")
    assert found == dict.fromkeys("abc", OutageKind.POWER)


def test_whole_dusun_silent_at_once_is_the_power_there() -> None:
    found = _kinds(_heard(a=20, b=21, c=0), "xxy")
    assert found == dict.fromkeys("ab", OutageKind.POWER)


def test_points_that_failed_one_after_another_are_devices() -> None:
    found = _kinds(_heard(a=20, b=40, c=80), "xyz")
    assert set(found.values()) == {OutageKind.SILENT}


def test_point_that_was_broken_before_stays_a_device_in_a_power_cut() -> None:
    found = _kinds(_heard(a=600, b=20, c=21), "xyz")
    assert found == {"a": OutageKind.SILENT, "b": OutageKind.POWER, "c": OutageKind.POWER}


def test_point_that_nobody_watches_does_not_hide_a_power_cut() -> None:
    heard = _heard(a=20, b=20) | {3: Heard(), 4: Heard(NOW - FORGOTTEN - 5, NOW - FORGOTTEN - 5)}
    kinds = {fall.point: fall.kind for fall in falls(heard, dict.fromkeys(heard, 1), NOW)}
    assert kinds == dict.fromkeys((ord("a"), ord("b")), OutageKind.POWER)


def test_only_point_of_a_village_never_proves_a_power_cut() -> None:
    assert _kinds(_heard(a=20), "x") == {"a": OutageKind.SILENT}


def test_probe_that_lives_says_that_the_device_is_off() -> None:
    heard = {1: Heard(NOW, NOW - 30), 2: Heard(NOW, NOW)}
    [fall] = falls(heard, {1: 1, 2: 1}, NOW)
    assert (fall.kind, fall.began) == (OutageKind.DOWN, NOW - 29)


@given(st.dictionaries(st.integers(1, 9), st.tuples(st.integers(0, 20_000), st.integers(0, 500))))
def test_exactly_the_points_that_are_off_fall(times: dict[int, tuple[int, int]]) -> None:
    heard = {point: Heard(NOW - last, NOW - last - more) for point, (last, more) in times.items()}
    found = falls(heard, {point: point % 3 for point in heard}, NOW)
    off = {
        point
        for point, each in heard.items()
        if state_of(each, NOW) in {PointState.DOWN, PointState.SILENT}
    }
    assert {fall.point for fall in found} == off
    assert len(found) == len(off)
