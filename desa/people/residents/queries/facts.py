"""What letters may say about a person; the keys are the places of the letter texts."""

from datetime import date

from django.utils.translation import override

from desa.foundation.core import clock
from desa.foundation.core.values.dates import format_long
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.models import Person
from desa.people.residents.queries.people import head_of, last_membership, last_residence
from desa.people.residents.queries.places import places


def letter_facts(person: Person) -> dict[str, str]:
    """Unmasked: whoever shows them logs a look. What is not filled in is an empty text."""
    age = person.age(clock.today(current_village()))
    return {
        "nama": person.name,
        "nik": person.nik,
        "tempat_lahir": person.birth_place,
        "tanggal_lahir": _long(person.birth_date),
        "umur": f"{age} tahun" if age is not None else "",
        "jenis_kelamin": person.label("sex"),
        "agama": person.label("religion"),
        "pekerjaan": person.label("occupation"),
        "pendidikan": person.label("education"),
        "status_kawin": person.label("marital_status"),
        "kewarganegaraan": person.label("citizenship"),
        "nama_ayah": person.father_name,
        "nama_ibu": person.mother_name,
        **_family_facts(person),
        **_place_facts(person),
    }


def _long(day: date | None) -> str:
    return format_long(day) if day else ""


def _family_facts(person: Person) -> dict[str, str]:
    membership = last_membership(person)
    head = head_of(membership.family) if membership else None
    with override("id"):  # letters are in Indonesian, whoever makes them
        place_in_family = membership.get_shdk_display() if membership else ""
    return {
        "no_kk": membership.family.no_kk if membership else "",
        "hubungan_keluarga": place_in_family,
        "kepala_keluarga": head.name if head else "",
    }


def _place_facts(person: Person) -> dict[str, str]:
    residence = last_residence(person)
    place = places()[residence.area_id if residence else None]
    street = residence.address if residence else ""
    return {
        "alamat": ", ".join(part for part in (street, str(place)) if part),
        "dusun": place.dusun,
        "rt": place.rt,
        "rw": place.rw,
    }
