from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import set_hours
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.services.complaints.actions import (
    REPORTER,
    Report,
    answer_complaint,
    file_complaint,
    start_work,
    verify_complaint,
)
from desa.services.complaints.enums import Channel
from desa.services.complaints.models import Complaint
from tests.factories import SINCE, officials

WIB = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 11, 16, 9, 5, tzinfo=WIB)
LAMP = "Lampu jalan mati dekat musala Winog"
Officials = dict[Office, User]
At = Callable[[datetime], None]


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


def open_office() -> None:
    windows = [(weekday, time(8), time(15)) for weekday in range(5)]
    set_hours(by=SystemActor("uji"), valid_from=SINCE, windows=windows)


@pytest.fixture
def hall(scope: Village) -> Officials:
    """Every office of the village has its account, and the office is open from Monday to Friday."""
    open_office()
    return dict(officials(scope, list(Office)))


@pytest.fixture
def winog(scope: Village) -> Area:
    """RT 021 of dusun Winog."""
    dusun = Area.objects.create(kind=AreaKind.DUSUN, name="Winog")
    rw = Area.objects.create(kind=AreaKind.RW, name="007", parent=dusun)
    return Area.objects.create(kind=AreaKind.RT, name="021", parent=rw)


def filed(category: str = "pju", **parts: object) -> Complaint:
    values = {"text": LAMP, "channel": Channel.WEB, **parts}
    return file_complaint(by=REPORTER, report=Report(category=category, **values))  # type: ignore[arg-type]


def answered(officer: User, complaint: Complaint | None = None) -> Complaint:
    """Filed, verified, worked on and answered by this officer."""
    current = verify_complaint(by=officer, complaint=complaint or filed())
    current = start_work(by=officer, complaint=current, words="Lampu dipesan")
    return answer_complaint(by=officer, complaint=current, answer="Lampu sudah diganti")


def later(**span: float) -> datetime:
    return MONDAY + timedelta(**span)
