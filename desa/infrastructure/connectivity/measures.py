"""ACC1, ACC2, ACC3 and ACC5: reach, time on, speed in the evening, and whether every dusun has its share.

Home internet counts for ACC1 too, but only a survey knows it: what is read here is the public points' part.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.measures import Evidence, Measure, Reading, Standing, Unit, share
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity.models import Point, SpeedTest
from desa.infrastructure.connectivity.queries.coverage import homes, people_near, reaches
from desa.infrastructure.connectivity.rules.coverage import (
    Covered,
    Home,
    Reach,
    coverage,
    village_of,
)
from desa.infrastructure.connectivity.rules.minutes import Bounds, Tally, weighted

BUSY = (17, 22)
FAST_TENTHS, FAST_LATENCY = 100, 100
SPEEDS = timedelta(days=90)
ENOUGH_REACH, ENOUGH_TIME = 0.5, 0.9
Rows = list[tuple[Point, Reach, Tally]]


def read_reach(until: date) -> Reading:
    living = homes()
    if not living:
        return Reading(Standing.NO_DATA, why=_("Belum ada penduduk di buku induk."))
    parts = coverage((home for _, home in living), (reach for _, reach, _ in reaches(until)))
    whole = village_of(parts.values())
    return _bounded(whole, _dusun_rows(parts))


def _bounded(whole: Covered, evidence: tuple[Evidence, ...]) -> Reading:
    """With something unknown the value is what is certain, and the method says so."""
    low, high = whole.low, whole.high
    if low is None or high is None:
        return Reading(Standing.NO_DATA, why=_("Belum ada penduduk di buku induk."))
    why = ""
    if whole.unknown:
        why = _(
            "%(unknown)s dari %(people)s orang belum diukur: dihitung belum terjangkau, batas atasnya terjangkau."
        ) % {"unknown": whole.unknown, "people": whole.people}
    standing = Standing.ESTIMATED if why else Standing.MEASURED
    return Reading(
        standing, low, whole.reached, whole.people, evidence, why, low, high, whole.people
    )


def _dusun_rows(parts: dict[str, Covered]) -> tuple[Evidence, ...]:
    url = reverse("connectivity:overview")
    return tuple(
        Evidence(
            label=dusun or _("dusun tidak diketahui"),
            value=part.low or 0.0,
            url=url,
            note=_("%(reached)s dari %(people)s orang, %(unknown)s belum diukur")
            % {"reached": part.reached, "people": part.people, "unknown": part.unknown},
        )
        for dusun, part in sorted(parts.items())
    )


def read_uptime(until: date) -> Reading:
    """Minutes weigh by the people within the measured radius of their point."""
    living, rows = homes(), reaches(until)
    weighed = [(people_near(reach, living), point, tally) for point, reach, tally in rows]
    found = weighted((people, tally) for people, _, tally in weighed)
    if found is None or found.value is None:
        why = _("Belum ada titik berjangkauan terukur yang dipantau.")
        return Reading(Standing.NO_DATA, why=why)
    evidence = tuple(_point_row(people, point, tally) for people, point, tally in weighed)
    unknown = found.high - found.low
    why = ""
    if unknown > 0:
        why = _("%(share)s %% waktu tidak terpantau; batas bawah menghitungnya mati.") % {
            "share": round(unknown * 100)
        }
    standing = Standing.ESTIMATED if why else Standing.MEASURED
    up = sum(people * tally.up for people, _, tally in weighed)
    known = sum(people * (tally.up + tally.down) for people, _, tally in weighed)
    return Reading(
        standing, found.value, up, known, evidence, why, found.low, found.high, len(weighed)
    )


def _point_row(people: int, point: Point, tally: Tally) -> Evidence:
    return Evidence(
        label=point.name,
        value=tally.measured or 0.0,
        url=reverse("connectivity:point", args=[point.pk]),
        note=_("%(people)s orang; nyala %(up)s, mati %(down)s, tidak terpantau %(unknown)s menit")
        % {"people": people, "up": tally.up, "down": tally.down, "unknown": tally.unknown},
    )


def read_speed(until: date) -> Reading:
    """Tests between 17.00 and 22.00 of the last 90 days: 10 Mbit/s down and at most 100 ms."""
    zone = ZoneInfo(current_village().timezone)
    evidence = tuple(
        Evidence(
            label=f"{test.point.name}, {at:%H.%M}",
            value=float(test.down_tenths >= FAST_TENTHS and test.latency <= FAST_LATENCY),
            url=reverse("connectivity:point", args=[test.point_id]),
            on=at.date(),
            note=f"{test.down_tenths / 10:g} Mbit/s, {test.latency} ms",
        )
        for test, at in _busy(_tests(until, zone), zone)
    )
    return share(evidence, empty=_("Belum ada tes kecepatan antara 17.00 dan 22.00."))


def _tests(until: date, zone: ZoneInfo) -> QuerySet[SpeedTest]:
    end = datetime.combine(until + timedelta(days=1), time(), zone)
    rows = SpeedTest.objects.filter(at__gte=end - SPEEDS, at__lt=end)
    return rows.select_related("point").order_by("at", "pk")


def _busy(tests: Iterable[SpeedTest], zone: ZoneInfo) -> Iterable[tuple[SpeedTest, datetime]]:
    for test in tests:
        at = test.at.astimezone(zone)
        if BUSY[0] <= at.hour < BUSY[1]:
            yield test, at


def read_fairness(until: date) -> Reading:
    """Dusun with half of their people reached and nine minutes of ten on, of all dusun with people."""
    living, rows = homes(), reaches(until)
    parts = coverage((home for _, home in living), (reach for _, reach, _ in rows))
    parts.pop("", None)
    if not parts:
        return Reading(Standing.NO_DATA, why=_("Belum ada penduduk yang diketahui dusunnya."))
    judged = {dusun: _judge(part, dusun, rows, living) for dusun, part in parts.items()}
    sure, maybe = (sum(1 for both in judged.values() if both[place]) for place in (0, 1))
    why = ""
    if maybe > sure:
        why = _("%(count)s dusun belum bisa dinilai; dihitung belum terlayani.") % {
            "count": maybe - sure
        }
    evidence = tuple(
        Evidence(dusun, float(judged[dusun][0]), reverse("connectivity:overview"))
        for dusun in sorted(judged)
    )
    standing = Standing.ESTIMATED if why else Standing.MEASURED
    low, high = sure / len(judged), maybe / len(judged)
    return Reading(standing, low, sure, len(judged), evidence, why, low, high, len(judged))


def _judge(
    part: Covered, dusun: str, rows: Rows, living: list[tuple[int, Home]]
) -> tuple[bool, bool]:
    """(served for sure, perhaps served)."""
    mine = [(reach, tally) for point, reach, tally in rows if point.hamlet.name == dusun]
    # A point that nobody walked weighs as one person: its time is known though its people are not.
    times = weighted((max(1, people_near(reach, living)), tally) for reach, tally in mine)
    times = times or Bounds(None, 0.0, 0.0)
    sure = (part.low or 0) >= ENOUGH_REACH and times.low >= ENOUGH_TIME
    return sure, (part.high or 0) >= ENOUGH_REACH and times.high >= ENOUGH_TIME


REACH = Measure(
    "ACC1",
    "connectivity",
    Unit.SHARE,
    read_reach,
    title=gettext_lazy("Warga dalam jangkauan titik Wi-Fi yang menyala"),
)
UPTIME = Measure(
    "ACC2",
    "connectivity",
    Unit.SHARE,
    read_uptime,
    title=gettext_lazy("Waktu titik Wi-Fi menyala, 30 hari"),
)
SPEED = Measure(
    "ACC3",
    "connectivity",
    Unit.SHARE,
    read_speed,
    title=gettext_lazy("Tes kecepatan jam sibuk yang cukup cepat"),
)
FAIRNESS = Measure(
    "ACC5",
    "connectivity",
    Unit.SHARE,
    read_fairness,
    title=gettext_lazy("Dusun yang terlayani Wi-Fi"),
)
