import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.sheets.rules.workbook import Cell, NumberText
from desa.transparency.budgets.rules.money import (
    LARGEST_SEN,
    Habit,
    MoneyFault,
    MoneyProblem,
    habit_of,
    read_money,
)

INDONESIAN = Habit(",")
ENGLISH = Habit(".")
THOUSANDS = Habit("", 1_000)
CASES = 100_000


def sen(cell: Cell, habit: Habit = INDONESIAN) -> int:
    amount = read_money(cell, habit)
    assert amount is not None
    return amount.sen


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("157.100.000,00", 15_710_000_000),
        ("1.250.000", 125_000_000),
        ("Rp 1.244.000", 124_400_000),
        ("Rp. 11.480.000,-", 1_148_000_000),
        ("Rp1.250.000,--", 125_000_000),
        ("IDR 5.000", 500_000),
        ("(12.450.000,00)", -1_245_000_000),
        ("-2.725.157", -272_515_700),
        ("Rp -5.000", -500_000),
        ("- Rp 5.000", -500_000),
        ("1.028.619,09", 102_861_909),
        ("0,00", 0),
        ("Rp 0", 0),
        ("-", 0),
        ("250", 25_000),
        ("12,50", 1_250),
        (" 1.000 ", 100_000),
        ("1 000".replace(" ", ""), 100_000),
        (1250, 125_000),
        (38400000.0, 3_840_000_000),
        (803250.37, 80_325_037),
        (0.1 + 0.2 + 1000, 100_030),
        (NumberText("1370181000"), 137_018_100_000),
    ],
)
def test_every_habit_of_one_column_is_read(written: Cell, expected: int) -> None:
    assert sen(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("1,370,181,000", 137_018_100_000), ("100.20", 10_020), ("-2,725,157", -272_515_700)],
)
def test_a_column_in_english_is_read_as_english(written: str, expected: int) -> None:
    assert sen(written, ENGLISH) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2.345,000.00", 234_500_000),
        ("123,456,000,00", 12_345_600_000),
        ("(123.456,789)", -12_345_678_900),
        ("1,250,000", 125_000_000),
    ],
)
def test_a_cell_of_another_habit_is_read_and_marked(written: str, expected: int) -> None:
    amount = read_money(written, INDONESIAN)
    assert amount is not None
    assert (amount.sen, amount.is_odd) == (expected, True)


@pytest.mark.parametrize(
    "written",
    ["1.5", "1,5", "12.3456", "1.25.000", "1..250", "1.250,", ",50", "abc", "12 juta", "Rp", "1.250.0",
     "--5", "-(5.000)", "(5.000", "5.000)", "007", "0.250", "1.2500", "12,345,67,00", "1e6", "½"],
)  # fmt: skip
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(MoneyProblem) as caught:
        read_money(written, INDONESIAN)
    assert caught.value.fault is MoneyFault.UNREADABLE


@pytest.mark.parametrize(
    ("written", "habit"),
    [
        ("12.50", Habit()),
        ("12.50", INDONESIAN),
        ("12,50", ENGLISH),
        ("1.250", ENGLISH),
        ("1,250", INDONESIAN),
        ("1,250", Habit()),
        ("1.250", THOUSANDS),
        ("1.250", Habit(",", 1_000)),
        (9.5, INDONESIAN),
        (1.25, Habit()),
    ],
)
def test_what_may_mean_two_things_is_asked_and_not_guessed(written: Cell, habit: Habit) -> None:
    with pytest.raises(MoneyProblem) as caught:
        read_money(written, habit)
    assert caught.value.fault is MoneyFault.AMBIGUOUS


@pytest.mark.parametrize("written", ["########", "###", " ##### "])
def test_a_value_lost_in_a_narrow_column_is_refused(written: str) -> None:
    with pytest.raises(MoneyProblem) as caught:
        read_money(written, INDONESIAN)
    assert caught.value.fault is MoneyFault.LOST


@pytest.mark.parametrize("written", [True, date(2026, 1, 2), 33333.3333333])
def test_a_cell_of_another_kind_is_refused(written: Cell) -> None:
    with pytest.raises(MoneyProblem):
        read_money(written, INDONESIAN)


def test_an_amount_no_village_has_is_refused() -> None:
    with pytest.raises(MoneyProblem):
        read_money("9" * 18, INDONESIAN)


@pytest.mark.parametrize("written", [None, "", "  ", "\u00a0"])
def test_an_empty_cell_is_no_zero(written: Cell) -> None:
    assert read_money(written, INDONESIAN) is None


@pytest.mark.parametrize(
    ("written", "expected"), [(1250, 125_000_000), ("1.250,00", 125_000_000), ("1250", 125_000_000)]
)
def test_a_table_in_thousands_is_multiplied(written: Cell, expected: int) -> None:
    assert sen(written, Habit(",", 1_000)) == expected


def test_the_habit_is_what_most_cells_do() -> None:
    assert habit_of(["1.250.000,00", "3.000,00", "1,250.00"]).decimal == ","
    assert habit_of(["1,250,000", "100.20", "3,000.50"]).decimal == "."
    assert habit_of(["1.250.000,00", "1,250,000.00"]).decimal == ""
    assert habit_of(["12.50", "rusak", None, 5, 1.5]).decimal == ""


def test_small_fractions_count_only_where_large_ones_do() -> None:
    assert sen(500.37, habit_of([803250.37, 500.37])) == 50_037


def styled(value: int, style: int, *, negative: bool) -> str:
    """One of the ways in which villages write an amount of sen."""
    whole, cents = divmod(value, 100)
    dots, commas = f"{whole:,}".replace(",", "."), f"{whole:,}"
    text = (
        f"{dots},{cents:02d}",
        f"Rp {dots},{cents:02d}",
        dots if not cents else f"{dots},{cents:02d}",
        f"{commas}.{cents:02d}",
        f"Rp. {dots},-" if not cents else f"{dots}.{cents:02d}",
        f"{whole}" if not cents else f"{whole},{cents:02d}",
    )[style]
    return f"({text})" if negative and style % 2 else f"-{text}" if negative else text


def test_a_hundred_thousand_amounts_are_right_or_refused() -> None:
    """Amounts in all styles, whole and damaged, under every habit: never another number."""
    dice = random.Random(20_260)
    wrong, read = [], 0
    habits = (INDONESIAN, ENGLISH, Habit())
    for _case in range(CASES):
        value = dice.randrange(10 ** dice.randrange(1, 14))
        negative = bool(value) and dice.random() < 0.2
        written = styled(value, dice.randrange(6), negative=negative)
        try:
            amount = read_money(written, dice.choice(habits))
        except MoneyProblem:
            continue
        assert amount is not None
        read += 1
        if amount.sen != (-value if negative else value):
            wrong.append((written, amount.sen))
    assert wrong == []
    assert read > CASES // 2


@given(st.text(alphabet="0123456789.,-()Rp #", max_size=14))
def test_a_text_of_such_marks_is_read_exactly_or_refused(written: str) -> None:
    try:
        amount = read_money(written, INDONESIAN)
    except MoneyProblem:
        return
    if amount is None:
        assert not written.strip()
        return
    digits = "".join(mark for mark in written if mark.isdigit()).lstrip("0")
    assert abs(amount.sen) <= LARGEST_SEN
    assert str(abs(amount.sen)).rstrip("0") == digits.rstrip("0")


@given(st.integers(-LARGEST_SEN // 100, LARGEST_SEN // 100))
def test_a_whole_number_cell_is_that_many_rupiah(rupiah: int) -> None:
    assert sen(rupiah) == rupiah * 100


@given(st.integers(100_000, 10**13))
def test_a_number_cell_with_sen_is_exact(value: int) -> None:
    assert sen(value / 100, Habit(",", 1, True)) == value
