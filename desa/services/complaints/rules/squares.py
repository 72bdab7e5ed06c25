"""The sixteen squares by which an official says what to blur, and the finer cells under them. Pure."""

from collections.abc import Iterable

SIDE = 4
SQUARES = tuple(f"{column}{row}" for row in range(1, SIDE + 1) for column in "ABCD")


def cells_under(squares: Iterable[str], grid: int) -> list[int]:
    """Cells of a `grid` x `grid` raster, counted row by row, under squares like "B3"; grid is a multiple of 4."""
    fine = grid // SIDE
    found = set()
    for square in squares:
        row, column = divmod(SQUARES.index(square), SIDE)
        found |= {
            (row * fine + down) * grid + column * fine + right
            for down in range(fine)
            for right in range(fine)
        }
    return sorted(found)
