import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.names import fold_name, mask_name, sort_key

latin = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz '-."), max_size=40)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Rizky Pratama", "R••••• P•••••"),
        ("Nu'man", "N•••••"),
        ("Jo", "J•••••"),
        ("  Siti   Aminah ", "S••••• A•••••"),
        ("'Aisyah (alm.)", "A••••• a•••••"),
        ("E\u0301mile", "É•••••"),
        ("-", ""),
        ("", ""),
    ],
)
def test_a_masked_name_keeps_only_first_letters(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(max_size=60))
def test_a_masked_word_never_shows_its_length(name: str) -> None:
    assert all(len(word) == 6 and word.endswith("•••••") for word in mask_name(name).split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Djojo", "Joyo"),
        ("Soekarno", "Sukarno"),
        ("Tjokro", "Cokro"),
        ("Sjahrir", "Syahrir"),
        ("Achmad", "Ahmad"),
        ("Muhammad", "Muhamad"),
        ("Nu'man", "NUMAN"),
        ("Nu’man", "Nu`man"),
        ("André", "andre"),
        ("Nur-Hidayah", "nur  hidayah"),
    ],
)
def test_two_spellings_of_a_name_fold_to_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jamal", "Yamal"),
        ("Joko", "Yoko"),
        ("Sri Wahyuni", "Sri Wahyudi"),
        ("Siti Aminah", "Sitiaminah"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold_name(one) != fold_name(other)


def test_digits_are_not_folded() -> None:
    assert fold_name("Sri 3514991100") == "sri 3514991100"


@given(latin)
def test_folding_ignores_case_and_edges(name: str) -> None:
    assert fold_name(f" {name.upper()} ") == fold_name(name)
    assert set(fold_name(name)) <= set("abcdefghijklmnopqrstuvwxyz ")


@pytest.mark.parametrize(
    ("titled", "name"),
    [
        ("H. Slamet", "Slamet"),
        ("Hj Siti Aminah", "Siti Aminah"),
        ("Dr. H. Bambang, S.Pd., M.Si.", "Bambang"),
        ("Siti Aminah S.Pd.I", "Siti Aminah"),
        ("Drs. Suwarni", "Suwarni"),
    ],
)
def test_titles_are_not_part_of_the_order(titled: str, name: str) -> None:
    assert sort_key(titled) == sort_key(name)


@pytest.mark.parametrize(
    ("name", "key"), [("M. Rizky", "m rizky"), ("Dr", "dr"), ("Lestari Sh", "lestari sh")]
)
def test_what_only_looks_like_a_title_stays(name: str, key: str) -> None:
    assert sort_key(name) == key


def test_people_are_listed_as_people_read() -> None:
    listed = ["Sri 2", "Sri 10", "H. Tono", "Äni", "Nu'man", "numari"]
    assert sorted(listed, key=sort_key) == ["Äni", "Nu'man", "numari", "Sri 2", "Sri 10", "H. Tono"]
