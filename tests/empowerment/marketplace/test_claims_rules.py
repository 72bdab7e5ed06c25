"""Promises of health are found however they are written; ordinary words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.marketplace.rules.claims import claims_in


@pytest.mark.parametrize(
    "text",
    [
        "Menyembuhkan asam urat",
        "obat batuk alami",
        "OBAT KUAT",
        "mengobati maag",
        "pengobatan tradisional",
        "berkhasiat untuk kesuburan",
        "khasiatnya banyak",
        "terbukti ampuh",
        "dijamin sembuh",
        "menurunkan berat badan",
        "pelangsing badan",
        "anti kanker",
        "Mencegah diabetes.",
        "100% sembuh",
        "tanpa efek samping",
        "daya tahan tubuh",
    ],
)
def test_promise_is_found(text: str) -> None:
    found = claims_in(text)
    assert found
    assert all(claim.instead for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "Segar, dari kunyit dan asam, diminum dingin",
        "Sahabat minum teh",
        "Kaus 100% katun",
        "Bibit tanaman obat keluarga",
        "Obat nyamuk bakar",
        "Keripik tempe daun jeruk",
        "Sandal kulit, dijahit tangan",
        "Jantan dan betina, umur dua bulan",
        "Sobat ngopi",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert claims_in(text) == ()


def test_word_is_told_as_it_was_written_and_only_once() -> None:
    words = [claim.word for claim in claims_in("Obat. OBAT! Menyembuhkan, obat.")]
    assert words == ["Obat", "Menyembuhkan"]


def test_household_name_does_not_hide_a_promise_beside_it() -> None:
    assert [claim.word for claim in claims_in("obat nyamuk dan obat batuk")] == ["obat"]


@given(st.text(max_size=60), st.sampled_from(["menyembuhkan", "Berkhasiat", "obat"]))
def test_promise_is_found_wherever_it_stands(around: str, word: str) -> None:
    assert word in {claim.word for claim in claims_in(f"{around} . {word} . {around}")}


@given(st.text(max_size=200))
def test_any_text_can_be_looked_through(text: str) -> None:
    assert all(claim.word in text for claim in claims_in(text))
