"""Geometry of the small drawings; pure, so that templates only place the numbers."""

from dataclasses import dataclass

DOT_PITCH = 20
DOTS_PER_ROW = 22


@dataclass(frozen=True, slots=True)
class Square:
    x: int
    y: int
    late: bool


@dataclass(frozen=True, slots=True)
class Stair:
    name: str
    filled: bool
    current: bool


def dots(total: int, late: int) -> list[Square]:
    """Squares in reading order, pitch 20 units; the late ones come last."""
    return [
        Square(
            x=DOT_PITCH * (index % DOTS_PER_ROW),
            y=DOT_PITCH * (index // DOTS_PER_ROW),
            late=index >= total - late,
        )
        for index in range(total)
    ]


def dot_rows(total: int) -> int:
    """Height of the drawing in units."""
    return DOT_PITCH * max(1, -(-total // DOTS_PER_ROW))


def stair(levels: list[str], stage: int) -> list[Stair]:
    """`stage` counts from 1; everything up to it is filled."""
    return [
        Stair(name=name, filled=place <= stage, current=place == stage)
        for place, name in enumerate(levels, start=1)
    ]


@dataclass(frozen=True, slots=True)
class Segment:
    """`x` and `width` are SVG lengths, ready to print ("42.4%")."""

    x: str
    width: str
    kind: str


@dataclass(frozen=True, slots=True)
class Interval:
    """A value between two bounds on a scale of 0 to 100, as SVG lengths."""

    low: str
    high: str
    width: str
    value: str


def percent(share: float) -> str:
    """Always with a full stop, whatever the language of the page: SVG knows no comma."""
    return f"{round(share, 1):g}%"


def segments(shares: list[tuple[str, float]]) -> list[Segment]:
    """Lay (kind, share of 100) next to each other from the left."""
    laid: list[Segment] = []
    left = 0.0
    for kind, share in shares:
        laid.append(Segment(x=percent(left), width=percent(share), kind=kind))
        left += share
    return laid


def interval(low: float, high: float, value: float) -> Interval:
    return Interval(
        low=percent(low), high=percent(high), width=percent(high - low), value=percent(value)
    )
