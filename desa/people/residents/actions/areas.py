"""Finds the areas that residents name, and makes the ones the village does not have yet."""

from collections.abc import Iterable

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area

PlaceKey = tuple[str, str, str]  # dusun, RW, RT; unknown ones empty
_Key = tuple[str, str, int | None]
_LEVELS = (AreaKind.DUSUN, AreaKind.RW, AreaKind.RT)


@action
def ensure_areas(
    *, by: Actor, wanted: Iterable[PlaceKey]
) -> tuple[dict[PlaceKey, Area], list[Area]]:
    """The smallest known area of each place, and those that were new. Dusun are matched without case."""
    tree = {_key(area): area for area in Area.objects.filter(valid_to__isnull=True)}
    found: dict[PlaceKey, Area] = {}
    made: list[Area] = []
    for place in sorted(set(wanted)):
        found[place] = _walk(place, tree, made)
    if made:
        record("residents.areas.added", made[0], by, areas=[str(area) for area in made])
    return found, made


def _walk(place: PlaceKey, tree: dict[_Key, Area], made: list[Area]) -> Area:
    area: Area | None = None
    for kind, name in zip(_LEVELS, place, strict=True):
        if not name:
            continue
        key = (str(kind), name.casefold(), area.pk if area else None)
        if key not in tree:
            tree[key] = _make(kind, name, area)
            made.append(tree[key])
        area = tree[key]
    if area is None:
        raise ValueError("a place without a dusun has no area")
    return area


def _make(kind: AreaKind, name: str, parent: Area | None) -> Area:
    area = Area(kind=kind, name=name, parent=parent)
    area.full_clean()
    area.save()
    return area


def _key(area: Area) -> _Key:
    return (area.kind, area.name.casefold(), area.parent_id)
