"""Is a point on? From when it last answered, and when its probe was last heard."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desa.infrastructure.connectivity.enums import OutageKind, PointState

PATIENCE = 15
"""Minutes without an answer until that is an outage; one lost echo is none."""
FORGOTTEN = 7 * 24 * 60
"""Minutes of silence after which nothing can be said any more."""
TOGETHER = 5
"""Points that fall within so many minutes of each other fell together."""
LEAST_TOGETHER = 2


@dataclass(frozen=True)
class Heard:
    """Minutes since 1970: the last reading of any kind, and the last that was an answer; None for never."""

    last: int | None = None
    last_up: int | None = None


def state_of(heard: Heard, now: int) -> PointState:
    if heard.last is None:
        return PointState.UNMEASURED
    if now - heard.last > FORGOTTEN:
        return PointState.UNKNOWN
    if heard.last_up is not None and now - heard.last_up <= PATIENCE:
        return PointState.UP
    return PointState.SILENT if now - heard.last > PATIENCE else PointState.DOWN


@dataclass(frozen=True)
class Fall:
    """An outage as it stands: since which minute, and of what kind. `began` is the first minute without answer."""

    point: int
    began: int
    kind: OutageKind


def falls(heard: Mapping[int, Heard], areas: Mapping[int, int], now: int) -> list[Fall]:
    """The points that are off now. What fell together in a whole dusun or village is no fault of a device.

    `areas`: the dusun of each point.
    """
    began = {
        point: _began(each)
        for point, each in heard.items()
        if state_of(each, now) in {PointState.DOWN, PointState.SILENT}
    }
    watched = {point for point, each in heard.items() if _was_watched(each, now)}
    by_power = _fell_together(began, watched)
    for area in set(areas.values()):
        by_power |= _fell_together(began, {point for point in watched if areas[point] == area})
    return [
        Fall(point, since, OutageKind.POWER if point in by_power else _kind(heard[point], now))
        for point, since in began.items()
    ]


def _began(heard: Heard) -> int:
    """One that was never up began at its first reading, which the caller does not know: its last one."""
    return (heard.last_up if heard.last_up is not None else heard.last or 0) + 1


def _was_watched(heard: Heard, now: int) -> bool:
    return state_of(heard, now) not in {PointState.UNMEASURED, PointState.UNKNOWN}


def _fell_together(began: Mapping[int, int], group: Iterable[int]) -> set[int]:
    """All that were on in this group when the last of it fell, if there was more than one."""
    members = set(group)
    if not members <= began.keys():
        return set()
    latest = max((began[point] for point in members), default=0)
    together = {point for point in members if latest - began[point] <= TOGETHER}
    return together if len(together) >= LEAST_TOGETHER else set()


def _kind(heard: Heard, now: int) -> OutageKind:
    down = state_of(heard, now) is PointState.DOWN
    return OutageKind.DOWN if down else OutageKind.SILENT
