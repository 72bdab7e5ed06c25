from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from tests.factories import enter, official

TUESDAY = datetime(2026, 11, 24, 9, 12, tzinfo=ZoneInfo("Asia/Jakarta"))
AsOffice = Callable[[Office], Client]


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    with clock.frozen(TUESDAY):
        yield


@pytest.fixture
def sekdes(scope: Village) -> Client:
    return enter(official(scope, Office.SEKDES))
