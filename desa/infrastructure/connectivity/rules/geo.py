"""Distances, and the village's own map as a drawing; places in millionths of a degree."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

EARTH = 6_371_008.8
"""Mean radius in metres (IUGG)."""
MILLION = 1_000_000


@dataclass(frozen=True)
class Spot:
    """Millionths of a degree, WGS 84."""

    latitude: int
    longitude: int

    def radians(self) -> tuple[float, float]:
        return math.radians(self.latitude / MILLION), math.radians(self.longitude / MILLION)


def spot(latitude: int | None, longitude: int | None) -> Spot | None:
    return None if latitude is None or longitude is None else Spot(latitude, longitude)


def distance(here: Spot, there: Spot) -> float:
    """Metres along the great circle (haversine)."""
    (lat, lon), (other_lat, other_lon) = here.radians(), there.radians()
    half = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    )
    return 2 * EARTH * math.asin(math.sqrt(min(1.0, half)))


@dataclass(frozen=True)
class Canvas:
    """A drawing of `width` by `height` units around everything that is on the map; north is up."""

    west: float
    north: float
    scale: float
    squeeze: float
    width: int
    height: int

    def at(self, place: Spot) -> tuple[int, int]:
        east = (place.longitude / MILLION - self.west) * self.squeeze
        south = self.north - place.latitude / MILLION
        return round(east * self.scale), round(south * self.scale)

    def metres(self, length: float) -> int:
        """A length on the ground in units of the drawing."""
        return round(length / (EARTH * math.pi / 180) * self.scale)


def canvas(places: Iterable[Spot], width: int = 1000, margin: float = 0.002) -> Canvas | None:
    """None without a place; `margin` in degrees."""
    found = list(places)
    if not found:
        return None
    west, east = _span([each.longitude for each in found], margin)
    south, north = _span([each.latitude for each in found], margin)
    squeeze = math.cos(math.radians((north + south) / 2))
    scale = width / ((east - west) * squeeze)
    return Canvas(west, north, scale, squeeze, width, math.ceil((north - south) * scale))


def _span(values: list[int], margin: float) -> tuple[float, float]:
    return min(values) / MILLION - margin, max(values) / MILLION + margin
