from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from desa.foundation.tenancy.models import Area, Village
from desa.people.residents import queries
from desa.people.residents.actions.areas import ensure_areas
from desa.people.residents.enums import EventKind, Shdk, Status
from desa.people.residents.models import Family, FamilyMembership, Person, PersonEvent, Residence
from desa.people.residents.queries.people import last_membership
from tests.people.residents.conftest import ACTOR, Register, resident


def _family(person: Person) -> Family:
    membership = last_membership(person)
    assert membership is not None
    return membership.family


def test_resident_gets_family_place_and_one_entry_event(register: Register) -> None:
    (person,) = register(resident(1, address="Jalan Mawar 3"))
    assert _family(person) == Family.objects.get()
    assert str(queries.current_place(person)) == "Dusun Sendi RT 003/RW 001"
    assert [event.kind for event in PersonEvent.objects.all()] == [EventKind.ENTERED]
    assert Residence.objects.get().address == "Jalan Mawar 3"


def test_second_chunk_joins_the_family_that_is_there(register: Register) -> None:
    (head,) = register(resident(1))
    (child,) = register(resident(2, "Mulyadi", no_kk="3514990101100001", shdk=4))
    assert _family(child) == _family(head)
    assert queries.head_of(Family.objects.get()) == head


def test_person_who_died_is_no_member_today_but_keeps_the_last_family(register: Register) -> None:
    (person,) = register(resident(1, status=Status.DEAD))
    assert FamilyMembership.objects.filter(valid_to__isnull=True).count() == 0
    assert _family(person) == Family.objects.get()
    assert queries.head_of(Family.objects.get()) is None
    assert str(queries.current_place(person)) == "Dusun Sendi RT 003/RW 001"


def test_widow_heads_the_family_after_a_dead_head(register: Register) -> None:
    widow = resident(2, no_kk="3514990101100001")
    register(resident(1, "Paijo", status=Status.DEAD), widow)
    head = queries.head_of(Family.objects.get())
    assert head is not None
    assert head.name == "Suwarni"


def test_database_refuses_two_heads_and_two_equal_niks(register: Register) -> None:
    register(resident(1))
    with pytest.raises(IntegrityError), transaction.atomic():
        register(resident(2, no_kk="3514990101100001"))
    with pytest.raises(IntegrityError), transaction.atomic():
        register(resident(3, nik="3514995203550001"))
    assert Person.objects.count() == 1


def test_removed_person_frees_the_nik(register: Register) -> None:
    (person,) = register(resident(1))
    FamilyMembership.objects.update(valid_to=date(2026, 1, 1))
    person.removed_at = person.village.created_at
    person.save()
    register(resident(2, nik=person.nik))
    assert Person.base_objects.count() == 2


def test_temporary_niks_start_with_zero_and_count_on(register: Register, village: Village) -> None:
    first = register(resident(1, nik=""), resident(2, nik=""))
    (next_one,) = register(resident(3, nik=""))
    assert [person.nik for person in (*first, next_one)] == [
        "0351411200900001",
        "0351411200900002",
        "0351411200900003",
    ]
    assert next_one.has_temporary_nik


def test_areas_are_made_once_and_matched_without_case(scope: Village) -> None:
    _areas, new = ensure_areas(by=ACTOR, wanted=[("Sendi", "001", "003"), ("Sendi", "", "004")])
    assert [str(area) for area in new] == ["Sendi", "RT 004", "RW 001", "RT 003"]
    areas, again = ensure_areas(by=ACTOR, wanted=[("SENDI", "001", "003")])
    assert again == []
    assert Area.objects.count() == 4
    assert areas["SENDI", "001", "003"].name == "003"


def test_letter_facts_are_whole(register: Register) -> None:
    register(resident(2, "Paijo", no_kk="3514990101100001", sex=1))
    (person,) = register(
        resident(
            1, shdk=Shdk.WIFE, address="Jalan Mawar 3", religion=1, occupation=9, marital_status=2,
            citizenship=1, education=5, birth_place="PASURUAN",
        )
    )  # fmt: skip
    facts = queries.letter_facts(person)
    assert facts["nama"] == "Suwarni"
    assert facts["nik"] == "3514995203550001"
    assert facts["no_kk"] == "3514990101100001"
    assert facts["tanggal_lahir"] == "12 Maret 1955"
    assert facts["umur"].endswith(" tahun")
    assert facts["jenis_kelamin"] == "Perempuan"
    assert facts["agama"] == "Islam"
    assert facts["pekerjaan"] == "Petani/Pekebun"
    assert facts["status_kawin"] == "Kawin"
    assert facts["kewarganegaraan"] == "WNI"
    assert facts["pendidikan"] == "SLTA/Sederajat"
    assert facts["alamat"] == "Jalan Mawar 3, Dusun Sendi RT 003/RW 001"
    assert (facts["dusun"], facts["rt"], facts["rw"]) == ("Sendi", "003", "001")
    assert facts["kepala_keluarga"] == "Paijo"
    assert facts["hubungan_keluarga"] == "Istri"
    with override("en"):
        assert queries.letter_facts(person) == facts


def test_letter_facts_of_an_almost_unknown_person_are_empty_texts(scope: Village) -> None:
    person = Person.objects.create(nik="3514995203550001", name="Suwarni", search_text="suwarni")
    facts = queries.letter_facts(person)
    assert facts["umur"] == facts["no_kk"] == facts["alamat"] == facts["agama"] == ""


def test_person_prints_masked(register: Register) -> None:
    (person,) = register(resident(1, "Sri Wahyuni"))
    assert str(person) == "S••••• W•••••"
    assert person.nik not in f"{person} {person.masked_nik}"
