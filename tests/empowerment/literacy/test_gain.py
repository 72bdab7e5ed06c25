"""The normalised gain of a class, and the marks of its sheet."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.literacy.rules.gain import Pair, class_gain, read_marks, write_marks

TASKS = 4
MARKS = st.tuples(*[st.booleans()] * TASKS)
PAIRS = st.lists(st.builds(Pair, MARKS, MARKS), min_size=1, max_size=20)


def _pair(before: str, after: str) -> Pair:
    first, last = read_marks(before, TASKS), read_marks(after, TASKS)
    assert first
    assert last
    return Pair(first, last)


def test_gain_is_the_part_of_the_distance_that_was_closed() -> None:
    """By hand: 2 of 8 before, 5 of 8 after; 3 of the 6 that were left."""
    gain = class_gain([_pair("1000", "1110"), _pair("0100", "0110")])
    assert gain is not None
    assert (gain.people, gain.before, gain.after, gain.value) == (2, 0.25, 0.625, 0.5)


def test_class_that_knew_everything_has_no_gain_but_has_results() -> None:
    gain = class_gain([_pair("1111", "1111"), _pair("1111", "1110")])
    assert gain is not None
    assert gain.value is None
    assert gain.before == 1.0


def test_forgetting_is_a_negative_gain() -> None:
    gain = class_gain([_pair("1100", "1000")])
    assert gain is not None
    assert gain.value == -0.5


def test_nobody_tested_twice_gives_nothing() -> None:
    assert class_gain([]) is None


@pytest.mark.parametrize(("before", "after"), [((), ()), ((True,), (True, False))])
def test_pair_needs_the_same_tasks(before: tuple[bool, ...], after: tuple[bool, ...]) -> None:
    with pytest.raises(ValueError, match="same tasks"):
        Pair(before, after)


@given(PAIRS)
def test_gain_equals_the_formula_in_fractions(pairs: list[Pair]) -> None:
    gain = class_gain(pairs)
    assert gain is not None
    total = TASKS * len(pairs)
    before = Fraction(sum(map(sum, (pair.before for pair in pairs))), total)
    after = Fraction(sum(map(sum, (pair.after for pair in pairs))), total)
    expected = None if before == 1 else float((after - before) / (1 - before))
    assert gain.value == (None if expected is None else pytest.approx(expected))


@given(PAIRS)
def test_gain_never_exceeds_one_and_is_one_only_when_all_is_learnt(pairs: list[Pair]) -> None:
    gain = class_gain(pairs)
    assert gain is not None
    if gain.value is not None:
        assert gain.value <= 1
        assert (gain.value == 1) == all(all(pair.after) for pair in pairs)


@given(PAIRS)
def test_order_of_people_does_not_matter(pairs: list[Pair]) -> None:
    assert class_gain(list(reversed(pairs))) == class_gain(pairs)


@given(MARKS)
def test_marks_come_back_as_they_were_typed(marks: tuple[bool, ...]) -> None:
    assert read_marks(write_marks(marks), TASKS) == marks


@pytest.mark.parametrize("typed", ["", "   "])
def test_empty_line_was_not_tested(typed: str) -> None:
    assert read_marks(typed, TASKS) is None
    assert write_marks(None) == ""


def test_spaces_between_figures_do_not_matter() -> None:
    assert read_marks(" 0 1 1 0 ", TASKS) == (False, True, True, False)


@pytest.mark.parametrize("typed", ["011", "01101", "0120", "abcd", "01-1"])
def test_other_marks_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=typed):
        read_marks(typed, TASKS)
