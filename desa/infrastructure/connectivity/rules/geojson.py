"""The village's own map file: outlines to draw, and the middle of each RT."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from desa.infrastructure.connectivity.exceptions import GeojsonRefused
from desa.infrastructure.connectivity.rules.geo import MILLION, Spot

MOST_BYTES = 4_000_000
MOST_SHAPES = 200
MOST_CORNERS = 400
"""Of one ring in the drawing; a finer outline is thinned."""
NOT_GEOJSON = _("Berkas ini bukan GeoJSON. Simpan peta sebagai GeoJSON (WGS 84), lalu unggah lagi.")
OUTSIDE = _("Peta ini di luar Indonesia. Simpan dengan koordinat WGS 84 (EPSG:4326), bukan UTM.")
Ring = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Shape:
    """Rings of (longitude, latitude) in millionths of a degree."""

    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class MapFile:
    """`rts`: (dusun, number of the RT) with its middle."""

    shapes: tuple[Shape, ...]
    rts: tuple[tuple[str, str, Spot], ...]


def read_map(content: bytes) -> MapFile:
    """Raises GeojsonRefused, which says what to do."""
    if len(content) > MOST_BYTES:
        raise GeojsonRefused(_("Peta paling besar 4 MB. Sederhanakan garisnya, lalu unggah lagi."))
    try:
        shapes, rts = _read(json.loads(content))
    except GeojsonRefused:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError):
        raise GeojsonRefused(NOT_GEOJSON) from None
    if not shapes and not rts:
        raise GeojsonRefused(_("Peta ini tidak berisi garis dusun atau titik RT."))
    return MapFile(tuple(shapes[:MOST_SHAPES]), tuple(rts))


def _read(data: Any) -> tuple[list[Shape], list[tuple[str, str, Spot]]]:
    if data["type"] != "FeatureCollection":
        raise GeojsonRefused(NOT_GEOJSON)
    shapes, rts = [], []
    for number, feature in enumerate(data["features"], start=1):
        facts, geometry = feature.get("properties") or {}, feature.get("geometry")
        if not geometry:
            continue
        if geometry["type"] == "Point":
            rts += _rt(facts, geometry["coordinates"])
        elif rings := tuple(_rings(geometry)):
            name = str(facts.get("name") or facts.get("nama") or facts.get("dusun") or number)
            shapes.append(Shape(name.strip()[:80], rings))
    return shapes, rts


def _rt(facts: Any, corner: Any) -> list[tuple[str, str, Spot]]:
    number = str(facts.get("rt") or "").strip()
    if not number:
        return []
    longitude, latitude = _corner(corner)
    dusun = str(facts.get("dusun") or "").strip()
    return [(dusun, number.zfill(3)[:60], Spot(latitude, longitude))]


def _rings(geometry: Any) -> Iterator[Ring]:
    kind, inner = geometry["type"], geometry.get("coordinates", [])
    groups = {"Polygon": [inner], "MultiPolygon": inner}.get(kind, [])
    lines = {"LineString": [inner], "MultiLineString": inner}.get(kind, [])
    for ring in [*(ring for group in groups for ring in group), *lines]:
        step = -(-len(ring) // MOST_CORNERS)
        yield tuple(_corner(corner) for corner in ring[:: max(1, step)])


def _corner(corner: Any) -> tuple[int, int]:
    longitude, latitude = round(corner[0] * MILLION), round(corner[1] * MILLION)
    if not (94_500_000 <= longitude <= 141_500_000 and -11_500_000 <= latitude <= 6_500_000):
        raise GeojsonRefused(OUTSIDE)
    return longitude, latitude
