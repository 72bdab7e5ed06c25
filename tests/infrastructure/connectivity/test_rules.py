"""Distances, walk tests, map files, and who is within reach: pure rules."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.infrastructure.connectivity.exceptions import GeojsonRefused
from desa.infrastructure.connectivity.rules.coverage import (
    Covered,
    Home,
    Reach,
    coverage,
    is_reached,
    village_of,
    works,
)
from desa.infrastructure.connectivity.rules.geo import EARTH, Spot, canvas, distance, spot
from desa.infrastructure.connectivity.rules.geojson import MOST_BYTES, read_map
from desa.infrastructure.connectivity.rules.minutes import Tally
from desa.infrastructure.connectivity.rules.walks import Place, UnclearWalk, radius_of, read_walk

HERE = Spot(-7_640_000, 112_700_000)
spots = st.builds(Spot, st.integers(-11_000_000, 6_000_000), st.integers(95_000_000, 141_000_000))


def test_thousandth_of_a_degree_north_is_111_metres() -> None:
    assert distance(HERE, Spot(-7_639_000, 112_700_000)) == pytest.approx(111.195, abs=0.01)


def test_thousandth_of_a_degree_east_is_shorter_by_the_cosine() -> None:
    east = distance(HERE, Spot(-7_640_000, 112_701_000))
    assert east == pytest.approx(111.195 * math.cos(math.radians(7.64)), abs=0.01)


@given(spots, spots, spots)
def test_distance_is_a_distance(one: Spot, two: Spot, three: Spot) -> None:
    assert distance(one, one) == 0
    assert distance(one, two) == pytest.approx(distance(two, one))
    assert distance(one, two) <= distance(one, three) + distance(three, two) + 1e-6
    assert distance(one, two) <= math.pi * EARTH


def test_half_a_place_is_none() -> None:
    assert spot(None, 1) is None
    assert spot(1, None) is None


@given(st.lists(spots, min_size=1, max_size=20))
def test_everything_lies_on_the_drawing(places: list[Spot]) -> None:
    board = canvas(places)
    assert board is not None
    for place in places:
        x, y = board.at(place)
        assert -1 <= x <= board.width + 1
        assert -1 <= y <= board.height + 1


def test_north_is_up_and_a_reach_has_its_true_size() -> None:
    north = Spot(-7_630_000, 112_700_000)
    board = canvas([HERE, north])
    assert board is not None
    assert board.at(north)[1] < board.at(HERE)[1]
    apart = board.at(HERE)[1] - board.at(north)[1]
    assert board.metres(distance(HERE, north)) == pytest.approx(apart, abs=2)


def test_nothing_to_draw_is_no_drawing() -> None:
    assert canvas([]) is None


WALK = "20 -42\n60 m, -55 dBm\n\n100 -63\n140 -69\n180 -78\n220 tidak ada\n"


def test_radius_is_the_last_place_before_the_first_weak_one() -> None:
    assert radius_of(read_walk(WALK)) == 140


def test_strong_place_behind_a_weak_one_does_not_count() -> None:
    places = [Place(20, -40), Place(50, -80), Place(90, -60), Place(120, -60)]
    assert radius_of(places) == 20


def test_weak_place_at_the_same_distance_counts() -> None:
    places = [Place(20, -40), Place(50, -60), Place(50, -80), Place(90, -90)]
    assert radius_of(places) == 20


@pytest.mark.parametrize(
    "places",
    [
        [],
        [Place(20, -40)] * 3,
        [Place(20, -90), Place(30, -90), Place(40, -90), Place(50, -90)],
        [Place(20, None), Place(30, -50), Place(40, -50), Place(50, -50)],
    ],
)
def test_too_little_or_nothing_is_no_radius(places: list[Place]) -> None:
    assert radius_of(places) is None


@pytest.mark.parametrize("line", ["delapan puluh", "80", "80 65", "9999 -50", "-5 -50", "80 -65 x"])
def test_unclear_line_is_named(line: str) -> None:
    with pytest.raises(UnclearWalk) as refusal:
        read_walk(f"20 -42\n{line}\n")
    assert refusal.value.line == line


@given(st.lists(st.builds(Place, st.integers(0, 2000), st.none() | st.integers(-120, -1))))
def test_within_the_radius_every_place_was_usable(places: list[Place]) -> None:
    radius = radius_of(places)
    if radius is not None:
        assert all(place.usable for place in places if place.metres <= radius)
        assert any(place.metres == radius for place in places)


def collection(*features: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def feature(kind: str, coordinates: object, **facts: object) -> dict[str, object]:
    shape = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": facts, "geometry": shape}


RING = [[112.70, -7.64], [112.71, -7.64], [112.71, -7.63], [112.70, -7.64]]


def test_map_gives_outlines_and_rts() -> None:
    found = read_map(
        collection(
            feature("Polygon", [RING], nama="Rajeg"),
            feature("MultiPolygon", [[RING], [RING]], name="Sendi"),
            feature("LineString", RING),
            feature("Point", [112.705, -7.635], dusun="Rajeg", rt="7"),
            feature("Point", [112.705, -7.635]),
            {"type": "Feature", "properties": None, "geometry": None},
        )
    )
    assert [(shape.name, len(shape.rings)) for shape in found.shapes] == [
        ("Rajeg", 1),
        ("Sendi", 2),
        ("3", 1),
    ]
    assert found.rts == (("Rajeg", "007", Spot(-7_635_000, 112_705_000)),)


def test_fine_outline_is_thinned() -> None:
    ring = [[112.7 + each / 1e6, -7.6] for each in range(5000)]
    [shape] = read_map(collection(feature("Polygon", [ring]))).shapes
    assert 300 < len(shape.rings[0]) <= 400


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        b"[]",
        b'{"type":"Topology"}',
        b'{"type":"FeatureCollection","features":3}',
        b'{"type":"FeatureCollection","features":[]}',
        collection(feature("Polygon", [[["a", "b"]]])),
        collection(feature("Polygon", [[[690_000, 9_155_000]]])),
        collection(feature("Point", [-7.6, 112.7], rt="1")),
        b"[" * 100_000,
        b" " * (MOST_BYTES + 1),
    ],
)
def test_file_that_is_no_map_of_ours_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(GeojsonRefused) as refusal:
        read_map(content)
    assert str(refusal.value.message)


NEAR, FAR = Spot(-7_640_500, 112_700_000), Spot(-7_650_000, 112_700_000)
ON = Reach("Rajeg", HERE, 100, works=True)


@pytest.mark.parametrize(
    ("home", "reach", "answer"),
    [
        (Home("Rajeg", 9, NEAR), ON, True),
        (Home("Sendi", 9, NEAR), ON, True),
        (Home("Rajeg", 9, FAR), ON, False),
        (Home("Rajeg", 9, None), ON, None),
        (Home("Rajeg", 9, NEAR), Reach("Rajeg", HERE, 100, works=False), False),
        (Home("Rajeg", 9, NEAR), Reach("Rajeg", HERE, 100, works=None), None),
        (Home("Rajeg", 9, FAR), Reach("Rajeg", HERE, 100, works=None), False),
        (Home("Rajeg", 9, NEAR), Reach("Rajeg", HERE, None, works=True), None),
        (Home("Sendi", 9, NEAR), Reach("Rajeg", HERE, None, works=True), False),
        (Home("Rajeg", 9, NEAR), Reach("Rajeg", None, 100, works=True), None),
        (Home("Rajeg", 9, None), Reach("Rajeg", HERE, 100, works=False), False),
    ],
)
def test_home_is_reached_not_reached_or_unknown(
    home: Home, reach: Reach, answer: bool | None
) -> None:
    assert is_reached(home, [reach]) is answer


def test_no_point_reaches_nobody() -> None:
    assert is_reached(Home("Rajeg", 9, None), []) is False


def test_dusun_reckoned_by_hand() -> None:
    """Of 100 people 40 live near, 35 far away, and of 25 nobody knows where."""
    homes = [Home("Rajeg", 40, NEAR), Home("Rajeg", 35, FAR), Home("Rajeg", 25, None)]
    [(name, part)] = coverage(homes, [ON]).items()
    assert (name, part) == ("Rajeg", Covered(100, 40, 25))
    assert (part.low, part.high) == (0.4, 0.65)


@pytest.mark.parametrize(
    ("tally", "answer"),
    [
        (Tally(95, 5, 100), True),
        (Tally(90, 0, 100), True),
        (Tally(80, 20, 100), False),
        (Tally(80, 5, 100), None),
        (Tally(0, 0, 100), None),
        (Tally(), None),
    ],
)
def test_point_works_for_sure_or_not_or_nobody_knows(tally: Tally, answer: bool | None) -> None:
    assert works(tally) is answer


homes_drawn = st.builds(
    Home,
    st.sampled_from(["a", "b"]),
    st.integers(0, 90),
    st.none() | st.sampled_from([HERE, NEAR, FAR]),
)
reaches_drawn = st.builds(
    Reach,
    st.sampled_from(["a", "b"]),
    st.none() | st.sampled_from([HERE, FAR]),
    st.none() | st.integers(1, 300),
    st.sampled_from([True, False, None]),
)


@given(st.lists(homes_drawn), st.lists(reaches_drawn), reaches_drawn)
def test_another_point_never_takes_reach_away(
    homes: list[Home], points: list[Reach], more: Reach
) -> None:
    before = village_of(coverage(homes, points).values())
    after = village_of(coverage(homes, [*points, more]).values())
    assert after.people == before.people == sum(home.people for home in homes)
    assert after.reached >= before.reached
    assert after.reached + after.unknown >= before.reached + before.unknown


@given(st.lists(homes_drawn), st.lists(reaches_drawn), st.booleans())
def test_knowing_more_stays_within_the_bounds(
    homes: list[Home], points: list[Reach], answer: bool
) -> None:
    before = village_of(coverage(homes, points).values())
    known = [
        Reach(p.dusun, p.spot, p.radius, answer if p.works is None else p.works) for p in points
    ]
    after = village_of(coverage(homes, known).values())
    assert after.reached >= before.reached
    assert after.reached + after.unknown <= before.reached + before.unknown
