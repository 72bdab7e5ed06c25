import csv
import os
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.insight.surveys.rules.skm import (
    ELEMENTS,
    NoAnswers,
    Oddity,
    grade_of,
    krejcie_morgan,
    oddities,
    rounded,
    skm,
    without,
)

NINE = list(ELEMENTS)
Answers = list[dict[str, int | None]]


def _all(value: int, people: int = 3) -> Answers:
    return [dict.fromkeys(NINE, value) for _ in range(people)]


def test_perfect_survey_is_one_hundred() -> None:
    found = skm(_all(4), NINE)
    assert found.index == Fraction(100)
    assert (found.shown, found.grade) == (Decimal("100.00"), "A")


@pytest.mark.parametrize(
    ("answer", "index", "grade"), [(3, "75.00", "C"), (2, "50.00", "D"), (1, "25.00", "D")]
)
def test_same_answer_everywhere(answer: int, index: str, grade: str) -> None:
    found = skm(_all(answer), NINE)
    assert (found.shown, found.grade) == (Decimal(index), grade)


TWENTY = [
    "443", "443", "343", "343", "443", "434", "344", "443", "442", "433",
    "442", "343", "443", "443", "343", "433", "353", "423", "443", "443",
]  # fmt: skip


def _twenty() -> Answers:
    return [{f"U{i}": int(digit) for i, digit in enumerate(row, start=1)} for row in TWENTY]


def test_published_survey_with_exact_thirds() -> None:
    """Published as 86.63 with weights of 0.33; exact thirds give 87.50."""
    found = skm(_twenty(), ["U1", "U2", "U3"])
    assert [element.mean for element in found.elements] == [
        Fraction(37, 10),
        Fraction(38, 10),
        Fraction(3),
    ]
    assert (found.n, found.shown, found.grade) == (20, Decimal("87.50"), "B")


def test_five_on_a_scale_of_four_is_flagged_and_its_weight_shown() -> None:
    odd = oddities(_twenty())
    assert odd == (Oddity(17, "U2", "5"),)
    found = skm(without(_twenty(), odd), ["U1", "U2", "U3"])
    assert found.elements[1].n == 19
    assert found.shown == Decimal("86.97")


@pytest.mark.parametrize(
    ("index", "grade"),
    [
        ("100", "A"), ("88.31", "A"), ("88.30", "B"), ("76.61", "B"), ("76.60", "C"),
        ("65.00", "C"), ("64.99", "D"), ("25", "D"),
    ],
)  # fmt: skip
def test_categories_after_rounding(index: str, grade: str) -> None:
    assert grade_of(Decimal(index)) == grade


def test_rounding_is_half_up_so_that_no_index_falls_between_bands() -> None:
    assert rounded(Fraction(76605, 1000)) == Decimal("76.61")
    assert rounded(Fraction(76604, 1000)) == Decimal("76.60")


def test_element_nobody_answered_leaves_no_index() -> None:
    answers: Answers = [{**row, "U9": None} for row in _all(4)]
    found = skm(answers, NINE)
    assert (found.index, found.grade) == (None, None)
    assert found.elements[8].n == 0
    assert found.elements[8].score is None


def test_answer_left_out_lowers_the_n_of_its_element_only() -> None:
    answers = [*_all(4, 2), {**dict.fromkeys(NINE, 2), "U3": None}]
    found = skm(answers, NINE)
    assert [element.n for element in found.elements] == [3, 3, 2, 3, 3, 3, 3, 3, 3]
    assert found.elements[2].mean == 4


@pytest.mark.parametrize("answers", [[], [{}], [{"U1": None}]])
def test_no_answers_no_index(answers: Answers) -> None:
    with pytest.raises(NoAnswers):
        skm(answers, NINE)
    with pytest.raises(NoAnswers):
        skm(_all(4), [])


respondents = st.lists(
    st.fixed_dictionaries({name: st.integers(1, 4) for name in NINE}), min_size=1, max_size=40
)


@given(respondents)
def test_index_lies_between_25_and_100_and_ignores_the_order(rows: list[dict[str, int]]) -> None:
    answers: Answers = [dict(row) for row in rows]
    found = skm(answers, NINE)
    assert found.index is not None
    assert 25 <= found.index <= 100
    assert skm(answers[::-1], NINE[::-1]).index == found.index


@given(respondents)
def test_one_better_answer_never_lowers_the_index(rows: list[dict[str, int]]) -> None:
    before: Answers = [dict(row) for row in rows]
    after: Answers = [{**rows[0], "U4": min(4, rows[0]["U4"] + 1)}, *before[1:]]
    low, high = skm(before, NINE).index, skm(after, NINE).index
    assert low is not None
    assert high is not None
    assert low <= high


@pytest.mark.parametrize(
    ("people", "sample"),
    [
        (0, 0),
        (1, 1),
        (10, 10),
        (15, 14),
        (20, 19),
        (100, 80),
        (1000, 278),
        (5000, 357),
        (10**6, 384),
    ],
)
def test_sample_sizes_of_the_known_table(people: int, sample: int) -> None:
    assert krejcie_morgan(people) == sample


@pytest.mark.shared
def test_whole_published_table_of_sample_sizes() -> None:
    path = Path(os.environ["DESA_SHARED"]) / "data/krejcie_morgan.csv"
    with path.open(newline="") as file:
        rows = [(int(row["N"]), int(row["n_rounded"])) for row in csv.DictReader(file)]
    assert len(rows) > 10
    assert [krejcie_morgan(people) for people, _ in rows] == [sample for _, sample in rows]
