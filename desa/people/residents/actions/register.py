"""Writes a chunk of whole families: people, families, memberships, residences, events, search index.

The residents were checked by rules; here the database's constraints are the last word, no full_clean
per row (it would make an import four times slower).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Max

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action
from desa.foundation.tenancy.models import Area, Village, VillageOwned
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.actions.areas import PlaceKey
from desa.people.residents.actions.indexing import index_people
from desa.people.residents.actions.rows import make_row
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
    memberships: list[FamilyMembership]
    residences: list[Residence]
    events: list[PersonEvent]

    def rows(self) -> list[VillageOwned]:
        """In the order in which they were written: a row comes after those it points to."""
        return [
            *self.people, *self.families, *self.memberships, *self.residences, *self.events,
        ]  # fmt: skip


@action
def register_families(
    *, by: Actor, residents: Sequence[Resident], areas: Mapping[PlaceKey, Area]
) -> Registered:
    """Add people who are not in the register yet; a family that is gets them as further members."""
    village = current_village()
    families, new_families = _families(residents, village)
    give_temporary_niks(residents, village)
    people = [_person(resident, village) for resident in residents]
    Person.objects.insert_new(people)
    Family.objects.insert_new(new_families)
    attached = _attach(list(zip(people, residents, strict=True)), families, areas)
    index_people([(person.pk, person.search_text) for person in people])
    return Registered(people, new_families, *attached)


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
    return make_row(Person, {**resident.fields, "village_id": village.pk, "search_text": text})


def _attach(
    pairs: list[tuple[Person, Resident]],
    families: Mapping[str, Family],
    areas: Mapping[PlaceKey, Area],
) -> tuple[list[FamilyMembership], list[Residence], list[PersonEvent]]:
    village, moment = current_village(), clock.now()
    day = clock.today(village)
    memberships, residences, events = [], [], []
    for person, resident in pairs:
        # Who died or left is no member of today's household: the day we learnt of it closes the row.
        ends = None if person.status == Status.ALIVE else day
        own = {"village_id": village.pk, "valid_to": ends}
        family, area = families[resident.no_kk], areas[resident.place]
        membership = {**own, "shdk": resident.shdk}
        memberships.append(make_row(FamilyMembership, membership, person=person, family=family))
        home = {**own, "address": resident.address}
        residences.append(make_row(Residence, home, person=person, area=area))
        event = {"village_id": village.pk, "kind": EventKind.ENTERED.value, "recorded_at": moment}
        events.append(make_row(PersonEvent, event, person=person))
    return (
        FamilyMembership.objects.insert_new(memberships),
        Residence.objects.insert_new(residences),
        PersonEvent.objects.insert_new(events),
    )
