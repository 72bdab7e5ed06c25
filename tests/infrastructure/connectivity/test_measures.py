"""ACC1, ACC2, ACC3 and ACC5 of a small village, each reckoned by hand."""

from datetime import date, timedelta

import pytest

from desa.foundation.core.measures import Reading, Standing
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.connectivity import measures
from desa.infrastructure.connectivity.actions import keep_speed
from desa.infrastructure.connectivity.enums import SpeedSource
from desa.infrastructure.connectivity.models import Point, PointDay, RtPlace
from desa.infrastructure.connectivity.queries.coverage import unmeasured
from desa.people.residents.enums import Status
from desa.people.residents.models import Person, Residence
from tests.infrastructure.connectivity.conftest import BY, later, point, rt

TODAY = date(2026, 11, 16)
YESTERDAY = date(2026, 11, 15)
HERE, FAR = (-7_640_000, 112_700_000), (-7_660_000, 112_700_000)


def people(area: Area, count: int, start: int, **parts: object) -> None:
    for number in range(start, start + count):
        person = Person.objects.create(
            nik=f"351499{number:010}", name=f"WARGA {number}", sex=1, **parts
        )
        Residence.objects.create(person=person, area=area)


def place(area: Area, where: tuple[int, int]) -> Area:
    RtPlace.objects.create(area=area, latitude=where[0], longitude=where[1])
    return area


def walked(name: str, dusun: str, where: tuple[int, int] = HERE, radius: int = 200) -> Point:
    made = point(name, dusun, latitude=where[0], longitude=where[1])
    Point.objects.filter(pk=made.pk).update(radius=radius)
    made.refresh_from_db()
    return made


def days(of: Point, up: int, down: int, count: int = 15) -> None:
    """Each of the last days of November up to yesterday."""
    for age in range(1, count + 1):
        day = TODAY - timedelta(days=age)
        PointDay.objects.create(point=of, day=day, up=up, down=down)


@pytest.fixture
def small(scope: Village) -> Point:
    """Rajeg: 6 people near the point, 2 far, 2 nobody knows where. Sendi: 4 far. One died, one moved."""
    people(place(rt("001"), HERE), 6, 1)
    people(place(rt("002"), FAR), 2, 20)
    people(rt("003"), 2, 30)
    people(place(rt("001", "Sendi"), FAR), 4, 40)
    people(Area.objects.get(name="003"), 1, 60, status=Status.DEAD)
    return walked("Balai", "Rajeg")


def rounded(reading: Reading) -> tuple[float | None, float | None, float | None]:
    low, value, high = reading.low, reading.value, reading.high
    return tuple(None if each is None else round(each, 4) for each in (low, value, high))  # type: ignore[return-value]


def test_reach_counts_the_certain_and_bounds_the_unknown(small: Point) -> None:
    days(small, 1440, 0)
    reading = measures.read_reach(YESTERDAY)
    assert rounded(reading) == (round(6 / 14, 4), round(6 / 14, 4), round(8 / 14, 4))
    assert (reading.numerator, reading.denominator) == (6, 14)
    assert reading.standing is Standing.ESTIMATED
    assert [(row.label, round(row.value, 4)) for row in reading.evidence] == [
        ("Rajeg", 0.6),
        ("Sendi", 0.0),
    ]


def test_point_that_was_mostly_off_reaches_nobody(small: Point) -> None:
    days(small, 700, 740)
    reading = measures.read_reach(YESTERDAY)
    assert rounded(reading) == (0.0, 0.0, 0.0)
    assert reading.standing is Standing.MEASURED


def test_point_that_nobody_watched_may_reach_its_people(small: Point) -> None:
    assert rounded(measures.read_reach(YESTERDAY)) == (0.0, 0.0, round(8 / 14, 4))


def test_point_without_radius_is_listed_and_counts_for_no_coverage(small: Point) -> None:
    days(small, 1440, 0)
    days(point("Warung", "Sendi"), 1440, 0)
    reading = measures.read_reach(YESTERDAY)
    assert reading.numerator == 6
    assert rounded(reading)[2] == round(12 / 14, 4)
    assert [row.name for row in unmeasured()] == ["Warung"]


def test_village_without_residents_has_no_reach(scope: Village) -> None:
    assert measures.read_reach(YESTERDAY).standing is Standing.NO_DATA


def test_uptime_weighs_by_people_and_keeps_unknown_time_apart(small: Point) -> None:
    """6 people x (1200 up, 120 down, 120 unseen) and 6 x (1440 up): 2640 of 2760 known, of 2880."""
    days(small, 1200, 120)
    days(walked("Musala", "Rajeg"), 1440, 0)
    reading = measures.read_uptime(YESTERDAY)
    assert rounded(reading) == (
        round(2640 / 2880, 4),
        round(2640 / 2760, 4),
        round(2760 / 2880, 4),
    )
    assert reading.standing is Standing.ESTIMATED


def test_fully_watched_time_is_measured(small: Point) -> None:
    days(small, 1296, 144)
    reading = measures.read_uptime(YESTERDAY)
    assert (reading.value, reading.low, reading.high) == (0.9, 0.9, 0.9)
    assert reading.standing is Standing.MEASURED


def test_time_of_points_nobody_walked_is_no_figure(scope: Village) -> None:
    days(point(), 1440, 0)
    assert measures.read_uptime(YESTERDAY).standing is Standing.NO_DATA


@pytest.mark.parametrize(
    ("hours", "down", "latency", "value"),
    [
        (7, 100, 100, 1.0),
        (7, 99, 50, 0.0),
        (7, 200, 101, 0.0),
        (4.9, 200, 10, None),
        (10, 200, 10, None),
    ],
)
def test_speed_counts_at_busy_hours_only(
    scope: Village, hours: float, down: int, latency: int, value: float | None
) -> None:
    """`hours` after noon: 19.00 counts, 16.54 and 22.00 do not."""
    figures: dict[str, int | None] = {"down_tenths": down, "up_tenths": None, "latency": latency}
    at = later(hours=hours)
    keep_speed(by=BY, point=point(), at=at, source=SpeedSource.KADER, figures=figures)
    assert measures.read_speed(TODAY).value == value


def test_old_speed_tests_are_too_old(scope: Village) -> None:
    figures: dict[str, int | None] = {"down_tenths": 200, "up_tenths": None, "latency": 9}
    at = later(hours=7, days=-91)
    keep_speed(by=BY, point=point(), at=at, source=SpeedSource.OFFICE, figures=figures)
    assert measures.read_speed(TODAY).standing is Standing.NO_DATA


def test_fairness_counts_dusun_that_have_reach_and_time(small: Point) -> None:
    """Rajeg: 60 % reached, always on. Sendi: nobody."""
    days(small, 1440, 0)
    reading = measures.read_fairness(YESTERDAY)
    assert (reading.value, reading.numerator, reading.denominator) == (0.5, 1, 2)
    assert {row.label: row.value for row in reading.evidence} == {"Rajeg": 1.0, "Sendi": 0.0}


def test_fairness_of_what_nobody_watched_is_bounded(small: Point) -> None:
    reading = measures.read_fairness(YESTERDAY)
    assert (reading.low, reading.high, reading.standing) == (0.0, 0.5, Standing.ESTIMATED)


def test_readings_of_another_village_are_not_counted(
    village: Village, other_village: Village
) -> None:
    with village_scope(village):
        people(place(rt("001"), HERE), 3, 1)
        days(walked("Balai", "Rajeg"), 1440, 0)
    with village_scope(other_village):
        assert measures.read_reach(YESTERDAY).standing is Standing.NO_DATA
        assert measures.read_uptime(YESTERDAY).standing is Standing.NO_DATA
