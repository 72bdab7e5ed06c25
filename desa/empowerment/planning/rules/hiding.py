"""Counts of people that are too small to show. Pure."""

from collections.abc import Mapping

SMALL = 10


def hide_small(counts: Mapping[str, int]) -> dict[str, int | None]:
    """None for 1 to 9; a single hidden cell takes the next smallest with it, or the total would tell it."""
    shown: dict[str, int | None] = {
        name: None if 0 < count < SMALL else count for name, count in counts.items()
    }
    hidden = [name for name, count in shown.items() if count is None]
    rest = sorted(
        (count, name) for name, count in counts.items() if shown[name] is not None and count
    )
    if len(hidden) == 1 and rest:
        shown[rest[0][1]] = None
    return shown
