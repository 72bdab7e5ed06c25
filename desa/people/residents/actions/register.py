"""Writes a chunk of whole families: people, families, memberships, residences, events, search index.

The residents were checked by rules; here the database's constraints are the last word, no full_clean
per row (it would make an import four times slower).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.actions.areas import PlaceKey
from desa.people.residents.actions.indexing import index_people
from desa.people.residents.enums import EventKind, Status
from desa.people.residents.models import (
    Family,
    FamilyMembership,
    Person,
    PersonEvent,
    Residence,
)
from desa.people.residents.rules.resident import Resident
from desa.people.residents.rules.searching import search_text

SERIAL_DIGITS = 5


@dataclass(frozen=True)
class Registered:
    """What one chunk added, for the journal."""

    people: list[Person]
    families: list[Family]


@action
def register_families(
    *, by: Actor, residents: Sequence[Resident], areas: Mapping[PlaceKey, Area]
) -> Registered:
    """Add people who are not in the register yet; a family that is gets them as further members."""
    village = current_village()
    families, new_families = _families(residents, village)
    give_temporary_niks(residents, village)
    people = [_person(resident, village) for resident in residents]
    Person.objects.bulk_create(people)
    Family.objects.bulk_create(new_families)
    _attach(list(zip(people, residents, strict=True)), families, areas, clock.today(village))
    index_people([(person.pk, person.search_text) for person in people])
    return Registered(people, new_families)


def _families(
    residents: Sequence[Resident], village: Village
) -> tuple[dict[str, Family], list[Family]]:
    numbers = {resident.no_kk for resident in residents}
    families = {family.no_kk: family for family in Family.objects.filter(no_kk__in=numbers)}
    fresh = [Family(village=village, no_kk=number) for number in sorted(numbers - families.keys())]
    return families | {family.no_kk: family for family in fresh}, fresh


def give_temporary_niks(residents: Sequence[Resident], village: Village) -> None:
    """A resident without NIK gets 0, the village's code and a serial, as the peer's software does."""
    without = [resident for resident in residents if not resident.nik]
    if not without:
        return
    stem = "0" + village.code.replace(".", "")
    highest = Person.objects.filter(nik__startswith=stem).aggregate(nik=Max("nik"))["nik"]
    serial = int(highest[len(stem) :]) if highest else 0
    for resident in without:
        serial += 1
        resident.fields["nik"] = f"{stem}{serial:0{SERIAL_DIGITS}}"


def _person(resident: Resident, village: Village) -> Person:
    text = search_text(resident.fields["name"], resident.nik, resident.no_kk)
    return Person(village=village, search_text=text, **resident.fields)


def _attach(
    pairs: list[tuple[Person, Resident]],
    families: Mapping[str, Family],
    areas: Mapping[PlaceKey, Area],
    day: date,
) -> None:
    memberships, residences, events = [], [], []
    moment = clock.now()
    for person, resident in pairs:
        # Who died or left is no member of today's household: the day we learnt of it closes the row.
        common: dict[str, Any] = {
            "village": person.village,
            "person": person,
            "valid_to": None if person.status == Status.ALIVE else day,
        }
        family = families[resident.no_kk]
        memberships.append(FamilyMembership(family=family, shdk=resident.shdk, **common))
        residences.append(Residence(area=areas[resident.place], address=resident.address, **common))
        events.append(
            PersonEvent(
                village=person.village, person=person, kind=EventKind.ENTERED, recorded_at=moment
            )
        )
    FamilyMembership.objects.bulk_create(memberships)
    Residence.objects.bulk_create(residences)
    PersonEvent.objects.bulk_create(events)
