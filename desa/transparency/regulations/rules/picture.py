"""Geometry of the picture of regulations: one row each, what it stands on above it, lines in lanes at the left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desa.transparency.regulations.rules.relations import levels

ROW, TOP, LANE, LEFT, WIDTH, NODE = 56, 30, 12, 10, 340, 7
HEAD = 30
LABEL_GAP = 16
LETTER = 7  # units that a letter of the second line takes at most
MOST_LANES = 9


@dataclass(frozen=True)
class Node:
    """`state` draws it: a state of a regulation, or "line" for a line of a plan."""

    key: str
    label: str
    words: str
    state: str
    url: str = ""


@dataclass(frozen=True)
class Link:
    source: str
    target: str
    kind: str


@dataclass(frozen=True)
class Spot:
    x: int
    y: int
    node: Node
    label_x: int
    words: str


@dataclass(frozen=True)
class Wire:
    kind: str
    path: str


@dataclass(frozen=True)
class Band:
    x: int
    y: int
    number: int


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    bands: tuple[Band, ...]
    spots: tuple[Spot, ...]
    wires: tuple[Wire, ...]


def draw(nodes: Sequence[Node], links: Sequence[Link]) -> Picture:
    """Raises graphlib.CycleError for a circle, which the register refuses."""
    named = {node.key: node for node in nodes}
    rows, tops, y = _rows(nodes, links)
    lanes = _lanes(links, rows)
    x = LEFT + LANE * (max(lanes.values(), default=-1) + 1) + 6
    spots = tuple(_spot(named[key], x, place) for key, place in rows.items())
    wires = tuple(_wire(link, lanes[link.target], x, rows) for link in links)
    bands = tuple(Band(x + LABEL_GAP, top, number) for number, top in enumerate(tops, start=1))
    return Picture(WIDTH, y, bands, spots, wires)


def _rows(nodes: Sequence[Node], links: Sequence[Link]) -> tuple[dict[str, int], list[int], int]:
    """Where each node's middle lies, where each level's heading lies, and the height of all."""
    targets: dict[str, set[str]] = {}
    for link in links:
        targets.setdefault(link.source, set()).add(link.target)
    rows: dict[str, int] = {}
    tops: list[int] = []
    y = 0
    for level in levels(targets, [node.key for node in nodes]):
        tops.append(y + 18)
        y += HEAD
        for key in level:
            rows[key] = y + TOP - 4
            y += ROW
    return rows, tops, y


def _lanes(links: Sequence[Link], rows: Mapping[str, int]) -> dict[str, int]:
    """A lane for every target, from its row to the lowest that points to it; free lanes are used again."""
    lowest: dict[str, int] = {}
    for link in links:
        lowest[link.target] = max(lowest.get(link.target, 0), rows[link.source])
    busy_until: list[int] = []
    found: dict[str, int] = {}
    for target in sorted(lowest, key=rows.__getitem__):
        free = (lane for lane, end in enumerate(busy_until) if end < rows[target])
        lane = next(free, len(busy_until))
        if lane == len(busy_until):
            busy_until.append(0)
        busy_until[lane] = lowest[target]
        found[target] = min(lane, MOST_LANES)
    return found


def _spot(node: Node, x: int, y: int) -> Spot:
    label_x = x + LABEL_GAP
    return Spot(x, y, node, label_x, _cut(node.words, (WIDTH - label_x) // LETTER))


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _wire(link: Link, lane: int, x: int, rows: Mapping[str, int]) -> Wire:
    """Out of the target to its lane, down, and into the source: rounded corners."""
    at, up, down = LEFT + LANE * lane, rows[link.target] + 3, rows[link.source] - 3
    path = (
        f"M{x - NODE} {up}H{at + 6}Q{at} {up} {at} {up + 6}"
        f"V{down - 6}Q{at} {down} {at + 6} {down}H{x - NODE}"
    )
    return Wire(link.kind, path)
