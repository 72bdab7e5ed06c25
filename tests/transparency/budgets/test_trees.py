from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.budgets.rules.diff import (
    Change,
    Entry,
    Kind,
    applied,
    by_line,
    diff,
)
from desa.transparency.budgets.rules.lines import Column, Part, total
from desa.transparency.budgets.rules.tree import Leaf, Node, grow, known, order
from tests.transparency.budgets.samples import LINES, line

CODES = st.lists(st.integers(1, 3).map(str), min_size=1, max_size=4).map(".".join)
LEAVES = st.lists(
    st.builds(
        Leaf,
        CODES,
        st.integers(-(10**12), 10**12),
        st.none() | st.integers(0, 10**12),
        st.none() | st.integers(0, 10**12),
    ),
    max_size=30,
)
AMOUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(-(10**12), 10**12))


def nodes(tree: tuple[Node, ...]) -> list[Node]:
    return [each for node in tree for each in (node, *nodes(node.children))]


@given(LEAVES)
def test_widest_codes_hold_every_leaf_once(leaves: list[Leaf]) -> None:
    tree = grow(leaves, {})
    assert sum(node.amount for node in tree) == sum(leaf.amount for leaf in leaves)
    assert known(node.realised for node in tree) == known(leaf.realised for leaf in leaves)


@given(LEAVES)
def test_every_node_is_the_sum_of_what_is_below_and_its_own(leaves: list[Leaf]) -> None:
    for node in nodes(grow(leaves, {})):
        own = sum(leaf.amount for leaf in leaves if leaf.code == node.code)
        assert node.amount == own + sum(child.amount for child in node.children)
        assert all(child.code.startswith(f"{node.code}.") for child in node.children)


def test_unknown_is_never_zero() -> None:
    (node,) = grow([Leaf("1.1", 5), Leaf("1.2", 7, realised=0)], {"1": "Satu"})
    assert node.name == "Satu"
    assert node.realised == 0
    assert node.before is None
    assert node.children[0].realised is None


def test_codes_are_in_the_order_of_numbers() -> None:
    assert sorted(["10", "2", "90a", "2.10", "2.9"], key=order) == ["2", "2.9", "2.10", "10", "90a"]


def entries(amounts: dict[str, int]) -> dict[str, Entry]:
    return {key: Entry(key.upper(), amount) for key, amount in amounts.items()}


@given(AMOUNTS, AMOUNTS)
def test_changes_applied_to_the_old_give_the_new(old: dict[str, int], new: dict[str, int]) -> None:
    changes = diff(entries(old), entries(new))
    assert applied(old, changes) == new
    assert sum(each.difference for each in changes) == sum(new.values()) - sum(old.values())


@given(AMOUNTS)
def test_nothing_changed_is_no_change(amounts: dict[str, int]) -> None:
    assert diff(entries(amounts), entries(amounts)) == ()


@given(AMOUNTS, AMOUNTS)
def test_way_back_is_the_way_there_turned_round(old: dict[str, int], new: dict[str, int]) -> None:
    there = {each.key: each.difference for each in diff(entries(old), entries(new))}
    back = {each.key: -each.difference for each in diff(entries(new), entries(old))}
    assert there == back


def test_kinds_of_change() -> None:
    changes = diff(entries({"a": 1, "b": 2}), entries({"b": 3, "c": 4}))
    assert [(each.key, each.kind) for each in changes] == [
        ("b", Kind.CHANGED),
        ("c", Kind.ADDED),
        ("a", Kind.REMOVED),
    ]
    assert changes[2] == Change("a", "A", 1, None)


def test_line_that_only_moved_is_no_change() -> None:
    assert diff(by_line(LINES), by_line(tuple(reversed(LINES)))) == ()


def test_equal_lines_count_together() -> None:
    twice = (line("2.3.11", "5.2.1.05", 1), line("2.3.11", "5.2.1.05", 2))
    (entry,) = by_line(twice).values()
    assert entry.amount == total(twice, Part.SPENDING, Column.AMOUNT) == 300


def test_line_whose_source_changed_is_gone_and_new() -> None:
    before, after = (line("2.3.11", "5.2.1.05", 1, fund) for fund in ("DDS", "ADD"))
    kinds = {each.kind for each in diff(by_line([before]), by_line([after]))}
    assert kinds == {Kind.ADDED, Kind.REMOVED}
