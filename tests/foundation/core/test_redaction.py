import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.redaction import (
    COVER,
    has_private,
    hide_person_numbers,
    holds_person_number,
    redact,
)

NIK = "3514995203550001"
GAPS = st.sampled_from(["", " ", ".", "-", "\u200b", "  "])


@pytest.mark.parametrize(
    "written",
    [
        NIK,
        "3514 9952 0355 0001",
        "35.14.99.520355.0001",
        "3514-9952-0355-0001",
        "3514\u200b9952\u200b0355\u200b0001",
        "351499 520355 0001",
        "35149952035500012",
        "35.14.99.52.03.55.00.01",
        "35.14.99.52 03.55.00.01",
        "3.514.995.203.550.001",
        "3514_9952_0355_0001",
        "3514 — 9952 — 0355 — 0001",
        "3514*9952*0355*0001",
        "3514,9952,0355,0001",
        "3514'9952'0355'0001",
        "3514\u00ad9952\u200e0355\ufeff0001",
        "٣٥١٤٩٩٥٢٠٣٥٥٠٠٠١",
        "３５１４９９５２０３５５０００１",
        "③⑤①④⑨⑨⑤②⓪③⑤⑤⓪⓪⓪①",
    ],
)
def test_number_of_a_person_or_family_is_covered_however_it_is_written(written: str) -> None:
    assert redact(f"NIK saya {written}, tolong dicek.") == f"NIK saya {COVER}, tolong dicek."


@pytest.mark.parametrize(
    "written",
    ["081234567890", "0812-3456-7890", "+62 812 3456 7890", "6281234567890", "0812.3456.789"],
)
def test_telephone_number_is_covered(written: str) -> None:
    assert redact(f"Hubungi {written} ya") == f"Hubungi {COVER} ya"


def test_address_of_a_mailbox_is_covered() -> None:
    assert redact("ke siti.aminah@contoh.example saja") == f"ke {COVER} saja"


@pytest.mark.parametrize(
    "text",
    [
        "Mengapa Rp96.500.000 belum dipakai?",
        "Dari 1.250.000.000 menjadi 1.480.750.000,00?",
        "Rp96.500.000 58.200.000 12.000.000 itu untuk apa",
        "Tahun 2022 2023 2024 2025 sama semua?",
        "Rapat 08-08-2026 10.30 di balai",
        "17-08-2026 sampai 20-08-2026",
        "Kode 5.2.1.01.02 dan 2.3.10.92 itu apa",
        "RT 003/RW 001, 120 meter",
        "RT 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
        "- 96.500.000\n- 58.200.000\n- 12.000.000",
        "| 96.500.000 | 58.200.000 |",
        "1,250,000.00 dan 96,500,000 58,200,000",
        "Kode K7M-4QX",
        "SK 188/04/424.317.2.09/2026",
        "",
    ],
)
def test_sums_dates_and_codes_stay(text: str) -> None:
    assert redact(text) == text
    assert not has_private(text)


@given(st.lists(GAPS, min_size=15, max_size=15), st.text(alphabet="abc ,", max_size=10))
def test_no_way_to_space_the_digits_gets_through(gaps: list[str], around: str) -> None:
    spaced = NIK[0] + "".join(gap + digit for gap, digit in zip(gaps, NIK[1:], strict=True))
    hidden = redact(f"{around}{spaced}{around}")
    assert sum(char.isdigit() for char in hidden) == 0
    assert has_private(spaced)


@pytest.mark.parametrize("piece", ["a", "a.", "0", "x@", "a@a.", "1 ", "0 8", "1.000 ", "+62", "-"])
@pytest.mark.parametrize("before", ["", "a@"])
def test_a_text_of_two_megabytes_costs_one_pass(before: str, piece: str) -> None:
    """Anyone may send one; read in a square of its length it would hold the server for an hour."""
    text, begun = before + piece * (2_000_000 // len(piece)), time.monotonic()
    redact(text)
    assert time.monotonic() - begun < 20


@given(st.text(max_size=300))
def test_covering_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@pytest.mark.parametrize(
    "text", [NIK, "35.14.99.52.03.55.00.01", "KK\n3514990101100001\n", "3514\xa0\xa09952-0355/0001"]
)
def test_number_of_a_person_is_noticed_in_a_text_for_everyone(text: str) -> None:
    assert holds_person_number(f"Daftar: {text} atas nama Suwarni")


@pytest.mark.parametrize(
    "text",
    [
        "Rp12.500.000 12.500.000\n13.000.000",
        "2026 2027 2028 2029",
        "Rekening 0021-01-012345-50-7",
        "0812-3456-7890",
    ],
)
def test_money_years_accounts_and_telephones_are_no_number_of_a_person(text: str) -> None:
    assert not holds_person_number(text)


def test_nul_that_postgresql_cannot_hold_is_gone() -> None:
    assert redact(f"a\x00b 3514\x00{NIK[4:]}") == f"ab {COVER}"


@given(st.integers(0, 999_999_999_999))
def test_a_sum_of_money_is_never_covered(amount: int) -> None:
    text = f"Rp{amount:,}".replace(",", ".")
    assert redact(text) == text


def test_only_numbers_of_persons_are_hidden_where_the_rest_is_needed() -> None:
    text = f"NIK {NIK}, telepon 0812-3456-7890, rekening 0021 0123 4567 899, Rp61.200.000"
    assert hide_person_numbers(text) == text.replace(NIK, COVER)
