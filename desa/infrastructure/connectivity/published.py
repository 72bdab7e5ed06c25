"""What anyone may know of the Wi-Fi: which points are on, whom they reach, what is being repaired, what comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.connectivity.enums import Cause, OutageKind, PlanState, PointState, SignIn
from desa.infrastructure.connectivity.models import Outage, SitePlan
from desa.infrastructure.connectivity.queries import Standing, standings
from desa.infrastructure.connectivity.queries.coverage import homes, reach_of
from desa.infrastructure.connectivity.queries.drawing import Drawing, drawing
from desa.infrastructure.connectivity.queries.states import points
from desa.infrastructure.connectivity.queries.uptime import tallies
from desa.infrastructure.connectivity.rules.coverage import Covered, coverage
from desa.infrastructure.connectivity.rules.minutes import Tally, total

OFF = {PointState.DOWN, PointState.SILENT, PointState.POWER}


@dataclass(frozen=True)
class PublishedPoint:
    id: str
    name: str
    hamlet: str
    place: str
    state: PointState
    label: str
    ssid: str
    sign_in: str
    measured: bool


@dataclass(frozen=True)
class PublishedHamlet:
    """Shares in tenths of a per cent, None where nothing is known; `low` to `high` is what may be reached."""

    name: str
    points: int
    on: int
    off: int
    people: int
    low: int | None
    high: int | None
    uptime: int | None


@dataclass(frozen=True)
class PublishedOutage:
    point: str
    since: datetime
    hours: int
    is_power: bool
    cause: str
    work: str
    worker: str
    cost: str
    due: datetime
    late: bool


@dataclass(frozen=True)
class PublishedSite:
    name: str
    hamlet: str
    people: int
    cost: str
    upkeep: str


@dataclass(frozen=True)
class PublishedPlan:
    """`shares`: (dusun, tenths of a per cent now, then)."""

    note: str
    sites: tuple[PublishedSite, ...]
    cost: str
    upkeep: str
    added: int
    binding: str
    shares: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class PublishedWifi:
    on: int
    watched: int
    all: int
    without: tuple[str, ...]
    hamlets: tuple[PublishedHamlet, ...]
    outages: tuple[PublishedOutage, ...]
    points: tuple[PublishedPoint, ...]
    unmeasured: int
    checked_at: datetime | None
    power_cut: bool
    plan: PublishedPlan | None
    drawing: Drawing | None


def wifi() -> PublishedWifi:
    found = standings()
    hamlets = _hamlets(found)
    outages = [each.outage for each in found if each.outage is not None]
    heard = [each.heard.last for each in found if each.heard.last is not None]
    return PublishedWifi(
        on=_count(found, {PointState.UP}),
        watched=sum(1 for each in found if each.state is not PointState.UNMEASURED),
        all=len(found),
        without=tuple(each.name for each in hamlets if not each.points),
        hamlets=hamlets,
        outages=tuple(_outage(row) for row in sorted(outages, key=lambda row: row.began_at)),
        points=tuple(_point(each) for each in found),
        unmeasured=sum(1 for each in found if each.point.radius is None),
        checked_at=_local(max(heard)) if heard else None,
        power_cut=any(row.kind == OutageKind.POWER for row in outages),
        plan=plan(),
        drawing=drawing(found),
    )


def point(point_id: int) -> PublishedPoint | None:
    return next((_point(each) for each in standings() if each.point.pk == point_id), None)


def choices() -> tuple[tuple[str, str], ...]:
    """(id, name with its dusun) of every point, for "Wi-Fi mati"."""
    return tuple((row.public_id, f"{row.name}, {row.hamlet.name}") for row in points())


def hint() -> str:
    """For the tile of the home: "11 dari 14 titik nyala"."""
    found = standings()
    if not found or all(each.state is PointState.UNMEASURED for each in found):
        return _("Titik, jangkauan, dan gangguan")
    facts = {"on": _count(found, {PointState.UP}), "all": len(found)}
    return _("%(on)s dari %(all)s titik nyala") % facts


def plan() -> PublishedPlan | None:
    """The one that the office shows; None without."""
    row = SitePlan.objects.filter(public=True, state=PlanState.DONE).first()
    if row is None:
        return None
    answer = row.answer
    return PublishedPlan(
        note=row.note,
        sites=tuple(
            PublishedSite(
                each["name"],
                each["dusun"],
                each["people"],
                Rupiah(each["cost"]).short,
                Rupiah(each["upkeep"]).short,
            )
            for each in answer["sites"]
        ),
        cost=str(Rupiah(answer["cost"])),
        upkeep=str(Rupiah(answer["upkeep"])),
        added=answer["added"],
        binding=answer["binding"],
        shares=tuple((dusun, now, then) for dusun, now, then in answer["shares"]),
    )


def _hamlets(found: list[Standing]) -> tuple[PublishedHamlet, ...]:
    """The worst served first; a dusun without people or points is named too."""
    rows = [each.point for each in found]
    times = tallies(rows, clock.today(current_village()))
    reaches = [reach_of(row, times[row.pk]) for row in rows]
    parts = coverage((home for _, home in homes()), reaches)
    names = Area.objects.filter(kind=AreaKind.DUSUN, valid_to__isnull=True)
    listed = [
        _hamlet(name, [each for each in found if each.point.hamlet.name == name], parts, times)
        for name in names.order_by("name").values_list("name", flat=True)
    ]
    return tuple(sorted(listed, key=lambda each: each.low if each.low is not None else -1))


def _hamlet(
    name: str, mine: list[Standing], parts: dict[str, Covered], times: dict[int, Tally]
) -> PublishedHamlet:
    part = parts.get(name, Covered())
    time = total(times[each.point.pk] for each in mine)
    return PublishedHamlet(
        name=name,
        points=len(mine),
        on=_count(mine, {PointState.UP}),
        off=_count(mine, OFF),
        people=part.people,
        low=_tenths(part.low),
        high=_tenths(part.high),
        uptime=_tenths(time.measured),
    )


def _point(standing: Standing) -> PublishedPoint:
    row = standing.point
    return PublishedPoint(
        id=row.public_id,
        name=row.name,
        hamlet=row.hamlet.name,
        place=row.place,
        state=standing.state,
        label=str(standing.state.label),
        ssid=row.ssid,
        sign_in=str(SignIn(row.sign_in).label),
        measured=row.radius is not None,
    )


def _outage(row: Outage) -> PublishedOutage:
    village, now = current_village(), clock.now()
    return PublishedOutage(
        point=row.point.name,
        since=clock.local(row.began_at, village),
        hours=int((now - row.began_at).total_seconds() // 3600),
        is_power=row.kind == OutageKind.POWER,
        cause=str(Cause(row.cause).label) if row.cause else "",
        work=row.work,
        worker=row.worker,
        cost=str(row.cost) if row.cost.sen else "",
        due=clock.local(row.case.promised_at, village),
        late=now > row.case.promised_at,
    )


def _count(found: Iterable[Standing], states: set[PointState]) -> int:
    return sum(1 for each in found if each.state in states)


def _tenths(share: float | None) -> int | None:
    return None if share is None else round(share * 1000)


def _local(minute: int) -> datetime:
    return datetime.fromtimestamp(minute * 60, clock.local(clock.now(), current_village()).tzinfo)
