"""From minutes to hours and days, and the outages of a day: against a reckoning by hand."""

from datetime import date

from desa.foundation.core import clock
from desa.foundation.core.ids import IdGenerator
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.infrastructure.connectivity.actions import forget_old, roll_up, watch_points
from desa.infrastructure.connectivity.actions.rollup import KEPT_MINUTES, day_of, first_hour
from desa.infrastructure.connectivity.enums import OutageKind, PointState
from desa.infrastructure.connectivity.models import Outage, PointDay, PointHour, ProbeReading
from desa.infrastructure.connectivity.queries import standings
from desa.infrastructure.connectivity.rules.states import FORGOTTEN
from tests.infrastructure.connectivity.conftest import MINUTE, later, point, readings

HOUR = MINUTE // 60


def hours() -> list[tuple[int, int, int]]:
    rows = PointHour.objects.order_by("hour").values_list("hour", "up", "down")
    return [(hour - HOUR, up, down) for hour, up, down in rows]


def test_hours_and_day_equal_a_hand_count(scope: Village) -> None:
    """12.00-12.45 on, 12.45-12.51 off, then nothing until 13.00, then on for ten minutes."""
    of = point()
    readings(of, 0, 45)
    readings(of, 45, 51, up=False)
    readings(of, 60, 70)
    assert roll_up() == 2
    assert hours() == [(0, 45, 6), (1, 10, 0)]
    day = PointDay.objects.get()
    assert (day.day, day.up, day.down) == (date(2026, 11, 16), 55, 6)


def test_minutes_that_come_late_are_counted_into_their_hour(scope: Village) -> None:
    of = point()
    readings(of, 0, 10)
    roll_up()
    readings(of, 10, 20, up=False)
    readings(of, 61, 62)
    roll_up()
    assert hours() == [(0, 10, 10), (1, 1, 0)]


def test_counting_twice_counts_once(scope: Village) -> None:
    readings(point(), 0, 10)
    roll_up()
    assert roll_up() == 0
    assert hours() == [(0, 10, 0)]


def test_worker_that_slept_a_day_misses_nothing(scope: Village) -> None:
    """Readings are found by when they were written, as their ids tell."""
    of = point()
    readings(of, 0, 1)
    roll_up()
    day_later = IdGenerator(7, lambda: 1_900_000_000_000)
    first = ProbeReading(point=of, minute=MINUTE + 5, up=True)
    first.pk = day_later.next()
    last = ProbeReading(point=of, minute=MINUTE + 6, up=True)
    last.pk = first.pk + (3_600_000 << 22)
    ProbeReading.objects.insert_new([first, last])
    roll_up()
    assert hours() == [(0, 3, 0)]


def test_day_ends_at_midnight_of_the_village(scope: Village) -> None:
    """16 November in WIB begins at 17.00 UTC of the 15th."""
    of, midnight = point(), first_hour(date(2026, 11, 16))
    assert midnight == HOUR - 12
    ProbeReading.objects.insert_new(
        ProbeReading(point=of, minute=midnight * 60 + each, up=True) for each in (-1, 0)
    )
    roll_up()
    found = dict(PointDay.objects.values_list("day", "up"))
    assert found == {date(2026, 11, 15): 1, date(2026, 11, 16): 1}
    assert day_of(midnight) == date(2026, 11, 16)


def test_old_minutes_go_and_their_hours_stay(scope: Village) -> None:
    of = point()
    readings(of, -KEPT_MINUTES - 1, -KEPT_MINUTES + 1)
    roll_up()
    assert forget_old() == 1
    assert sum(up for _, up, _ in hours()) == 2


def at(minute: int) -> None:
    with clock.frozen(later(minutes=minute)):
        watch_points()


def test_silent_probe_is_an_outage_after_a_quarter_of_an_hour(scope: Village) -> None:
    readings(point(), 0, 10)
    at(24)
    assert not Outage.objects.exists()
    at(25)
    outage = Outage.objects.get()
    assert (outage.kind, outage.began_at) == (OutageKind.SILENT, later(minutes=10))
    assert outage.case.closed_at is None
    at(60)
    assert Outage.objects.count() == 1


def test_outage_ends_when_the_point_answers_again(scope: Village) -> None:
    of = point()
    readings(of, 0, 10)
    at(30)
    readings(of, 40, 41)
    at(41)
    outage = Outage.objects.select_related("case").get()
    assert (outage.ended_at, outage.lost) == (later(minutes=40), False)
    assert outage.case.closed_at is not None


def test_week_of_silence_is_unknown_and_not_down(scope: Village) -> None:
    readings(point(), 0, 10)
    at(30)
    at(9 + FORGOTTEN + 1)
    outage = Outage.objects.get()
    assert outage.lost
    with clock.frozen(later(minutes=9 + FORGOTTEN + 1)):
        [standing] = standings()
    assert standing.state is PointState.UNKNOWN
    at(9 + FORGOTTEN + 60)
    assert Outage.objects.count() == 1


def test_power_cut_of_the_village_is_told_from_a_broken_device(scope: Village) -> None:
    for name, dusun in (("Rajeg", "Rajeg"), ("Winog", "Winog"), ("Sukun", "Sukun")):
        readings(point(name, dusun), 0, 10)
    at(30)
    assert set(Outage.objects.values_list("kind", flat=True)) == {OutageKind.POWER}
    with clock.frozen(later(minutes=30)):
        assert {each.state for each in standings()} == {PointState.POWER}


def test_what_the_probe_sent_later_corrects_the_kind(scope: Village) -> None:
    of, other = point(), point("Winog", "Winog")
    readings(of, 0, 10)
    readings(other, 0, 30)
    at(29)
    readings(of, 10, 30, up=False)
    at(30)
    assert Outage.objects.get().kind == OutageKind.DOWN


def test_point_that_answers_again_is_on_before_the_round_notices(scope: Village) -> None:
    of = point()
    readings(of, 0, 1)
    at(30)
    readings(of, 30, 31)
    with clock.frozen(later(minutes=31)):
        [standing] = standings()
    assert (standing.state, standing.outage) == (PointState.UP, None)


def test_village_counts_its_own_minutes_only(village: Village, other_village: Village) -> None:
    for each in (village, other_village):
        with village_scope(each):
            readings(point(), 0, 10)
    with village_scope(village):
        assert roll_up() == 1
        assert len(standings()) == 1
    with village_scope(other_village):
        assert not PointHour.objects.exists()
