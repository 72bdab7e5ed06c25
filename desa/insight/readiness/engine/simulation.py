"""How much the stage depends on what is uncertain: 5,000 draws, the same for the same seed.

Each draw takes a value inside every measurement's interval, weights from Dirichlet(4 w), one of the two
means across the indicators, and breakpoints moved by up to a tenth. Vectorised: numpy only in a job.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desa.insight.readiness.rules.aggregate import FAIR_LEVEL, FAIR_SUBS, FLOOR
from desa.insight.readiness.rules.scoring import BAND, LEVELS, Goalposts

DRAWS, SEED = 5_000, 20_260_101
CONCENTRATION, SHIFT = 4.0, 0.1
BOTTOM = 3
Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Uncertain:
    """A sub-indicator: its value between `low` and `high`, most likely `mode`.

    With goalposts the three are values in their unit and the ends a 95 % interval; without, levels 1 to 5
    judged by people, the ends the least and the most, and each level a band of scores.
    """

    code: str
    low: float
    mode: float
    high: float
    goalposts: Goalposts | None = None
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not self.low <= self.mode <= self.high:
            raise ValueError(f"{self.code}: {self.mode} outside {self.low} to {self.high}")


@dataclass(frozen=True)
class Simulated:
    """Percentiles of the overall score, chance of each stage, and of each indicator to be in the bottom three."""

    p5: float
    p50: float
    p95: float
    stages: tuple[tuple[int, float], ...]
    bottom: tuple[tuple[str, float], ...]
    indicators: tuple[tuple[str, float, float, float], ...]


def simulate(
    indicators: Mapping[str, Sequence[Uncertain]],
    weights: Mapping[str, float] | None = None,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Simulated:
    """Raises ValueError without any indicator. The result is the same for the same input, to the last bit."""
    named = {code: list(subs) for code, subs in sorted(indicators.items()) if subs}
    if not named:
        raise ValueError("no indicator has a measurement")
    dice = np.random.default_rng(seed)
    levels: dict[str, Array] = {}
    columns = [_indicator(subs, draws, dice, levels) for subs in named.values()]
    scores = np.column_stack(columns)
    used = np.array([1.0 if weights is None else weights.get(code, 0.0) for code in named])
    total = _across(scores, used, dice)
    stage = _stages(total, scores, levels)
    low, middle, high = np.percentile(total, [5, 50, 95])
    chances = tuple((s, float(np.mean(stage == s))) for s in range(1, LEVELS + 1))
    return Simulated(
        float(low),
        float(middle),
        float(high),
        chances,
        _bottom(list(named), scores),
        tuple(_spread(code, column) for code, column in zip(named, columns, strict=True)),
    )


def _spread(code: str, scores: Array) -> tuple[str, float, float, float]:
    low, middle, high = (float(value) for value in np.percentile(scores, [5, 50, 95]))
    return (code, low, middle, high)


def _indicator(
    subs: Sequence[Uncertain], draws: int, dice: np.random.Generator, levels: dict[str, Array]
) -> Array:
    scores = []
    for sub in subs:
        score = _scores(sub, draws, dice)
        levels[sub.code] = _levels(score)
        scores.append(score)
    weights = _dirichlet(np.array([sub.weight for sub in subs]), draws, dice)
    result: Array = (np.column_stack(scores) * weights).sum(axis=1)
    return result


def _scores(sub: Uncertain, draws: int, dice: np.random.Generator) -> Array:
    if sub.goalposts is None:
        middle = _triangle(sub, draws, dice) * BAND - BAND / 2
        return np.clip(middle + dice.uniform(-BAND / 2, BAND / 2, draws), 0, 100)
    return _piecewise(_two_halves(sub, draws, dice), sub.goalposts, draws, dice)


def _triangle(sub: Uncertain, draws: int, dice: np.random.Generator) -> Array:
    if sub.low == sub.high:
        return np.full(draws, sub.mode)
    return dice.triangular(sub.low, sub.mode, sub.high, draws)


def _two_halves(sub: Uncertain, draws: int, dice: np.random.Generator) -> Array:
    """A normal on each side of the mode whose 95 % ends at the interval's; kept inside three times it."""
    bell = np.clip(dice.standard_normal(draws), -3, 3) / 1.959963984540054
    reach = np.where(bell < 0, sub.mode - sub.low, sub.high - sub.mode)
    drawn: Array = sub.mode + bell * reach
    return drawn


def _piecewise(values: Array, posts: Goalposts, draws: int, dice: np.random.Generator) -> Array:
    """Goalposts.score() for every draw, each with its own shift of the breakpoints."""
    shifts = np.linspace(-SHIFT, SHIFT, 21)
    table = np.array([posts.moved(float(shift)).points for shift in shifts])
    points = table[dice.integers(0, len(shifts), draws)]
    sign = -1.0 if posts.inverse else 1.0
    points, at = sign * points, (sign * values)[:, None]
    parts = (at - points[:, :-1]) / (points[:, 1:] - points[:, :-1])
    result: Array = BAND * np.clip(parts, 0, 1).sum(axis=1)
    return result


def _dirichlet(weights: Array, draws: int, dice: np.random.Generator) -> Array:
    used = weights / weights.sum() * len(weights)
    return dice.dirichlet(CONCENTRATION * used, draws)


def _across(scores: Array, used: Array, dice: np.random.Generator) -> Array:
    """Half of the draws by the geometric mean, half by the arithmetic one."""
    weights = _dirichlet(used, len(scores), dice)
    geometric = np.exp((np.log(np.maximum(scores, FLOOR)) * weights).sum(axis=1))
    result: Array = np.where(
        dice.random(len(scores)) < 0.5, geometric, (scores * weights).sum(axis=1)
    )
    return result


def _levels(scores: Array) -> Array:
    result: Array = np.minimum(LEVELS, 1 + np.floor((scores + 1e-9) / BAND))
    return result


def _stages(total: Array, scores: Array, levels: Mapping[str, Array]) -> Array:
    stage = np.minimum(_levels(total), _levels(scores.min(axis=1)) + 1)
    fair = np.ones(len(total), dtype=bool)
    for code in FAIR_SUBS:
        fair &= levels[code] >= FAIR_LEVEL if code in levels else False
    result: Array = np.where(fair, stage, np.minimum(stage, FAIR_LEVEL - 1))
    return result


def _bottom(codes: Sequence[str], scores: Array) -> tuple[tuple[str, float], ...]:
    order = np.argsort(scores, axis=1, kind="stable")[:, :BOTTOM]
    chance = [(code, float(np.mean((order == i).any(axis=1)))) for i, code in enumerate(codes)]
    return tuple(sorted(chance, key=lambda pair: (-pair[1], pair[0])))
