"""The picture: one row each, what a regulation stands on above it, lines that do not meet in one lane."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.regulations.rules.picture import WIDTH, Link, Node, draw

LONG = "Rencana Pembangunan Jangka Menengah Desa Tahun 2020 sampai 2027"


def node(key: str, words: str = "Aturan", state: str = "berlaku") -> Node:
    return Node(key, key, words, state)


def test_base_stands_above_what_rests_on_it() -> None:
    nodes = [node("sk"), node("perdes"), node("line", state="line")]
    links = [Link("sk", "perdes", "melaksanakan"), Link("perdes", "line", "line")]
    picture = draw(nodes, links)
    rows = {spot.node.key: spot.y for spot in picture.spots}
    assert rows["line"] < rows["perdes"] < rows["sk"]
    assert [band.number for band in picture.bands] == [1, 2, 3]
    assert {wire.kind for wire in picture.wires} == {"melaksanakan", "line"}


def test_long_words_are_cut_inside_the_picture() -> None:
    (spot,) = draw([node("a", LONG)], []).spots
    assert spot.words.endswith("…")
    assert len(spot.words) < len(LONG)


def test_short_words_stay_whole() -> None:
    (spot,) = draw([node("a", "Pungutan Desa")], []).spots
    assert spot.words == "Pungutan Desa"


def test_empty_picture_has_no_height() -> None:
    assert draw([], []).height == 0


LINKS = st.lists(st.tuples(st.integers(1, 14), st.integers(0, 13)), max_size=25).map(
    lambda pairs: sorted({(a, b) for a, b in pairs if b < a})
)


@given(LINKS)
def test_everything_lies_inside_and_no_two_rows_meet(pairs: list[tuple[int, int]]) -> None:
    nodes = [node(str(number)) for number in range(15)]
    links = [Link(str(a), str(b), "berdasar") for a, b in pairs]
    picture = draw(nodes, links)
    ys = sorted(spot.y for spot in picture.spots)
    assert all(second - first >= 40 for first, second in pairwise(ys))
    assert all(0 < spot.y < picture.height for spot in picture.spots)
    assert all(0 < spot.x < spot.label_x < WIDTH for spot in picture.spots)
    assert len(picture.wires) == len(links)
    numbers = [int(found) for wire in picture.wires for found in re.findall(r"-?\d+", wire.path)]
    assert all(0 <= number <= max(picture.height, WIDTH) for number in numbers)


@given(LINKS)
def test_two_bases_share_a_lane_only_one_after_the_other(pairs: list[tuple[int, int]]) -> None:
    nodes = [node(str(number)) for number in range(15)]
    links = [Link(str(a), str(b), "berdasar") for a, b in pairs]
    spans: dict[int, dict[str, list[int]]] = {}
    for link, wire in zip(links, draw(nodes, links).wires, strict=True):
        lane = int(re.findall(r"Q(\d+) ", wire.path)[0])
        up, down = int(wire.path.split()[1].split("H")[0]), int(wire.path.split()[-1].split("H")[0])
        spans.setdefault(lane, {}).setdefault(link.target, []).extend((up, down))
    for lane, targets in spans.items():
        if lane < max(spans):  # the last lane may hold what found no room
            ends = sorted((min(rows), max(rows)) for rows in targets.values())
            assert all(first[1] <= second[0] for first, second in pairwise(ends))
