"""The area tree by id, read once: a village has about a hundred areas."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.people.residents.rules.places import Place


@dataclass(frozen=True)
class Places:
    by_id: dict[int, Place]

    def __getitem__(self, area_id: int | None) -> Place:
        """The place of an area; an empty one for None."""
        return self.by_id[area_id] if area_id is not None else Place()

    def __iter__(self) -> Iterator[tuple[int, Place]]:
        return iter(self.by_id.items())


def places() -> Places:
    """Every area of the open village, ended ones too: an old residence still has its name."""
    rows = {
        pk: (kind, name, parent)
        for pk, kind, name, parent in Area.objects.values_list("pk", "kind", "name", "parent_id")
    }
    return Places({pk: _place(pk, rows) for pk in rows})


def _place(pk: int, rows: Mapping[int, tuple[str, str, int | None]]) -> Place:
    kind, name, parent = rows[pk]
    above = _place(parent, rows) if parent is not None else Place()
    if kind == AreaKind.DUSUN:
        return replace(above, dusun=name)
    return replace(above, rw=name) if kind == AreaKind.RW else replace(above, rt=name)
