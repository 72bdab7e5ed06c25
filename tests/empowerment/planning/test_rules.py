"""Same wishes, classes of cost, the order of a musdes, sheets typed twice, small counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.empowerment.planning.enums import CostClass
from desa.empowerment.planning.rules.advice import advise
from desa.empowerment.planning.rules.alike import Wish, alike, is_near, likeness, words_of
from desa.empowerment.planning.rules.ballots import (
    NotOnList,
    differences,
    numbers_of,
    read_choices,
)
from desa.empowerment.planning.rules.costs import MILLION, Scored, cost_class, ranking, within
from desa.empowerment.planning.rules.equal_shares import Election, Project
from desa.empowerment.planning.rules.hiding import SMALL, hide_small

WORDS = st.sampled_from(
    ["gorong-gorong", "lampu", "jalan", "musala", "selokan", "posyandu", "sumur"]
)
TITLES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
SCORED = st.builds(Scored, st.integers(1, 60), st.integers(0, 100), st.integers(0, 90))


def _unique(items: list[Scored]) -> list[Scored]:
    return list({item.number: item for item in items}.values())


def test_two_dusun_with_the_same_culvert_are_seen() -> None:
    winog = Wish(1, "Gorong-gorong di perbatasan Winog dan Rajeg", "Winog")
    rajeg = Wish(2, "Minta gorong gorong perbatasan Rajeg Winog diperbaiki", "Rajeg")
    lamp = Wish(3, "Lampu jalan dekat musala", "Winog")
    found = alike(winog, [winog, rajeg, lamp])
    assert [item.key for item in found] == [2]
    assert found[0].near


def test_same_words_far_apart_need_to_agree_more() -> None:
    one = Wish(1, "Lampu jalan depan musala", "Sendi")
    half = Wish(2, "Lampu jalan menuju makam", "Klampok")
    same = Wish(3, "Lampu jalan depan musala", "Klampok")
    assert [item.key for item in alike(one, [half, same])] == [3]
    assert not alike(one, [same])[0].near


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Perbaikan jalan di Dusun Winog", {"jalan", "winog"}),
        ("Buku-buku untuk posyandu", {"buku", "posyandu"}),
        ("   ", set()),
    ],
)
def test_words_that_count(text: str, words: set[str]) -> None:
    assert words_of(text) == words


@given(TITLES, TITLES)
def test_likeness_is_mutual_and_whole_for_the_same_words(one: str, other: str) -> None:
    a, b = words_of(one), words_of(other)
    assert likeness(a, b) == likeness(b, a)
    assert 0 <= likeness(a, b) <= 1
    assert likeness(a, a) == 1.0


@given(st.lists(st.builds(Wish, st.integers(1, 30), TITLES, st.sampled_from("ABC")), max_size=12))
def test_nothing_is_like_itself_and_at_most_five_are_named(wishes: list[Wish]) -> None:
    for wish in wishes:
        found = alike(wish, wishes)
        assert len(found) <= 5
        assert wish.key not in {item.key for item in found}
        assert [item.likeness for item in found] == sorted(
            (item.likeness for item in found), reverse=True
        )


@given(st.builds(Wish, st.just(1), TITLES, st.sampled_from("AB")), st.builds(Wish, st.just(2), TITLES, st.sampled_from("AB")))  # fmt: skip
def test_nearness_is_mutual(one: Wish, other: Wish) -> None:
    assert is_near(one, other) == is_near(other, one)


@pytest.mark.parametrize(
    ("rupiah", "name"),
    [
        (10 * MILLION, CostClass.SMALL),
        (10 * MILLION + 1, CostClass.MIDDLE),
        (50 * MILLION, CostClass.MIDDLE),
        (200 * MILLION, CostClass.LARGE),
        (200 * MILLION + 1, CostClass.HUGE),
    ],
)
def test_class_of_a_cost(rupiah: int, name: CostClass) -> None:
    assert cost_class(rupiah) == name


def test_ties_of_the_ranking_go_to_the_cheaper_then_to_the_lower_number() -> None:
    order = ranking([Scored(3, 80, 5), Scored(1, 80, 9), Scored(2, 80, 5), Scored(4, 90, 99)])
    assert [item.number for item in order] == [4, 2, 3, 1]


@given(st.lists(SCORED).map(_unique), st.integers(0, 300))
def test_ranking_never_carries_more_than_the_budget_and_leaves_out_none_that_fits(
    items: list[Scored], budget: int
) -> None:
    chosen = within(ranking(items), budget)
    costs = {item.number: item.cost for item in items}
    spent = sum(costs[number] for number in chosen)
    assert spent <= budget
    left_out = [cost for number, cost in costs.items() if number not in chosen and cost]
    assert all(spent + cost > budget for cost in left_out)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("7, 1 4", "1,4,7"), ("4.4;1", "1,4"), ("", ""), ("-", ""), (" 12 ", "12")],
)
def test_sheet_is_read_however_it_is_typed(typed: str, read: str) -> None:
    assert read_choices(typed, {1, 4, 7, 12}) == read


@pytest.mark.parametrize("typed", ["1 99", "satu", "1,-4", "²", "1e1"])
def test_sheet_with_a_number_that_is_not_on_it_is_refused(typed: str) -> None:
    with pytest.raises(NotOnList):
        read_choices(typed, {1, 4, 7})


@given(st.sets(st.integers(1, 60)), st.sets(st.integers(1, 60)))
def test_differences_are_exactly_what_one_of_both_saw(one: set[int], other: set[int]) -> None:
    allowed = range(1, 61)
    first = read_choices(" ".join(map(str, one)), allowed)
    second = read_choices(",".join(map(str, other)), allowed)
    only_first, only_second = differences(first, second)
    assert set(only_first) == one - other
    assert set(only_second) == other - one
    assert (first == second) == (one == other)
    assert numbers_of(first) == one


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 30)))
def test_no_small_count_is_shown_and_none_can_be_worked_out(counts: dict[str, int]) -> None:
    shown = hide_small(counts)
    hidden = [name for name, count in shown.items() if count is None]
    assert all(shown[name] is None for name, count in counts.items() if 0 < count < SMALL)
    others = [name for name, count in counts.items() if count and name not in hidden]
    assert len(hidden) != 1 or not others


def _village_election() -> tuple[Election, tuple[str, ...]]:
    """Two dusun: Winog has 20 voters for two roads, Sendi 10 for a well; 30 each, a budget of 60."""
    projects = (Project("1", 30, place="Winog"), Project("2", 30, place="Winog"), Project("3", 20))
    ballots = (frozenset({"1", "2"}),) * 20 + (frozenset({"3"}),) * 10
    return Election(60, projects, ballots), ("Winog",) * 20 + ("Sendi",) * 10


def test_equal_shares_leaves_the_small_dusun_its_part_where_the_majority_takes_all() -> None:
    election, groups = _village_election()
    found = advise(election, ranked=(1, 2), groups=groups)
    assert set(found.majority) == {1, 2}
    assert set(found.equal) == {3, 1}
    money = {group.name: group for group in found.groups}
    assert money["Sendi"].own == 20
    assert money["Sendi"].equal == 20
    assert money["Sendi"].majority == 0
    assert money["Winog"].ranked == 60
    assert found.votes == {1: 20, 2: 20, 3: 10}


def test_dusun_with_few_sheets_shows_no_figures() -> None:
    election, groups = _village_election()
    few = advise(election, (), (*groups[:21], *["Rajeg"] * 9))
    hidden = next(group for group in few.groups if group.name == "Rajeg")
    assert (hidden.voters, hidden.own, hidden.equal, hidden.majority) == (None,) * 4


def test_ranking_that_nobody_voted_for_lays_its_cost_on_nobody() -> None:
    election = Election(60, (Project("1", 30),), (frozenset(),) * 12)
    found = advise(election, (1,), ("Winog",) * 12)
    assert found.ranked_cost == 30
    assert found.groups[0].ranked == 0
