"""From sub-indicators to an indicator to the stage of the village, with what is unknown kept in sight.

Arithmetic inside an indicator, where sub-indicators partly stand in for each other; geometric across the
eight, so that many routers do not buy off weak literacy. After the OECD/JRC handbook (2008), steps 5-7.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from desa.insight.readiness.rules.scoring import LEVELS, level_of
from desa.insight.readiness.rules.standing import SCORED, Status

FLOOR = 1.0
LEAST_SHARE, LEAST_SUBS, LEAST_INDICATORS = 0.5, 2, 6
FAIR_LEVEL, FAIR_SUBS = 4, ("LIT4", "ACC5")
SURE = 0.8


@dataclass(frozen=True)
class SubScore:
    """`score` is None exactly when the status gives no number."""

    code: str
    status: Status
    score: float | None = None
    weight: float = 1.0

    def __post_init__(self) -> None:
        if (self.status in SCORED or self.status is Status.QUALITATIVE) != (self.score is not None):
            raise ValueError(f"{self.code}: {self.status} with score {self.score}")


@dataclass(frozen=True)
class IndicatorScore:
    """`low` and `high`: the score if everything unknown were 0, or 100. `completeness`: weight observed."""

    code: str
    score: float | None
    low: float
    high: float
    completeness: float
    missing: tuple[str, ...]

    @property
    def level(self) -> int | None:
        return None if self.score is None else level_of(self.score)


def indicator_score(code: str, subs: Iterable[SubScore]) -> IndicatorScore:
    """Scored only with half of the weight and two sub-indicators known; what does not apply has no weight.

    Raises ValueError when no weight is left at all.
    """
    parts = [sub for sub in subs if sub.status is not Status.NOT_APPLICABLE]
    weight = sum(sub.weight for sub in parts)
    if weight <= 0:
        raise ValueError(f"{code} has no weight")
    known = [sub for sub in parts if sub.status in SCORED]
    seen = sum(sub.weight for sub in known)
    got = sum(sub.weight * sub.score for sub in known if sub.score is not None)
    enough = seen / weight >= LEAST_SHARE - 1e-12 and len(known) >= min(LEAST_SUBS, len(parts))
    return IndicatorScore(
        code=code,
        score=got / seen if enough else None,
        low=got / weight,
        high=(got + 100 * (weight - seen)) / weight,
        completeness=seen / weight,
        missing=tuple(sub.code for sub in parts if sub.status not in SCORED),
    )


def arithmetic(scores: Sequence[float], weights: Sequence[float] | None = None) -> float:
    used = _weights(scores, weights)
    return sum(w * s for w, s in zip(used, scores, strict=True)) / sum(used)


def geometric(scores: Sequence[float], weights: Sequence[float] | None = None) -> float:
    """Scores under 1 count as 1: a zero would make every other score worthless."""
    used = _weights(scores, weights)
    logs = (w * log(max(FLOOR, s)) for w, s in zip(used, scores, strict=True))
    return exp(sum(logs) / sum(used))


def _weights(scores: Sequence[float], weights: Sequence[float] | None) -> Sequence[float]:
    if not scores:
        raise ValueError("nothing to aggregate")
    used = [1.0] * len(scores) if weights is None else weights
    if len(used) != len(scores) or any(w < 0 for w in used) or sum(used) <= 0:
        raise ValueError(f"weights {used} for {len(scores)} scores")
    return used


@dataclass(frozen=True)
class Overall:
    """`stage` is None with fewer than six indicators scored. `gate` names what held it down, if anything."""

    score: float | None
    stage: int | None
    weakest: str | None
    gate: str = ""
    arithmetic: float | None = None


def overall(
    indicators: Mapping[str, float | None],
    sub_levels: Mapping[str, int | None],
    weights: Mapping[str, float] | None = None,
) -> Overall:
    """At most one level above the weakest indicator, and 4 only when LIT4 and ACC5 are: nobody left behind."""
    scored = {code: score for code, score in indicators.items() if score is not None}
    weakest = min(scored, key=lambda code: (scored[code], code), default=None)
    if len(scored) < LEAST_INDICATORS or weakest is None:
        return Overall(None, None, weakest)
    used = [1.0 if weights is None else weights.get(code, 0.0) for code in scored]
    score = geometric(list(scored.values()), used)
    stage, gate = gated(level_of(score), level_of(scored[weakest]), weakest, sub_levels)
    return Overall(score, stage, weakest, gate, arithmetic(list(scored.values()), used))


def gated(
    stage: int, lowest: int, weakest: str, sub_levels: Mapping[str, int | None]
) -> tuple[int, str]:
    """The stage after both gates, with the code that held it down. An unknown level does not open a gate."""
    gate = ""
    if stage > lowest + 1:
        stage, gate = min(LEVELS, lowest + 1), weakest
    if stage >= FAIR_LEVEL:
        for code in FAIR_SUBS:
            if (sub_levels.get(code) or 0) < FAIR_LEVEL:
                return FAIR_LEVEL - 1, code
    return stage, gate


def stage_words(chances: Mapping[int, float]) -> tuple[int, ...]:
    """One stage when it is sure enough (P >= 0.8), else the two neighbours that hold most of the chance."""
    best = max(chances, key=lambda stage: (chances[stage], -stage))
    if chances[best] >= SURE:
        return (best,)
    beside = [stage for stage in (best - 1, best + 1) if chances.get(stage)]
    other = max(beside, key=lambda stage: chances[stage], default=best)
    return tuple(sorted({best, other}))
