import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.people.residents import queries
from desa.people.residents.actions.areas import ensure_areas
from desa.people.residents.actions.register import register_families
from desa.people.residents.enums import Status
from tests.people.residents.conftest import Register, resident


def _names(words: str) -> list[str]:
    return [hit.name for hit in queries.search(words)]


@pytest.fixture
def people(register: Register) -> None:
    register(
        resident(1, "Suwarni"),
        resident(2, "Suwardi", dusun="Klampok", rt="004"),
        resident(3, "Sri Wahyuni", rt="001"),
        resident(4, "Sri Wahyuni", dusun="Winog", rt="002"),
        resident(5, "Nu'man"),
        resident(6, "Bambang H.", dusun="Rajeg", rt="001"),
        resident(7, "Achmad Djoko", dusun="Rajeg", rt="002"),
        resident(8, "Sendi Kurniawan", dusun="Winog", rt="003"),
    )


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("suwar sendi", "Suwarni"),
        ("SUWARNI", "Suwarni"),
        ("suwar klamp", "Suwardi"),
        ("suwar rt 4", "Suwardi"),
        ("nu'man", "Nu'man"),
        ("numan", "Nu'man"),
        ("bambang h", "Bambang H."),
        ("ahmad joko", "Achmad Djoko"),
        ("soewarni", "Suwarni"),
        ("suwrani", "Suwarni"),
        ("sendi", "Sendi Kurniawan"),
        ("3514995203550006", "Bambang H."),
        ("3514990101100006", "Bambang H."),
    ],
)
def test_first_hit_is_the_one_meant(typed: str, first: str) -> None:
    assert _names(typed)[:1] == [first]


@pytest.mark.usefixtures("people")
def test_dusun_narrows_the_name_to_one_hit() -> None:
    assert _names("suwar") == ["Suwardi", "Suwarni"]
    assert _names("suwar sendi") == ["Suwarni"]


@pytest.mark.usefixtures("people")
def test_namesakes_are_both_shown_with_their_place() -> None:
    places = {hit.area_text for hit in queries.search("sri wahyuni")}
    assert places == {"Dusun Sendi RT 001/RW 001", "Dusun Winog RT 002/RW 001"}


@pytest.mark.usefixtures("people")
def test_dusun_and_rt_alone_list_who_lives_there() -> None:
    assert _names("sendi rt 3") == ["Sendi Kurniawan", "Nu'man", "Suwarni"]
    assert _names("rt 9") == []


@pytest.mark.usefixtures("people")
def test_hit_shows_no_nik_and_tells_the_age() -> None:
    (hit,) = queries.search("suwarni")
    assert hit.masked_nik == "3514" + "•" * 12
    assert hit.age is not None
    assert hit.age >= 71
    assert hit.is_alive


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("typed", ["", "   ", "%", "\"'", "zzzz", "OR", "xyzzy NEAR sendi"])
def test_words_that_name_nobody_find_nobody(typed: str) -> None:
    assert _names(typed) == []


@pytest.mark.usefixtures("people")
def test_limit_is_kept() -> None:
    assert len(queries.search("35149952", limit=3)) == 3


def test_search_in_one_village_does_not_see_the_other(
    village: Village, other_village: Village
) -> None:
    actor = SystemActor("test")
    with village_scope(other_village):
        person = resident(1, "Suwarni")
        areas, _new = ensure_areas(by=actor, wanted=[person.place])
        register_families(by=actor, residents=[person], areas=areas)
        assert _names("suwarni") == ["Suwarni"]
    with village_scope(village):
        for typed in ("suwarni", "su", "suwrani", "sendi", "3514995203550001"):
            assert _names(typed) == []


def test_removed_person_is_not_found(register: Register) -> None:
    (person,) = register(resident(1, "Suwarni"))
    person.removed_at = person.village.created_at
    person.save()
    assert _names("suwarni") == []


@pytest.mark.usefixtures("people")
def test_search_costs_a_bounded_number_of_queries() -> None:
    with CaptureQueriesContext(connection) as captured:
        queries.search("suwar sendi")
    assert len(captured) <= 12


def test_person_who_died_is_shown_with_the_last_home(register: Register) -> None:
    register(resident(1, "Sutrimo", status=Status.DEAD))
    (hit,) = queries.search("sutrimo")
    assert (hit.is_alive, hit.area_text) == (False, "Dusun Sendi RT 003/RW 001")
