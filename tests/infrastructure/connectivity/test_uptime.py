"""Minutes that should have been on, weeks of a year, and how they are drawn."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.connectivity.actions import roll_up
from desa.infrastructure.connectivity.actions.rollup import day_of, first_hour
from desa.infrastructure.connectivity.models import MapShape, Point, PointDay, PointHour
from desa.infrastructure.connectivity.queries import standings
from desa.infrastructure.connectivity.queries.drawing import MOST_CORNERS, drawing
from desa.infrastructure.connectivity.queries.uptime import DAY, scheduled, tallies, weeks
from desa.infrastructure.connectivity.rules.minutes import Tally
from desa.infrastructure.connectivity.templatetags.connectivity import (
    CHART_HEIGHT,
    _column,
    exact,
    outage_steps,
    tenths,
)
from tests.infrastructure.connectivity.conftest import later, point, readings
from tests.infrastructure.connectivity.test_published_words import outage

TODAY = date(2026, 11, 16)
"""Noon of a Monday."""


@pytest.fixture
def since_november(scope: Village) -> Point:
    return point(in_service_from=date(2026, 11, 1))


def test_days_before_its_first_are_not_scheduled(since_november: Point) -> None:
    assert scheduled(since_november, date(2026, 10, 1), date(2026, 11, 2)) == 2 * DAY
    assert scheduled(since_november, date(2026, 10, 1), date(2026, 10, 31)) == 0


def test_today_is_scheduled_up_to_now(since_november: Point) -> None:
    assert scheduled(since_november, TODAY, TODAY) == 12 * 60
    with clock.frozen(later(hours=11, minutes=59)):
        assert scheduled(since_november, TODAY, TODAY) == DAY - 1


def test_tomorrow_is_not_scheduled(since_november: Point) -> None:
    assert scheduled(since_november, TODAY, TODAY + timedelta(days=5)) == 12 * 60


def test_uptime_of_a_month_equals_a_hand_calculation(since_november: Point) -> None:
    """Two days of 15 and a half were seen: 1,300 + 700 minutes on, 100 + 500 off."""
    for day, up, down in ((3, 1300, 100), (4, 700, 500)):
        PointDay.objects.create(point=since_november, day=date(2026, 11, day), up=up, down=down)
    tally = tallies([since_november], TODAY)[since_november.pk]
    assert tally == Tally(2000, 600, 15 * DAY + 720)
    assert tally.unknown == 22_320 - 2600
    assert tally.measured == pytest.approx(2000 / 2600)
    assert tally.low == pytest.approx(2000 / 22_320)
    assert tally.high == pytest.approx((22_320 - 600) / 22_320)


def test_minute_that_is_running_is_not_more_than_the_clock_holds(since_november: Point) -> None:
    PointDay.objects.create(point=since_november, day=TODAY, up=721, down=0)
    assert tallies([since_november], TODAY, timedelta(days=1))[since_november.pk].unknown == 0


def test_point_without_any_day_is_wholly_unknown(since_november: Point) -> None:
    tally = tallies([since_november], TODAY)[since_november.pk]
    assert (tally.up, tally.down, tally.measured) == (0, 0, None)


def test_weeks_begin_on_monday_and_hold_all_points(since_november: Point) -> None:
    other = point("Musala", in_service_from=date(2026, 11, 9))
    for of in (since_november, other):
        for day in (9, 15, 16):
            PointDay.objects.create(point=of, day=date(2026, 11, day), up=600, down=60)
    found = weeks([since_november, other], TODAY, count=4)
    assert [each.first.isoformat() for each in found] == [
        "2026-10-26",
        "2026-11-02",
        "2026-11-09",
        "2026-11-16",
    ]
    assert [(each.tally.up, each.tally.down, each.tally.scheduled) for each in found] == [
        (0, 0, DAY),
        (0, 0, 7 * DAY),
        (2400, 240, 14 * DAY),
        (1200, 120, 2 * 720),
    ]


def test_year_has_53_weeks_with_the_running_one(since_november: Point) -> None:
    found = weeks([since_november], TODAY)
    assert (len(found), found[-1].first) == (53, TODAY)
    assert found[0].tally == Tally()


def test_year_reads_no_minutes(since_november: Point, django_assert_num_queries: object) -> None:
    readings(since_november, 0, 50)
    roll_up()
    with django_assert_num_queries(1) as seen:  # type: ignore[operator]
        weeks([since_november], TODAY)
    assert "probereading" not in seen.captured_queries[0]["sql"]


@pytest.mark.postgres
def test_hours_are_counted_anew_in_place(since_november: Point) -> None:
    readings(since_november, 0, 10)
    roll_up()
    readings(since_november, 10, 60, up=False)
    roll_up()
    row = PointHour.objects.get()
    assert (row.up, row.down, row.took) == (10, 50, 20)
    assert PointDay.objects.get().down == 50


@pytest.mark.parametrize(
    ("zone", "hours"), [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)]
)
def test_day_begins_at_midnight_of_each_zone(village: Village, zone: str, hours: int) -> None:
    village.timezone = zone
    with village_scope(village):
        first = first_hour(TODAY)
        assert (first + hours) % 24 == 0
        assert (day_of(first - 1), day_of(first)) == (TODAY - timedelta(days=1), TODAY)


@given(st.integers(0, 900), st.integers(0, 900), st.integers(0, 900))
def test_column_is_whole_and_keeps_its_parts(up: int, down: int, unknown: int) -> None:
    if not up + down + unknown:
        return
    column = _column(3, Tally(up, down, up + down + unknown))
    assert column.up + column.down + column.unknown == CHART_HEIGHT
    assert min(column.up, column.down, column.unknown) >= 0
    assert column.top == column.unknown + column.down


@pytest.mark.parametrize(
    ("value", "words"), [(None, "belum diukur"), (0, "0 %"), (412, "41 %"), (1000, "100 %")]
)
def test_share_is_said_in_whole_per_cent(value: int | None, words: str) -> None:
    assert tenths(value) == words


def test_exact_share_has_one_decimal() -> None:
    assert exact(0.9744) == "97,4 %"
    assert exact(None) == "belum diukur"


def test_steps_of_an_outage_tell_only_what_is_known() -> None:
    bare = outage_steps(outage(), "Senin 08.20", "Selasa 12.00")
    assert [step["text"] for step in bare] == [
        "Mati sejak Senin 08.20",
        "Dijanjikan menyala sebelum Selasa 12.00",
    ]
    assert bare[0]["note"] == ""
    told = outage(cause="adaptor", work="memasang adaptor", cost="Rp85.000", late=True)
    full = outage_steps(told, "Senin 08.20", "Selasa 12.00")
    assert [step["state"] for step in full] == ["no", "now", "todo"]
    assert full[1]["text"] == "memasang adaptor"
    assert "Rp85.000" in full[1]["note"]
    assert full[2]["text"].startswith("Terlambat")


def test_drawing_has_outlines_points_and_true_reaches(scope: Village) -> None:
    ring = [[112_690_000 + each * 10, -7_650_000 + each] for each in range(500)]
    MapShape.objects.create(name="Rajeg", rings=[ring])
    point(latitude=-7_640_000, longitude=112_700_000)
    point("Belum", dusun="Sendi")
    Point.objects.filter(name="Balai Dusun Rajeg").update(radius=200)
    found = drawing(standings())
    assert found is not None
    [(name, path)] = found.paths
    assert name == "Rajeg"
    assert path.count("L") <= MOST_CORNERS + 5
    [dot] = found.dots
    assert not dot.on
    assert dot.radius > 0
    assert 0 <= dot.x <= found.width
    assert 0 <= dot.y <= found.height


def test_village_without_a_map_has_no_drawing(scope: Village) -> None:
    point()
    assert drawing(standings()) is None
