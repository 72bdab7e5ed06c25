"""A person's family and place now, or the last known for someone who died or left."""

from collections.abc import Iterable

from django.db.models import F

from desa.people.residents.enums import Shdk
from desa.people.residents.models import Family, FamilyMembership, Person, Residence
from desa.people.residents.queries.places import Places, places
from desa.people.residents.rules.places import Place


def person_by_nik(nik: str) -> Person | None:
    return Person.objects.filter(nik=nik).first()


def last_membership(person: Person) -> FamilyMembership | None:
    """The open membership, else the one that ended last."""
    memberships = list(person.memberships.select_related("family"))
    return max(
        memberships, key=lambda row: (row.valid_to is None, row.valid_to, row.pk), default=None
    )


def current_family_numbers(person_ids: Iterable[int]) -> dict[int, str]:
    """The KK number of each of these people, read at once."""
    rows = FamilyMembership.objects.filter(person_id__in=set(person_ids))
    in_time = rows.order_by(F("valid_to").asc(nulls_last=True), "pk")
    return dict(in_time.values_list("person_id", "family__no_kk"))


def last_residence(person: Person) -> Residence | None:
    """The open residence, else the one that ended last."""
    residences = list(person.residences.all())
    return max(
        residences, key=lambda row: (row.valid_to is None, row.valid_to, row.pk), default=None
    )


def current_place(person: Person) -> Place:
    residence = last_residence(person)
    return places()[residence.area_id] if residence else Place()


def current_places(person_ids: Iterable[int], known: Places | None = None) -> dict[int, Place]:
    """The place of each of these people, for a list: as many reads for a hundred as for one."""
    rows = Residence.objects.filter(person_id__in=set(person_ids))
    in_time = rows.order_by(F("valid_to").asc(nulls_last=True), "pk")
    last = dict(in_time.values_list("person_id", "area_id"))
    known = known or places()
    return {person_id: known[area_id] for person_id, area_id in last.items()}


def head_of(family: Family) -> Person | None:
    """Who heads the family today."""
    head = (
        family.memberships.filter(shdk=Shdk.HEAD, valid_to__isnull=True)
        .select_related("person")
        .first()
    )
    return head.person if head else None
