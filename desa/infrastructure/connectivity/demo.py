"""Desa contoh's Wi-Fi: fourteen points of which eleven are on, none in Sendi; all of it is invented."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity import actions
from desa.infrastructure.connectivity.actions.solving import solve_plan
from desa.infrastructure.connectivity.actions.watching import watch_points
from desa.infrastructure.connectivity.enums import Cause, PlanState, SpeedSource
from desa.infrastructure.connectivity.models import (
    CandidateSite,
    MapShape,
    Outage,
    Point,
    PointDay,
    Probe,
    ProbeReading,
    RtPlace,
)
from desa.infrastructure.connectivity.queries.states import this_minute
from desa.infrastructure.connectivity.rules.walks import Place
from desa.people.residents.queries import places

BY = SystemActor("Pokmas Go4Sumbergedang")
CENTRE = (-7_640_000, 112_700_000)
"""Somewhere near Pandaan; no real house stands behind these numbers."""
DAYS, FRESH = 60, 90
MEGABIT = 10


@dataclass(frozen=True)
class Told:
    """`place`: where in the dusun; `good`: share of the time on; `walked`: radius in metres, 0 for none.

    `off`: minutes since it last answered, 0 for one that is on.
    """

    name: str
    dusun: str
    good: float
    walked: int
    off: int = 0


TOLD = (
    Told("Balai Desa", "Klampok", 0.991, 260),
    Told("Musala Klampok", "Klampok", 0.991, 200),
    Told("Balai Dusun Rajeg", "Rajeg", 0.887, 190, off=26 * 60),
    Told("Pos Kamling Ngampir", "Ngampir", 0.6, 0, off=3 * 24 * 60),
    Told("Warung Buluresik", "Buluresik", 0.7, 0, off=30 * 60),
    Told("Posyandu Pandansili", "Pandansili", 0.913, 180),
    Told("Balai Dusun Klurahan", "Klurahan", 0.968, 210),
    Told("TPQ Jatiroso", "Jatiroso", 0.955, 220),
    Told("Lapangan Winog", "Winog", 0.97, 240),
    Told("Musala Winog", "Winog", 0.968, 160),
    Told("Balai Dusun Tengger", "Tengger", 0.962, 230),
    Told("Posyandu Sukun", "Sukun", 0.988, 230),
    Told("Pos Kamling Kemisik", "Kemisik", 0.979, 240),
    Told("Musala Kedondong", "Kedondong", 0.984, 250),
)


def make_demo(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - invented data
    hamlets = {area.name: area for area in Area.objects.filter(kind=AreaKind.DUSUN)}
    told = [each for each in TOLD if each.dusun in hamlets]
    corners = {name: _corner(place) for place, name in enumerate(sorted(hamlets))}
    _draw(corners)
    _place_rts(corners, dice)
    probe = actions.add_probe(by=BY, name="Pemantau balai desa", place="Balai desa")
    made = [_point(each, hamlets[each.dusun], corners[each.dusun], probe) for each in told]
    _history(made, told, dice)
    watch_points()
    _repair()
    _plan(hamlets, corners)


def _corner(place: int) -> tuple[int, int]:
    """The middle of each dusun, four in a row, about 700 metres apart."""
    return CENTRE[0] - 6_300 * (place // 4), CENTRE[1] + 6_300 * (place % 4)


def _draw(corners: dict[str, tuple[int, int]]) -> None:
    half = 3_000
    for name, (lat, lon) in corners.items():
        south, north, west, east = lat - half, lat + half, lon - half, lon + half
        ring = [
            [west, south],
            [east, south - 500],
            [east + 300, north],
            [west, north],
            [west, south],
        ]
        MapShape.objects.create(name=name, rings=[ring])


def _place_rts(corners: dict[str, tuple[int, int]], dice: Random) -> None:
    """Four of five RTs have been placed; of the others nobody knows."""
    known = places()
    rows = []
    for area in Area.objects.filter(kind=AreaKind.RT).order_by("pk"):
        middle = corners.get(known[area.pk].dusun or "")
        if middle is not None and dice.random() < 0.8:
            lat, lon = (each + dice.randint(-1_900, 1_900) for each in middle)
            rows.append(RtPlace(area=area, latitude=lat, longitude=lon))
    RtPlace.objects.bulk_create(rows)


def _point(told: Told, hamlet: Area, middle: tuple[int, int], probe: Probe) -> Point:
    today = clock.today(current_village())
    same = Point.objects.filter(hamlet=hamlet).count()
    point = actions.save_point(
        by=BY,
        point=Point(
            name=told.name,
            hamlet=hamlet,
            latitude=middle[0] + 1_200 * same,
            longitude=middle[1] - 1_000 * same,
            in_service_from=today - timedelta(days=DAYS),
            ssid="SUMBERGEDANG",
            provider="Penyedia Contoh",
            contract_number=f"PKS-{hamlet.pk % 97:03}",
            contract_until=today + timedelta(days=200),
            yearly_cost=Rupiah.of(1_310_000),
            probe=probe,
            address="192.0.2.10",
        ),
    )
    if told.walked:
        _walk(point, told.walked)
        _speed(point)
    return point


def _walk(point: Point, radius: int) -> None:
    steps = (20, radius // 2, radius * 3 // 4, radius, radius + 40)
    signals = (-42, -55, -63, -69, -78)
    walked = clock.today(current_village()) - timedelta(days=40)
    way = tuple(Place(*each) for each in zip(steps, signals, strict=True))
    actions.keep_walk(by=BY, point=point, walked_on=walked, places=way)


def _speed(point: Point) -> None:
    evening = clock.local(clock.now(), current_village()).replace(hour=19, minute=30)
    down = 4 * MEGABIT + point.pk % 160
    figures: dict[str, int | None] = {"down_tenths": down, "up_tenths": None, "latency": 38}
    at = evening - timedelta(days=1)
    actions.keep_speed(by=BY, point=point, at=at, source=SpeedSource.KADER, figures=figures)


def _history(points: list[Point], told: list[Told], dice: Random) -> None:
    """Days as they were counted, and the last minutes as they were read."""
    today, now, days, rows = clock.today(current_village()), this_minute(), [], []
    for point, each in zip(points, told, strict=True):
        for age in range(max(1, -(-each.off // 1440)), DAYS):
            seen = 1440 - dice.randint(0, 20)
            up = min(seen, round(seen * min(1.0, dice.gauss(each.good, 0.01))))
            days.append(
                PointDay(point=point, day=today - timedelta(days=age), up=up, down=seen - up)
            )
        rows.append(ProbeReading(point=point, minute=now - each.off - 2, up=True, took=18))
        if each.off:
            rows.append(ProbeReading(point=point, minute=now - 1, up=False))
        else:
            rows += [
                ProbeReading(point=point, minute=now - age, up=True, took=18) for age in (0, 1)
            ]
    PointDay.objects.bulk_create(days)
    ProbeReading.objects.insert_new(rows)


def _repair() -> None:
    outage = Outage.objects.filter(point__name="Balai Dusun Rajeg").first()
    if outage is None:
        return
    facts = {
        "cause": Cause.ADAPTOR,
        "work": "memasang adaptor baru",
        "worker": "Pokmas G4S",
        "cost": Rupiah.of(85_000),
    }
    actions.describe_outage(by=BY, outage=outage, facts=facts)
    for _ in range(2):
        actions.report_down(point=outage.point)


def _plan(hamlets: dict[str, Area], corners: dict[str, tuple[int, int]]) -> None:
    sites = (
        ("Musala Sendi", "Sendi", 260, 6_200_000, 1_310_000),
        ("Warung Sendi", "Sendi", 180, 4_100_000, 1_310_000),
        ("Balai RT Ngampir", "Ngampir", 220, 9_400_000, 1_310_000),
        ("Gudang Buluresik", "Buluresik", 220, 9_900_000, 1_500_000),
    )
    for name, dusun, radius, cost, upkeep in sites:
        if dusun in hamlets:
            lat, lon = corners[dusun]
            site = CandidateSite(
                name=name,
                hamlet=hamlets[dusun],
                latitude=lat,
                longitude=lon,
                radius=radius,
                cost=Rupiah.of(cost),
                upkeep=Rupiah.of(upkeep),
            )
            actions.save_site(by=BY, site=site)
    money = {"budget": Rupiah.of(8_000_000), "upkeep": Rupiah.of(1_400_000)}
    plan = actions.ask_plan(by=BY, floor_percent=0, **money)
    plan = solve_plan(plan)
    if plan.state == PlanState.DONE:
        actions.show_plan(by=BY, plan=plan, note="Diusulkan ke Musrenbangdes, Maret 2027.")
