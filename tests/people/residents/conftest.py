import os
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from desa.people.residents.actions.areas import ensure_areas
from desa.people.residents.actions.register import register_families
from desa.people.residents.models import Person
from desa.people.residents.rules.resident import Resident

collect_ignore = [] if "DESA_SHARED" in os.environ else ["test_shared_workbook.py"]
ACTOR = SystemActor("test")
Register = Callable[..., list[Person]]


def resident(number: int = 1, name: str = "Suwarni", **changes: Any) -> Resident:
    """A resident of Sendi RT 003/RW 001 who heads family `number`; `changes` are fields of either."""
    own = {
        key: changes.pop(key)
        for key in ("no_kk", "shdk", "dusun", "rw", "rt", "address")
        if key in changes
    }
    place: dict[str, Any] = {
        "no_kk": f"35149901011000{number:02}",
        "shdk": 1,
        "dusun": "Sendi",
        "rw": "001",
        "rt": "003",
    }
    fields: dict[str, Any] = {
        "nik": f"35149952035500{number:02}",
        "name": name,
        "sex": 2,
        "birth_date": date(1955, 3, 12),
    }
    return Resident(**(place | own), fields=fields | changes)


@pytest.fixture
def register(scope: Village) -> Register:
    def run(*residents: Resident) -> list[Person]:
        areas, _new = ensure_areas(by=ACTOR, wanted=[each.place for each in residents])
        return register_families(by=ACTOR, residents=residents, areas=areas).people

    return run
