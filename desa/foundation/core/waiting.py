"""Waiting times with cases still open: an unfinished case is known to last at least so long, not dropped.

Kaplan & Meier (1958). Dropping open cases would reward leaving the hard ones open. Rooms measure with it in
the web process too, which never loads scipy; a test compares it with scipy's.
"""

from collections.abc import Sequence
from dataclasses import dataclass

CLOSE = 1e-12


@dataclass(frozen=True)
class Waiting:
    """One case: how long, in the caller's unit, and whether it ended."""

    time: float
    ended: bool


def curve(cases: Sequence[Waiting]) -> list[tuple[float, float]]:
    """Times at which cases ended and the share still waiting after each.

    A case left open at a time is still at risk at that time.
    """
    steps, standing = [], 1.0
    for time in sorted({case.time for case in cases if case.ended}):
        at_risk = sum(1 for case in cases if case.time >= time)
        ended = sum(1 for case in cases if case.ended and case.time == time)
        standing *= 1 - ended / at_risk
        steps.append((time, standing))
    return steps


def percentile(cases: Sequence[Waiting], share: float) -> float | None:
    """The earliest time by which `share` of the cases had ended; None when too many are still open.

    Raises ValueError without cases, or for a share that is not between 0 and 1.
    """
    if not cases or not 0 < share < 1:
        raise ValueError(f"{len(cases)} cases, share {share}")
    return next((time for time, standing in curve(cases) if standing <= 1 - share + CLOSE), None)
