"""The arithmetic of COO1 to COO5, the calendar, and the typed list, by themselves."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.people.partners.rules.days import counted_due, months_before
from desa.people.partners.rules.figures import (
    centralisation,
    degrees,
    forum_quality,
    inclusiveness,
    shared_cost,
)
from desa.people.partners.rules.sheet import Words, name_key, read

DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
GROUPS = st.lists(st.sets(st.integers(0, 12), min_size=1, max_size=5), max_size=15)
WORDS = Words({"pkk": "perempuan", "rt rw": "rt_rw", "warga": "warga"}, {"sendi": "Sendi"})


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 11, 24), 6, date(2026, 5, 24)),
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 1, 15), 12, date(2025, 1, 15)),
        (date(2026, 3, 1), 3, date(2025, 12, 1)),
    ],
)
def test_months_before_keeps_to_the_calendar(day: date, months: int, found: date) -> None:
    assert months_before(day, months) == found


@given(DAYS, st.integers(1, 36))
def test_months_before_lies_that_many_months_back(day: date, months: int) -> None:
    found = months_before(day, months)
    assert (day.year - found.year) * 12 + day.month - found.month == months
    assert found.day <= day.day


@given(DAYS, st.lists(st.tuples(DAYS, DAYS), max_size=5))
def test_counted_due_is_a_date_that_somebody_set(
    first: date, moves: list[tuple[date, date]]
) -> None:
    assert counted_due(first, moves) in {first, *(new for _changed, new in moves)}


@given(DAYS, st.integers(1, 60), st.integers(1, 60))
def test_date_that_had_passed_stays(first: date, late: int, more: int) -> None:
    changed = first + timedelta(days=late)
    assert counted_due(first, [(changed, changed + timedelta(days=more))]) == first


def test_date_moved_in_time_is_the_new_one() -> None:
    first, new = date(2026, 10, 1), date(2026, 12, 1)
    assert counted_due(first, [(date(2026, 10, 1), new)]) == new
    assert (
        counted_due(first, [(date(2026, 9, 1), new), (date(2026, 12, 2), date(2027, 1, 1))]) == new
    )


def test_star_is_wholly_central_and_a_ring_not_at_all() -> None:
    star = degrees([{0, other} for other in range(1, 7)])
    ring = degrees([{place, (place + 1) % 6} for place in range(6)])
    everyone = degrees([set(range(6))])
    assert centralisation(list(star.values())) == pytest.approx(1)
    assert centralisation(list(ring.values())) == 0
    assert centralisation(list(everyone.values())) == 0


def test_centralisation_by_hand() -> None:
    """A path of five: degrees 1 2 2 2 1, so (1 + 1) / (4 x 3)."""
    path = degrees([{place, place + 1} for place in range(4)])
    assert sorted(path.values()) == [1, 1, 2, 2, 2]
    assert centralisation(list(path.values())) == pytest.approx(2 / 12)


def test_centralisation_of_two_is_refused() -> None:
    with pytest.raises(ValueError, match="three"):
        centralisation([1, 1])


@given(GROUPS)
def test_centralisation_lies_between_nought_and_one(groups: list[set[int]]) -> None:
    found = degrees(groups)
    assert all(1 <= degree < 13 for degree in found.values())
    if len(found) >= 3:
        assert 0 <= centralisation(list(found.values())) <= 1


@given(GROUPS)
def test_degrees_add_up_to_twice_the_pairs(groups: list[set[int]]) -> None:
    pairs = {
        frozenset((one, two)) for group in groups for one in group for two in group if one != two
    }
    assert sum(degrees(groups).values()) == 2 * len(pairs)


@given(GROUPS, st.sets(st.integers(0, 12), min_size=2, max_size=5))
def test_working_together_again_changes_no_degree(groups: list[set[int]], again: set[int]) -> None:
    assert degrees([*groups, again, again]) == degrees([*groups, again])


@pytest.mark.parametrize(
    ("women", "people", "came", "all_dusun", "factor"),
    [(4, 10, 13, 13, 1), (8, 10, 13, 13, 1), (2, 10, 13, 13, 0.5), (5, 10, 5, 10, 0.5), (0, 0, 0, 3, 0), (4, 10, 0, 0, 1)],
)  # fmt: skip
def test_inclusiveness_is_the_weaker_of_the_two(
    women: int, people: int, came: int, all_dusun: int, factor: float
) -> None:
    assert inclusiveness(women, people, came, all_dusun) == pytest.approx(factor)


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 20), st.integers(0, 20))
def test_one_more_woman_never_lessens_a_forum(
    women: int, men: int, came: int, all_dusun: int
) -> None:
    before = inclusiveness(women, women + men, came, all_dusun)
    after = inclusiveness(women + 1, women + men + 1, came, all_dusun)
    assert 0 <= before <= after <= 1


@given(st.integers(1, 5), st.floats(0, 1))
def test_forum_quality_is_a_level(level: int, factor: float) -> None:
    assert 1 <= forum_quality(level, factor) <= level


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_shared_cost_is_the_part_of_others(own: int, others: int) -> None:
    found = shared_cost(own, others)
    if own + others == 0:
        assert found is None
    else:
        assert found is not None
        assert 0 <= found <= 1
        assert found * (own + others) == pytest.approx(others)


def test_list_reads_parts_in_any_order() -> None:
    text = (
        "1. Siti Aminah; P; PKK; Sendi\nL | Slamet\nH. Suparno, S.Pd;L;RT/RW\n\n Tumini, p, warga"
    )
    found, problems = read(text, WORDS, element="warga", dusun="")
    assert problems == []
    assert [(line.name, line.gender, line.element, line.dusun) for line in found] == [
        ("Siti Aminah", "P", "perempuan", "Sendi"),
        ("Slamet", "L", "warga", ""),
        ("H. Suparno, S.Pd", "L", "rt_rw", ""),
        ("Tumini", "P", "warga", ""),
    ]


def test_list_says_which_line_is_wrong() -> None:
    text = f"Slamet\nP; PKK\nTuti; P; Antariksa\n{'x' * 101}; L\nBudi; laki-laki"
    found, problems = read(text, WORDS)
    assert [(item.number, item.code) for item in problems] == [
        (1, "no_gender"),
        (2, "no_name"),
        (3, "two_names"),
        (4, "too_long"),
    ]
    assert [line.name for line in found] == ["Budi"]


@given(st.text(max_size=300))
def test_any_text_is_read_or_named(text: str) -> None:
    found, problems = read(text, WORDS)
    written = [line for line in text.splitlines() if line.strip()]
    assert len(found) + len(problems) == len(written)
    assert all(line.name and line.gender in {"L", "P"} for line in found)


def test_two_spellings_of_a_name_are_one() -> None:
    assert name_key("Moh.  Choirul") == name_key("moh khoirul")
    assert name_key("Siti") != name_key("Sita")
