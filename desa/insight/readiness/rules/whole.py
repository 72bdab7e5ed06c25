"""From the current figures to the eight indicator scores and the stage."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from desa.insight.readiness.rules.aggregate import (
    IndicatorScore,
    Overall,
    SubScore,
    indicator_score,
    overall,
)
from desa.insight.readiness.rules.catalogue import Indicator, catalogue
from desa.insight.readiness.rules.scoring import level_of
from desa.insight.readiness.rules.standing import SCORED, Status


@dataclass(frozen=True)
class Known:
    """The current figure of a sub-indicator; `score` is None without a number."""

    status: Status
    score: float | None
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Whole:
    indicators: tuple[IndicatorScore, ...]
    overall: Overall


def whole(known: Mapping[str, Known]) -> Whole:
    """`known` by the code of the sub-indicator; what is absent has no data."""
    scores = tuple(_scored(indicator, known) for indicator in catalogue())
    levels = {
        code: level_of(figure.score) for code, figure in known.items() if figure.score is not None
    }
    total = overall({score.code: score.score for score in scores}, levels)
    return Whole(scores, total)


def _scored(indicator: Indicator, known: Mapping[str, Known]) -> IndicatorScore:
    """An indicator in which nothing applies is as unknown as one without data."""
    subs = [_sub(sub.code, known) for sub in indicator.scored_subs]
    if all(sub.status is Status.NOT_APPLICABLE for sub in subs):
        missing = tuple(sub.code for sub in subs)
        return IndicatorScore(indicator.code, None, 0.0, 100.0, 0.0, missing)
    return indicator_score(indicator.code, subs)


def _sub(code: str, known: Mapping[str, Known]) -> SubScore:
    figure = known.get(code, Known(Status.NO_DATA, None))
    return SubScore(code, figure.status, figure.score if figure.status in SCORED else None)


def method_of_all() -> str:
    """Fingerprint of every method together: another one is another series."""
    methods = "".join(sub.method for indicator in catalogue() for sub in indicator.subs)
    return sha256(methods.encode()).hexdigest()[:12]
