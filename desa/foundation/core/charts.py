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
