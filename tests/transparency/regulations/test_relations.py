"""Regulations point to older ones; nothing may come back to itself."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.regulations.rules.relations import circle, levels, reachable

Graph = dict[int, set[int]]
NODES = st.integers(0, 12)
GRAPHS = st.dictionaries(NODES, st.sets(NODES, max_size=4), max_size=12)


def downward() -> st.SearchStrategy[Graph]:
    """Graphs without a circle: every node points to smaller ones."""
    return GRAPHS.map(lambda graph: {n: {t for t in ts if t < n} for n, ts in graph.items()})


def test_circle_is_named_in_its_order() -> None:
    graph = {1: {2}, 2: {3}, 3: {1}, 4: {1}}
    chain = circle(graph)
    assert chain[0] == chain[-1]
    assert sorted(chain[:-1]) == [1, 2, 3]
    assert all(second in graph[first] for first, second in pairwise(chain))


def test_regulation_that_points_to_itself_is_a_circle() -> None:
    assert circle({1: {1}}) == [1, 1]


@given(downward())
def test_graph_that_only_points_back_in_time_has_no_circle(graph: Graph) -> None:
    assert circle(graph) == []


@given(GRAPHS)
def test_found_circle_follows_real_relations(graph: Graph) -> None:
    chain = circle(graph)
    assert all(second in graph.get(first, ()) for first, second in pairwise(chain))
    assert not chain or chain[0] == chain[-1]


@given(GRAPHS)
def test_circle_is_found_exactly_when_a_node_reaches_itself(graph: Graph) -> None:
    assert bool(circle(graph)) == any(node in reachable(node, graph) for node in graph)


@given(downward())
def test_every_level_stands_on_earlier_ones_only(graph: Graph) -> None:
    nodes = sorted({*graph, *(target for targets in graph.values() for target in targets)})
    found = levels(graph, nodes)
    assert sorted(node for level in found for node in level) == nodes
    place = {node: number for number, level in enumerate(found) for node in level}
    assert all(place[target] < place[node] for node in graph for target in graph[node])


@given(downward())
def test_each_node_stands_as_high_as_it_can(graph: Graph) -> None:
    nodes = sorted({*graph, *(target for targets in graph.values() for target in targets)})
    place = {n: number for number, level in enumerate(levels(graph, nodes)) for n in level}
    for node in nodes:
        under = [place[target] for target in graph.get(node, ())]
        assert place[node] == (max(under) + 1 if under else 0)


def test_order_within_a_level_is_the_given_one() -> None:
    assert levels({3: {1}, 2: {1}}, [9, 1, 3, 2]) == [[9, 1], [3, 2]]


@given(GRAPHS, NODES)
def test_reachable_is_closed(graph: Graph, start: int) -> None:
    found = reachable(start, graph)
    assert set(graph.get(start, ())) <= found
    assert all(set(graph.get(node, ())) <= found for node in found)
