import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.people.residents.rules.places import Place
from desa.people.residents.rules.searching import (
    LONGEST_QUESTION,
    Question,
    likeness,
    score,
    search_text,
)

SUWARNI = search_text("Suwarni", "3514995203550001", "3514990101100001")


@pytest.mark.parametrize(
    ("typed", "words", "rt", "rw"),
    [
        ("suwar sendi", ("suwar", "sendi"), "", ""),
        ("Budi RT 3", ("budi",), "003", ""),
        ("budi rt003 rw 1", ("budi",), "003", "001"),
        ("budi 3", ("budi",), "003", ""),
        ("3514 9952 0355 0001", ("3514995203550001",), "", ""),
        ("35.14.99", ("351499",), "", ""),
        ("Dusun Sendi", ("sendi",), "", ""),
        ("Nu'man", ("numan",), "", ""),
        ("Soewarni", ("suwarni",), "", ""),
        ("rt 4", (), "004", ""),
        ("  ", (), "", ""),
        ("%_\"'*", (), "", ""),
    ],
)
def test_question_is_read(typed: str, words: tuple[str, ...], rt: str, rw: str) -> None:
    assert Question.parse(typed) == Question(words, rt, rw)


@given(st.text(max_size=40))
def test_question_words_hold_no_sign_that_a_database_could_take_for_an_operator(typed: str) -> None:
    assert all(word.isalnum() for word in Question.parse(typed).words)


def test_whole_word_beats_beginning_beats_middle() -> None:
    whole, beginning, middle = (score((word,), SUWARNI) for word in ("suwarni", "suwar", "warni"))
    assert whole > beginning > middle > 0


def test_a_word_that_is_nowhere_makes_the_score_zero() -> None:
    assert score(("suwarni", "klampok"), SUWARNI) == 0


def test_one_or_two_letters_count_only_at_the_beginning_of_a_word() -> None:
    assert score(("su",), SUWARNI) > 0
    assert score(("wa",), SUWARNI) == 0


def test_misspelt_name_is_near_and_another_name_is_not() -> None:
    assert likeness(("suwrani",), SUWARNI) > 80
    assert likeness(("bambang",), SUWARNI) < 50
    assert likeness((), SUWARNI) == 0


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("Sendi", "001", "003"), "Dusun Sendi RT 003/RW 001"),
        (Place("Sendi", "", "003"), "Dusun Sendi RT 003"),
        (Place("Sendi"), "Dusun Sendi"),
        (Place(), ""),
    ],
)
def test_place_is_written_without_what_is_unknown(place: Place, text: str) -> None:
    assert str(place) == text


def test_place_answers_the_beginning_of_a_dusun_and_its_numbers() -> None:
    place = Place("Pandan Sili", "001", "003")
    assert place.lies_in("pand")
    assert place.lies_in("sili", "003", "001")
    assert not place.lies_in("anda")
    assert not place.lies_in("pand", "004")
    assert not place.lies_in("", "", "002")


def test_question_longer_than_anyone_types_is_cut() -> None:
    """Fifty thousand words would each be compared with every name of the village."""
    assert sum(map(len, Question.parse("suwarni " * 50_000).words)) <= LONGEST_QUESTION
    assert len(Question.parse("3" * 1_000_000).words[0]) == LONGEST_QUESTION
