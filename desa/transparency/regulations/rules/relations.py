"""Regulations point to older ones; nothing may come back to itself."""

from collections.abc import Collection, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

Node = TypeVar("Node", int, str)
Targets = Mapping[Node, Collection[Node]]


def circle(targets: Targets[Node]) -> list[Node]:
    """The nodes of one circle in their order, the first again at the end; empty when there is none."""
    try:
        TopologicalSorter(targets).prepare()
    except CycleError as problem:
        # graphlib names predecessors first: turned round, each node points to the next one.
        return list(reversed(problem.args[1]))
    return []


def levels(targets: Targets[Node], order: Sequence[Node]) -> list[list[Node]]:
    """What stands on nothing first, then what stands on it; in each level in the given order."""
    sorter = TopologicalSorter({node: targets.get(node, ()) for node in order})
    sorter.prepare()
    place = {node: index for index, node in enumerate(order)}
    found: list[list[Node]] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready(), key=place.__getitem__)
        found.append(ready)
        sorter.done(*ready)
    return found


def reachable(start: Node, targets: Targets[Node]) -> set[Node]:
    """Everything that `start` points to, over any number of steps."""
    seen: set[Node] = set()
    waiting = list(targets.get(start, ()))
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            waiting += targets.get(node, ())
    return seen
