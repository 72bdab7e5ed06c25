"""The map: the village's own outlines and its points, as numbers for an SVG; no tiles, nobody else's server."""

from dataclasses import dataclass

from desa.infrastructure.connectivity.enums import PointState
from desa.infrastructure.connectivity.models import MapShape
from desa.infrastructure.connectivity.queries.states import Standing
from desa.infrastructure.connectivity.rules.geo import Canvas, Spot, canvas, spot

WIDTH = 1000
MOST_CORNERS = 60


@dataclass(frozen=True)
class Dot:
    """`radius`: of the measured reach, 0 where nobody walked."""

    x: int
    y: int
    radius: int
    on: bool
    label: str


@dataclass(frozen=True)
class Drawing:
    """`paths`: (name, d of an SVG path)."""

    width: int
    height: int
    paths: tuple[tuple[str, str], ...]
    dots: tuple[Dot, ...]


def drawing(found: list[Standing]) -> Drawing | None:
    """None while the village has given neither outlines nor places."""
    shapes = list(MapShape.objects.order_by("name"))
    placed = [
        (each, where)
        for each in found
        if (where := spot(each.point.latitude, each.point.longitude)) is not None
    ]
    corners = [Spot(lat, lon) for shape in shapes for ring in shape.rings for lon, lat in ring]
    board = canvas([*corners, *(where for _, where in placed)], WIDTH)
    if board is None:
        return None
    return Drawing(
        board.width,
        board.height,
        tuple((shape.name, _path(board, shape.rings)) for shape in shapes),
        tuple(_dot(board, each, where) for each, where in placed),
    )


def _path(board: Canvas, rings: list[list[list[int]]]) -> str:
    drawn = []
    for ring in rings:
        step = max(1, len(ring) // MOST_CORNERS)
        corners = [board.at(Spot(lat, lon)) for lon, lat in ring[::step]]
        drawn.append("M" + "L".join(f"{x} {y}" for x, y in corners) + "Z")
    return "".join(drawn)


def _dot(board: Canvas, standing: Standing, where: Spot) -> Dot:
    x, y = board.at(where)
    return Dot(
        x,
        y,
        board.metres(standing.point.radius or 0),
        standing.state is PointState.UP,
        f"{standing.point.name}: {standing.state.label}",
    )
