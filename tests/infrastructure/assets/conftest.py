from collections.abc import Callable, Iterator
from datetime import date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import Village
from desa.infrastructure.assets.actions import (
    AssetFacts,
    Minutes,
    check_asset,
    dispose_asset,
    register_asset,
)
from desa.infrastructure.assets.enums import Condition, DisposalReason
from desa.infrastructure.assets.models import Asset, AssetCheck, Disposal
from tests.factories import officials

WIB = ZoneInfo("Asia/Jakarta")
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=WIB)
DAY = date(2026, 3, 2)
PICTURE = b"\xff\xd8\xff\xe0 contoh"
Officials = dict[Office, User]


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with clock.frozen(MORNING):
        yield


@pytest.fixture
def hall(scope: Village) -> Officials:
    return dict(officials(scope, list(Office)))


@pytest.fixture
def keeper(hall: Officials) -> User:
    return hall[Office.KAUR_TU]


@pytest.fixture
def sekdes(hall: Officials) -> User:
    return hall[Office.SEKDES]


Register = Callable[..., Asset]


@pytest.fixture
def register(keeper: User) -> Register:
    """An asset of this kind; `found` is what was seen of it on the day it was written down."""

    def make(kind: str = "router", found: Condition = Condition.UNKNOWN, **facts: object) -> Asset:
        values = {"kind": kind, "name": "Router MikroTik", **facts}
        return register_asset(by=keeper, facts=AssetFacts(**values), condition=found)  # type: ignore[arg-type]

    return make


def seen(by: User, asset: Asset, found: Condition, note: str = "") -> AssetCheck:
    return check_asset(by=by, asset=asset, found=found, note=note, key=uuid4())


def picture(content: bytes = PICTURE) -> StoredFile:
    return register_file(digest=put_content(content), size=len(content), media_type="image/jpeg")


def outside_minutes(day: date = DAY) -> Minutes:
    return Minutes(number="BA/3/2026", day=day, picture=picture())


def disposed(by: User, asset: Asset, day: date = DAY) -> Disposal:
    return dispose_asset(
        by=by,
        asset=asset,
        reason=DisposalReason.BROKEN,
        words="Terbakar",
        minutes=outside_minutes(day),
    )


def rp(amount: int) -> Rupiah:
    return Rupiah.of(amount)
