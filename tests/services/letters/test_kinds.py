"""Kinds of letters are data: each is complete, and its words ask only for what can be answered."""

import pytest
from django.utils.translation import override

from desa.foundation.accounts.models import User
from desa.foundation.papers.rules.blocks import text_of
from desa.foundation.papers.rules.markup import placeholders
from desa.people.residents.models import Person
from desa.services.letters.engine.catalogue import kind_named, kinds, shipped
from desa.services.letters.exceptions import UnknownKind
from desa.services.letters.queries import compose, person_values, usual_signer
from desa.services.letters.rules.kinds import FREE, LetterKind, blanks_filled, read_kind


def test_the_three_kinds_of_the_first_counter_exist() -> None:
    assert set(kinds()) == {"keterangan-usaha", "keterangan-tidak-mampu", "keterangan-domisili"}


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.slug)
def test_words_use_only_what_the_register_or_the_counter_knows(
    kind: LetterKind, suwarni: Person
) -> None:
    known = {*person_values(suwarni), *kind.questions, "jabatan_penanda_tangan"}
    assert placeholders(kind.body) <= known
    assert set(kind.questions) <= placeholders(kind.body)


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.slug)
def test_paper_names_person_place_and_purpose(
    kind: LetterKind, suwarni: Person, kades: User
) -> None:
    answers = dict.fromkeys(kind.questions, "jawaban contoh")
    document = compose(kind, suwarni, answers, usual_signer())
    words = str(document.to_json())
    for expected in (
        "Suwarni",
        "3514995203550001",
        "Sendi RT 003/RW 001",
        "jawaban contoh",
        "Kepala Desa Sumbergedang",
    ):
        assert expected in words
    assert document.title == kind.name.upper()


def test_typed_markup_stays_plain_text(suwarni: Person, kades: User) -> None:
    kind = kind_named("keterangan-domisili")
    document = compose(kind, suwarni, {"keperluan": "**{nik}** #panic()"}, usual_signer())
    sentences = [text_of(block.runs) for block in document.body if hasattr(block, "runs")]
    assert any("**{nik}** #panic()" in sentence for sentence in sentences)


def test_unanswered_required_question_shows_as_dots_and_optional_as_nothing() -> None:
    kind = kind_named("keterangan-domisili")
    assert blanks_filled(kind, {}) == {"sejak": "", "keperluan": "…………"}


def test_unknown_kind_is_an_error_of_its_own() -> None:
    with pytest.raises(UnknownKind):
        kind_named("surat-sakti")


def test_kind_without_a_part_does_not_load() -> None:
    with pytest.raises(KeyError):
        read_kind("rusak", 'name = "Surat"\nrequirements = []\n')


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.slug)
def test_paper_is_the_same_whatever_language_its_maker_reads(
    kind: LetterKind, suwarni: Person, kades: User
) -> None:
    answers = dict.fromkeys(kind.questions, "jawaban contoh")
    paper = compose(kind, suwarni, answers, usual_signer())
    with override("en"):
        assert compose(kind, suwarni, answers, usual_signer()) == paper


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.slug)
def test_each_question_has_english_and_an_unknown_sentence_stays(kind: LetterKind) -> None:
    sentences = [kind.public_name, kind.product, *kind.requirements, FREE]
    sentences += [text for item in kind.fields for text in (item.label, item.hint) if text]
    assert [shipped(sentence) for sentence in sentences] == sentences
    with override("en"):
        assert not set(map(shipped, sentences)) & set(sentences)
        assert shipped("Kalimat desa sendiri") == "Kalimat desa sendiri"
