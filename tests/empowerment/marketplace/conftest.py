from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desa.empowerment.marketplace.views import public
from desa.empowerment.marketplace.views.resident import cards, seller
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from tests.empowerment.marketplace.samples import with_site

WIB = ZoneInfo("Asia/Jakarta")
MONDAY = datetime(2026, 11, 16, 9, 5, tzinfo=WIB)


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    with clock.frozen(MONDAY):
        yield


@pytest.fixture(autouse=True)
def fresh_counters() -> None:
    """Nobody pressed anything before this test."""
    for limiter in (public.presses, cards.reports, seller.wrong_links):
        limiter.clear()


@pytest.fixture
def site(scope: Village) -> Village:
    return with_site(scope)
