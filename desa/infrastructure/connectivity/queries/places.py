"""The RTs of the village with their people and, where known, their middle."""

from dataclasses import dataclass

from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.infrastructure.connectivity.models import RtPlace
from desa.infrastructure.connectivity.queries.coverage import homes
from desa.people.residents.queries import places


@dataclass(frozen=True)
class RtLine:
    area_id: int
    dusun: str
    rt: str
    people: int
    placed: bool


def rt_lines() -> list[RtLine]:
    """Those without a middle first, the most people first."""
    known, living = places(), dict(homes())
    rows = Area.objects.filter(kind=AreaKind.RT, valid_to__isnull=True)
    placed = set(RtPlace.objects.values_list("area_id", flat=True))
    found = [
        RtLine(
            pk,
            known[pk].dusun or "",
            name,
            living[pk].people if pk in living else 0,
            pk in placed,
        )
        for pk, name in rows.values_list("pk", "name")
    ]
    return sorted(found, key=lambda each: (each.placed, -each.people, each.dusun, each.rt))
