import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.rupiah import LARGEST_SEN, Rupiah

amounts = st.integers(-LARGEST_SEN, LARGEST_SEN).map(Rupiah)


@given(amounts)
def test_what_is_shown_can_be_typed_again(amount: Rupiah) -> None:
    assert Rupiah.parse(str(amount)) == amount


@given(st.lists(amounts))
def test_sums_are_exact_in_any_order(ledger: list[Rupiah]) -> None:
    assert sum(ledger, Rupiah()) == Rupiah.total(reversed(ledger))
    assert Rupiah.total([*ledger, *(-amount for amount in ledger)]) == Rupiah(0)


@given(amounts, amounts, st.integers(-1000, 1000))
def test_arithmetic_is_that_of_whole_sen(one: Rupiah, other: Rupiah, times: int) -> None:
    assert one + other - other == one
    assert (one * times).sen == one.sen * times == (times * one).sen
    assert (one < other) == (one.sen < other.sen)
    assert abs(one) == max(one, -one)


def test_a_plain_sum_starts_from_zero() -> None:
    assert sum([Rupiah.of(1), Rupiah(50)]) == Rupiah(150)


def test_money_does_not_mix_with_numbers() -> None:
    with pytest.raises(TypeError):
        Rupiah(1) + 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        5 + Rupiah(1)
    with pytest.raises(TypeError):
        Rupiah(1) - 1  # type: ignore[operator]
    with pytest.raises(TypeError):
        Rupiah(1) * 0.5  # type: ignore[operator]


def test_only_nothing_is_false() -> None:
    assert not Rupiah(0)
    assert Rupiah(-1)


@pytest.mark.parametrize(
    ("sen", "shown"),
    [
        (125_000_000, "Rp1.250.000"),
        (125_000_050, "Rp1.250.000,50"),
        (5, "Rp0,05"),
        (0, "Rp0"),
        (-150_000, "-Rp1.500"),
    ],
)
def test_one_form_is_shown(sen: int, shown: str) -> None:
    assert str(Rupiah(sen)) == shown


@pytest.mark.parametrize(
    ("typed", "sen"),
    [
        ("Rp1.250.000", 125_000_000),
        ("Rp 1.250.000", 125_000_000),
        ("Rp. 1.250.000,-", 125_000_000),
        ("Rp. 1.250.000 ,--", 125_000_000),
        ("rp 1.250.000,00", 125_000_000),
        ("IDR 1.250.000", 125_000_000),
        ("1.250.000,50", 125_000_050),
        ("1250000", 125_000_000),
        ("1.250", 125_000),
        ("0", 0),
        ("-1.500", -150_000),
        ("−Rp1.500", -150_000),
        ("Rp -1.500", -150_000),
    ],
)
def test_the_ways_villages_write_are_read(typed: str, sen: int) -> None:
    assert Rupiah.parse(typed) == Rupiah(sen)


@pytest.mark.parametrize(
    ("typed", "code", "asked"),
    [
        ("1,250,000", "american", "1.250.000"),
        ("1,250,000.00", "american", "1.250.000"),
        ("1,250", "american", "1.250"),
        ("1.5", "decimal", "1,5 juta atau 15"),
        ("12.50", "decimal", "12,50 juta atau 1250"),
        ("1,5", "decimal", "1,5 juta atau 15"),
        ("1250.000", "decimal", "lengkap"),
        ("1.250.00", "unreadable", "1.250.000"),
        ("1 250 000", "unreadable", "1.250.000"),
        ("1,5 juta", "unreadable", "1.250.000"),
        ("--5", "unreadable", "1.250.000"),
        ("banyak", "unreadable", "1.250.000"),
        ("9" * 5000, "unreadable", "1.250.000"),
        ("9" * 20, "too_large", "terlalu besar"),
        ("Rp", "empty", "belum diisi"),
        (" ", "empty", "belum diisi"),
    ],
)
def test_an_unclear_amount_is_asked_about_and_never_guessed(
    typed: str, code: str, asked: str
) -> None:
    with pytest.raises(ValueProblem) as caught:
        Rupiah.parse(typed)
    assert caught.value.code == code
    assert asked in str(caught.value)


@pytest.mark.parametrize(
    ("rupiah", "words"),
    [
        (1_250_000, "satu juta dua ratus lima puluh ribu rupiah"),
        (1_000, "seribu rupiah"),
        (11, "sebelas rupiah"),
        (100_001, "seratus ribu satu rupiah"),
        (0, "nol rupiah"),
        (-1_500, "minus seribu lima ratus rupiah"),
        (
            1_234_567_890,
            "satu miliar dua ratus tiga puluh empat juta lima ratus enam puluh tujuh ribu delapan ratus sembilan puluh rupiah",
        ),
    ],
)
def test_amounts_in_words(rupiah: int, words: str) -> None:
    assert Rupiah.of(rupiah).terbilang == words


def test_sen_in_words() -> None:
    assert Rupiah(150).terbilang == "satu rupiah lima puluh sen"


@pytest.mark.parametrize(
    ("rupiah", "short"),
    [
        (1_250_000, "Rp1,25 juta"),
        (1_500_000, "Rp1,5 juta"),
        (2_000_000, "Rp2 juta"),
        (999_999, "Rp999.999"),
        (10_000_000, "Rp10 juta"),
        (999_999_999, "Rp1 miliar"),
        (1_234_567_890, "Rp1,23 miliar"),
        (-3_000_000_000_000, "-Rp3 triliun"),
    ],
)
def test_large_sums_have_a_short_form(rupiah: int, short: str) -> None:
    assert Rupiah.of(rupiah).short == short
