"""The village's own map, and where the houses of each RT stand."""

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity.models import MapShape, RtPlace
from desa.infrastructure.connectivity.rules.geo import Spot
from desa.infrastructure.connectivity.rules.geojson import MapFile
from desa.people.residents.queries import places


@action
def take_map(*, by: Actor, found: MapFile) -> tuple[int, list[str]]:
    """Replace the outlines, add the RTs; gives how many RTs were placed and which are not in the village."""
    if found.shapes:
        MapShape.objects.all().delete()
        names: dict[str, int] = {}
        for shape in found.shapes:
            names[shape.name] = names.get(shape.name, 0) + 1
            again = names[shape.name]
            name = shape.name if again == 1 else f"{shape.name[:74]} ({again})"
            MapShape.objects.create(name=name, rings=shape.rings)
    known = _rts()
    unknown = [f"{dusun} RT {rt}" for dusun, rt, _ in found.rts if _find(known, dusun, rt) is None]
    placed = 0
    for dusun, rt, where in found.rts:
        if (area_id := _find(known, dusun, rt)) is not None:
            _put(area_id, where)
            placed += 1
    village = current_village()
    record("connectivity.map.taken", village, by, shapes=len(found.shapes), places=placed)
    return placed, unknown


@action
def place_rt(*, by: Actor, area: Area, where: Spot) -> RtPlace:
    row = _put(area.pk, where)
    record("connectivity.rt.placed", row, by, rt=area.name)
    return row


def _put(area_id: int, where: Spot) -> RtPlace:
    row = RtPlace.objects.filter(area_id=area_id).first() or RtPlace(area_id=area_id)
    row.latitude, row.longitude = where.latitude, where.longitude
    row.full_clean()
    row.save()
    return row


def _rts() -> dict[tuple[str, str], list[int]]:
    """By (dusun, number) and by ("", number); a number may stand in several dusun."""
    known = places()
    found: dict[tuple[str, str], list[int]] = {}
    rows = Area.objects.filter(kind=AreaKind.RT, valid_to__isnull=True)
    for pk, name in rows.values_list("pk", "name"):
        dusun = (known[pk].dusun or "").casefold()
        for key in {(dusun, name), ("", name)}:
            found.setdefault(key, []).append(pk)
    return found


def _find(known: dict[tuple[str, str], list[int]], dusun: str, rt: str) -> int | None:
    """None where the number alone does not say which one is meant."""
    matches = known.get((dusun.casefold(), rt), [])
    return matches[0] if len(matches) == 1 else None
