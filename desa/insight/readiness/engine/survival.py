"""Waiting times with cases still open: an unfinished case is known to last at least so long, not dropped.

Kaplan-Meier (1958) by scipy; leaving open cases out would reward leaving hard ones open.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import CensoredData, ecdf


@dataclass(frozen=True)
class Waiting:
    """One case: how long, in the caller's unit, and whether it ended."""

    time: float
    ended: bool


def percentile(cases: Sequence[Waiting], share: float) -> float | None:
    """The earliest time by which `share` of the cases had ended; None when too many are still open.

    Raises ValueError without cases, or for a share that is not between 0 and 1.
    """
    if not cases or not 0 < share < 1:
        raise ValueError(f"{len(cases)} cases, share {share}")
    steps = curve(cases)
    return next((time for time, standing in steps if standing <= 1 - share + 1e-12), None)


def curve(cases: Sequence[Waiting]) -> list[tuple[float, float]]:
    """Times at which cases ended and the share still waiting after each."""
    ended = [case.time for case in cases if case.ended]
    if not ended:
        return []
    open_ = [case.time for case in cases if not case.ended]
    survival = ecdf(CensoredData(uncensored=ended, right=open_)).sf
    times, standing = np.asarray(survival.quantiles), np.asarray(survival.probabilities)
    known = set(ended)
    return [
        (float(time), float(share))
        for time, share in zip(times, standing, strict=True)
        if float(time) in known
    ]
