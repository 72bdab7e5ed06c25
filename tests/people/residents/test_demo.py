from collections import Counter

import pytest

from desa.foundation.core import clock
from desa.foundation.core.registry import demo_makers
from desa.foundation.core.values.nik import Nik, nik_warnings
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.trail.models import TrailEvent
from desa.people.residents import queries
from desa.people.residents.demo.families import families
from desa.people.residents.models import Family, FamilyMembership, Person


def test_demo_is_the_same_for_the_same_seed(village: Village) -> None:
    day = clock.today(village)
    assert families(1, day) == families(1, day)
    assert families(1, day) != families(2, day)


def test_demo_people_are_plausible(village: Village) -> None:
    for resident in families(1, clock.today(village)):
        nik = Nik(resident.nik)
        assert resident.nik.startswith("351499")
        sex = "P" if resident.fields["sex"] == 2 else "L"
        assert nik_warnings(nik, resident.fields["birth_date"], sex) == ()


@pytest.fixture
def demo(scope: Village) -> Village:
    demo_makers.get("residents").make(1)
    return scope


@pytest.mark.usefixtures("demo")
def test_demo_fills_the_village() -> None:
    assert Person.objects.count() >= 5000
    kinds = Counter(Area.objects.values_list("kind", flat=True))
    assert kinds == {AreaKind.DUSUN: 13, AreaKind.RW: 24, AreaKind.RT: 50}
    heads = FamilyMembership.objects.filter(shdk=1, valid_to__isnull=True).count()
    assert heads == Family.objects.count()
    assert TrailEvent.objects.filter(name="residents.demo.made").count() == 1
    _the_journeys_find_their_people()


def _the_journeys_find_their_people() -> None:
    (suwarni,) = queries.search("suwar sendi")
    assert suwarni.area_text == "Dusun Sendi RT 003/RW 001"
    first, second = queries.search("sri wahyuni")
    assert first.birth_date == second.birth_date
    assert first.area_text != second.area_text
    assert [hit.name for hit in queries.search("numan")] == ["Nu'man"]
    rizky = queries.person_by_nik("3514991708020001")
    assert rizky is not None
    assert queries.letter_facts(rizky)["kepala_keluarga"] == "Slamet"
    assert max(map(len, Person.objects.values_list("name", flat=True))) == 60


def test_family_numbers_stay_different_and_sixteen_digits_for_a_whole_kabupaten(
    village: Village,
) -> None:
    residents = families(1, clock.today(village), 40_000)
    heads = [resident.no_kk for resident in residents if resident.shdk == 1]
    assert len(set(heads)) == len(heads)
    assert {len(number) for number in heads} == {16}
