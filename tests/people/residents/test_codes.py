import pytest

from desa.people.residents.models.person import CODE_LISTS
from desa.people.residents.rules.codes import codes, key, label, spellings


@pytest.mark.parametrize(
    ("name", "typed", "number"),
    [
        ("agama", "1", 1),
        ("agama", "Islam", 1),
        ("agama", "KATHOLIK", 3),
        ("agama", "Katolik", 3),
        ("agama", "Buddha", 5),
        ("pendidikan_kk", "slta/sederajat", 5),
        ("pendidikan_kk", "SLTA / SEDERAJAT", 5),
        ("golongan_darah", "A", 1),
        ("golongan_darah", "A+", 5),
        ("golongan_darah", "a-", 6),
        ("jenis_kelamin", "L", 1),
        ("jenis_kelamin", "perempuan", 2),
        ("shdk", "Orang Tua", 7),
        ("shdk", "01", 1),
        ("status_dasar", "HIDUP", 1),
        ("disabilitas", "Disabilitas netra", 2),
        ("asuransi", "99", 99),
    ],
)
def test_code_is_found_by_number_and_by_every_spelling(name: str, typed: str, number: int) -> None:
    assert spellings(name)[key(typed)] == number


@pytest.mark.parametrize("name", [*CODE_LISTS.values(), "shdk"])
def test_no_two_codes_of_a_list_share_a_spelling(name: str) -> None:
    own = [
        {key(code.name), key(code.label), *map(key, code.aliases)} for code in codes(name).values()
    ]
    assert sum(map(len, own)) == len(set().union(*own))


@pytest.mark.parametrize("name", [*CODE_LISTS.values(), "shdk"])
def test_every_code_has_a_label_without_the_word_cacat(name: str) -> None:
    for code in codes(name).values():
        assert code.label
        assert "cacat" not in code.label.casefold()


def test_label_of_nothing_or_of_an_unknown_code_is_empty() -> None:
    assert label("agama", None) == ""
    assert label("agama", 42) == ""
    assert label("pekerjaan", 9) == "Petani/Pekebun"
