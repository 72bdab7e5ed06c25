import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.budgets.rules.figures import Block, Figures
from desa.transparency.budgets.rules.lines import Balance
from desa.transparency.budgets.rules.speech import (
    MOST_WORDS,
    amount,
    roughly,
    speech,
    spoken_date,
    spoken_percent,
)
from desa.transparency.budgets.rules.wording import percent
from tests.transparency.budgets import figures as samples
from tests.transparency.budgets.reading import sen_of_words

SEN = st.integers(min_value=-(10**16), max_value=10**16)


def _spoken(figures: Figures) -> list[str]:
    return speech(figures).splitlines()[2:]


@given(SEN)
def test_amount_in_words_is_that_amount(sen: int) -> None:
    assert sen_of_words(amount(sen)) == sen


@given(SEN)
def test_rounded_amount_says_so_and_is_within_half_a_million(sen: int) -> None:
    said = roughly(sen)
    told = sen_of_words(said.removeprefix("sekitar "))
    assert said.startswith("sekitar ") == (told != sen)
    assert abs(told - sen) <= 10**8 / 2


def test_sums_are_said_as_people_say_them() -> None:
    text = speech(samples.plan())
    assert "Uang masuk sembilan ratus sembilan belas juta rupiah." in text
    assert "defisit lima belas juta rupiah." in text
    assert "tahun dua ribu dua puluh enam" in text


def test_sen_are_said() -> None:
    text = speech(samples.realisation())
    assert "dua ratus lima puluh rupiah tiga puluh tujuh sen." in text
    assert "empat puluh empat koma dua persen" in text
    assert "tiga puluh Juni dua ribu dua puluh enam" in text


def test_share_and_date_in_words() -> None:
    assert spoken_percent("44,2 %") == "empat puluh empat koma dua persen"
    assert spoken_percent("100,0 %") == "seratus persen"
    assert spoken_percent("hampir 100 %") == "hampir seratus persen"
    assert spoken_percent("kurang dari 0,1 %") == "kurang dari nol koma satu persen"
    assert spoken_date(date(2026, 8, 17)) == "tujuh belas Agustus dua ribu dua puluh enam"


@given(part=st.integers(0, 10**14), whole=st.integers(1, 10**12))
def test_every_share_can_be_said(part: int, whole: int) -> None:
    said = spoken_percent(percent(part, whole))
    assert said.endswith(" persen")
    assert not re.search(r"[0-9%]", said)


@pytest.mark.parametrize(
    "case",
    [samples.plan, samples.draft, samples.change, samples.realisation, samples.ugly, samples.bare],
)
def test_speech_is_short_whole_and_without_figures(case: Callable[[], Figures]) -> None:
    figures = case()
    lines = _spoken(figures)
    assert sum(len(line.split()) for line in lines) <= MOST_WORDS
    assert all(line.endswith((".", "?")) and len(line.split()) <= 32 for line in lines)
    free = [line for line in lines if not line.startswith("Silakan ke")]
    assert not any(re.search(r"[0-9]", line) for line in free)
    assert "Terima kasih." in lines


def test_speech_tells_where_to_look_and_where_to_complain() -> None:
    text = speech(samples.plan())
    assert "situs desa: sumbergedang.example." in text
    assert "Silakan ke kantor desa atau WhatsApp 0812-0000-0000." in text
    office = speech(samples.ugly())
    assert "situs" not in office
    assert "Silakan ke kantor desa." in office


@given(
    names=st.lists(st.text("abcde ", min_size=3, max_size=300), max_size=60),
    sen=st.integers(0, 10**15),
)
def test_three_minutes_are_kept_whatever_is_told(names: list[str], sen: int) -> None:
    spending = tuple(Block(f"9{n}", name.strip() or "x", sen) for n, name in enumerate(names))
    figures = replace(
        samples.change(),
        spending=spending,
        totals=Balance(sen, 10**15 - 1, 0, 0),
        complaint_address="alamat " * 40,
    )
    lines = _spoken(figures)
    assert sum(len(line.split()) for line in lines) <= MOST_WORDS
    assert lines[-1] == "Terima kasih."


def test_example_is_said_before_anything_else() -> None:
    assert speech(samples.plan(), example=True).splitlines()[2].startswith("Ini hanya contoh")


def test_reader_sees_the_version_and_how_long_it_takes() -> None:
    head = speech(samples.realisation()).splitlines()[0]
    assert head.startswith("[")
    assert head.endswith("APBDes-2026-realisasi-1]")
    assert "paling lama 2 menit" in head
