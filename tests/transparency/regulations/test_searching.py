import pytest

from desa.transparency.regulations.rules.searching import joined_words


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("Pemakaian Wi-Fi Balai Desa", "WiFi"),
        ("Wi‑Fi dan e-mail, Wi‑Fi", "WiFi email"),
        ("Pengelolaan Aset Desa", ""),
        ("2020-2027 - sisa", "20202027"),
    ],
)
def test_hyphenated_words_are_found_without_their_hyphens(printed: str, joined: str) -> None:
    assert joined_words(printed) == joined
