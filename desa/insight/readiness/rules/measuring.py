"""From what the rooms read to what is kept: one figure per sub-indicator, with its score and its bounds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from desa.insight.readiness.rules.catalogue import Combine, Part, SubIndicator, Unit
from desa.insight.readiness.rules.scoring import score_of_level
from desa.insight.readiness.rules.standing import SCORED, Status, combined


@dataclass(frozen=True)
class PartValue:
    """A reading of one part; `value` is None exactly when the status gives no number."""

    status: Status
    value: float | None = None
    low: float | None = None
    high: float | None = None
    numerator: int | None = None
    denominator: int | None = None
    n: int | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if (self.status in SCORED) != (self.value is not None):
            raise ValueError(f"{self.status} with value {self.value}")
        if self.value is not None and not isfinite(self.value):
            raise ValueError(f"{self.value} is no figure")


@dataclass(frozen=True)
class Figure:
    """What is kept of a sub-indicator. `low` and `high` bound the value, `score` is 0 to 100."""

    code: str
    status: Status
    value: float | None
    score: float | None
    low: float | None
    high: float | None
    numerator: int | None
    denominator: int | None
    n: int | None
    why: str
    parts: tuple[tuple[str, float], ...] = ()


def figure(sub: SubIndicator, values: Mapping[str, PartValue]) -> Figure:
    """`values` by the name of the part; a part nobody reads is missing, not zero."""
    found = [(part, values.get(part.name, _unread(sub))) for part in sub.parts]
    if len(found) == 1:
        return _single(sub, *found[0])
    return _of_parts(sub, found)


def _unread(sub: SubIndicator) -> PartValue:
    return PartValue(Status.NO_DATA, why=f"belum ada yang mengukur {sub.code}")


def _single(sub: SubIndicator, part: Part, value: PartValue) -> Figure:
    return Figure(
        sub.code,
        value.status,
        value.value,
        None if value.value is None or not sub.scored else part_score(part, value.value),
        value.low,
        value.high,
        value.numerator,
        value.denominator,
        value.n,
        value.why,
    )


def _of_parts(sub: SubIndicator, found: Sequence[tuple[Part, PartValue]]) -> Figure:
    """The lowest needs every part; a mean is taken of those that are known, and says which are not."""
    scores = [
        (part.name, part_score(part, value.value))
        for part, value in found
        if value.value is not None
    ]
    statuses = [value.status for _, value in found]
    why = "; ".join(dict.fromkeys(value.why for _, value in found if value.why))
    if sub.combine is Combine.MIN:
        status = combined(statuses)
    else:
        status = combined(
            [value.status for _, value in found if value.status in SCORED] or statuses
        )
    if status not in SCORED:
        return Figure(sub.code, status, None, None, None, None, None, None, None, why)
    numbers = [score for _, score in scores]
    score = min(numbers) if sub.combine is Combine.MIN else sum(numbers) / len(numbers)
    count = sum(value.denominator or 0 for _, value in found) or None
    return Figure(
        sub.code, status, score, score, None, None, None, count, count, why, tuple(scores)
    )


def part_score(part: Part, value: float) -> float:
    if part.unit is Unit.LEVEL:
        return score_of_level(min(5.0, max(1.0, value)))
    if part.goalposts is None:
        raise ValueError(f"{part.name or part.title.id} has no breakpoints")
    return part.goalposts.score(value)


def score_bounds(sub: SubIndicator, found: Figure) -> tuple[float, float] | None:
    """The scores at both ends of the interval; the same score twice where there is no interval."""
    if found.score is None:
        return None
    if found.low is None or found.high is None or len(sub.parts) > 1:
        return (found.score, found.score)
    ends = sorted(part_score(sub.parts[0], end) for end in (found.low, found.high))
    return (ends[0], ends[1])


def hidden(found: Figure) -> Figure:
    """Without every number from which the cell could be worked out."""
    return replace(
        found,
        status=Status.HIDDEN,
        value=None,
        score=None,
        low=None,
        high=None,
        numerator=None,
        denominator=None,
        n=None,
        parts=(),
    )
