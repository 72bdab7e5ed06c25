from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.infrastructure.connectivity.models import Point, Probe, ProbeReading
from desa.infrastructure.connectivity.views import resident
from tests.factories import officials

WIB = ZoneInfo("Asia/Jakarta")
NOON = datetime(2026, 11, 16, 12, 0, tzinfo=WIB)
MINUTE = int(NOON.timestamp()) // 60
BY = SystemActor("uji")
Officials = Mapping[Office, User]
MakePoint = Callable[..., Point]


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """Every test begins at noon of a Monday, with nobody blocked."""
    resident.forged.clear()
    resident.posted.clear()
    resident.reported.clear()
    with clock.frozen(NOON):
        yield


@pytest.fixture
def hall(scope: Village) -> Officials:
    return officials(scope, list(Office))


def hamlet(name: str = "Rajeg") -> Area:
    found = Area.objects.filter(kind=AreaKind.DUSUN, name=name).first()
    return found or Area.objects.create(kind=AreaKind.DUSUN, name=name)


def rt(number: str, dusun: str = "Rajeg") -> Area:
    rw = Area.objects.filter(kind=AreaKind.RW, parent=hamlet(dusun)).first()
    rw = rw or Area.objects.create(kind=AreaKind.RW, name="001", parent=hamlet(dusun))
    return Area.objects.create(kind=AreaKind.RT, name=number, parent=rw)


def point(name: str = "Balai Dusun Rajeg", dusun: str = "Rajeg", **parts: object) -> Point:
    values = {"in_service_from": date(2026, 11, 1), **parts}
    made = Point(name=name, hamlet=hamlet(dusun), **values)
    made.full_clean()
    made.save()
    return made


def probe(name: str = "Pemantau balai desa") -> Probe:
    return Probe.objects.create(name=name)


def readings(of: Point, since: int, until: int, *, up: bool = True) -> None:
    """One for every minute from `since` up to and without `until`, counted from noon."""
    ProbeReading.objects.insert_new(
        ProbeReading(point=of, minute=MINUTE + each, up=up, took=20 if up else None)
        for each in range(since, until)
    )


def later(**span: float) -> datetime:
    return NOON + timedelta(**span)
