"""Fills the register of desa contoh."""

from desa.foundation.core.actions import SystemActor, action, record
from desa.foundation.core.clock import today
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.actions.areas import PlaceKey, ensure_areas
from desa.people.residents.actions.register import register_families
from desa.people.residents.demo.families import families
from desa.people.residents.rules.chunks import chunks
from desa.people.residents.rules.resident import Resident

ACTOR = SystemActor("load_demo")


def make_demo(seed: int) -> None:
    """At least 5,000 residents in 13 dusun, 24 RW and 50 RT; through the import's own chunk action."""
    village = current_village()
    residents = families(seed, today(village))
    areas, _new = ensure_areas(by=ACTOR, wanted={resident.place for resident in residents})
    for chunk in chunks(residents):
        register_families(by=ACTOR, residents=chunk, areas=areas)
    _tell(residents, areas)


@action
def _tell(residents: list[Resident], areas: dict[PlaceKey, Area]) -> None:
    record("residents.demo.made", current_village(), ACTOR, people=len(residents), areas=len(areas))
