"""The part of the register that a workbook touches, read in a few set-based queries."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from desa.foundation.core import clock
from desa.foundation.sheets.rules.workbook import Workbook
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.enums import Shdk
from desa.people.residents.models import FamilyMembership, Person, Residence
from desa.people.residents.queries.places import Places, places
from desa.people.residents.rules.checks import Known, Namesake, Sorted, Standing
from desa.people.residents.rules.layout import COLUMNS, NOT_OF_THE_PERSON
from desa.people.residents.rules.plan import Plan, make_plan, read_book
from desa.people.residents.rules.resident import Resident

SLICE = 500
OWN_FIELDS = tuple(column.field for column in COLUMNS if column.field not in NOT_OF_THE_PERSON)


def plan_import(book: Workbook) -> Plan:
    """The dry run: nothing is written. Raises ValueProblem when no sheet holds residents."""
    read = read_book(book, clock.today(current_village()))
    residents = [row.resident for row in read.rows if row.resident is not None]
    return make_plan(read, _standing(residents), unknown_areas)


def _standing(residents: list[Resident]) -> Standing:
    unnamed = any(not resident.nik for resident in residents)
    without_nik = _without_nik() if unnamed else {}
    niks = {resident.nik for resident in residents if resident.nik} | set(without_nik.values())
    numbers = {resident.no_kk for resident in residents}
    return Standing(_people(niks), _heads(numbers), without_nik)


def _people(niks: Iterable[str]) -> dict[str, Known]:
    known: dict[str, Known] = {}
    tree = places()
    for some in _slices(niks):
        people = list(Person.objects.filter(nik__in=some))
        if people:
            known |= known_people(people, tree)
    return known


def known_people(people: list[Person], tree: Places | None = None) -> dict[str, Known]:
    """By NIK; with the open membership and residence, else those that ended last."""
    tree = tree or places()
    ids = [person.pk for person in people]
    families: dict[int, dict[str, Any]] = {}
    for person_id, no_kk, shdk in _latest(
        FamilyMembership.objects.filter(person_id__in=ids), "family__no_kk", "shdk"
    ):
        families[person_id] = {"no_kk": no_kk, "shdk": shdk}
    homes: dict[int, dict[str, Any]] = {}
    for person_id, area_id, street in _latest(
        Residence.objects.filter(person_id__in=ids), "area_id", "address"
    ):
        place = tree[area_id]
        homes[person_id] = {
            "dusun": place.dusun, "rw": place.rw, "rt": place.rt, "address": street,
        }  # fmt: skip
    return {
        person.nik: Known(
            person.pk,
            {name: getattr(person, name) for name in OWN_FIELDS}
            | families.get(person.pk, {})
            | homes.get(person.pk, {}),
        )
        for person in people
    }


def _latest(rows: Any, *names: str) -> Iterator[tuple[Any, ...]]:
    """Ended rows first and the open one last, so that a dict keeps the latest of a person."""
    found = list(rows.values_list("person_id", *names, "valid_to", "pk"))
    found.sort(key=lambda row: (row[-2] is None, row[-2] or date.min, row[-1]))
    return (row[:-2] for row in found)


def _heads(numbers: Iterable[str]) -> dict[str, str]:
    heads: dict[str, str] = {}
    for some in _slices(numbers):
        heads |= dict(
            FamilyMembership.objects.filter(
                valid_to__isnull=True, shdk=Shdk.HEAD, family__no_kk__in=some
            ).values_list("family__no_kk", "person__nik")
        )
    return heads


def _without_nik() -> dict[Namesake, str]:
    rows = Person.objects.filter(nik__startswith="0").values_list("name", "birth_date", "nik")
    return {(name.casefold(), birth): nik for name, birth, nik in rows}


def unknown_areas(found: Sorted) -> tuple[str, ...]:
    """The dusun, RW and RT that the new residents name and the village does not have, in words."""
    known = {(place.dusun.casefold(), place.rw, place.rt) for _area, place in places()}
    unknown: dict[tuple[str, str, str], str] = {}
    for dusun, rw, rt in sorted({resident.place for resident in found.new}):
        for level in ((dusun, "", ""), (dusun, rw, ""), (dusun, rw, rt)):
            key = (level[0].casefold(), *level[1:])
            if key not in known:
                words = (
                    f"Dusun {level[0]}",
                    f"RW {level[1]}" if level[1] else "",
                    f"RT {level[2]}" if level[2] else "",
                )
                unknown.setdefault(key, " ".join(word for word in words if word))
    return tuple(unknown.values())


def _slices(values: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), SLICE):
        yield ordered[start : start + SLICE]
