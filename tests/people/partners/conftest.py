from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.people.partners.views.resident import checked_in, wrong_codes
from tests.factories import enter, official
from tests.people.partners.samples import TUESDAY

AsOffice = Callable[[Office], Client]


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    checked_in.clear()
    wrong_codes.clear()
    with clock.frozen(TUESDAY):
        yield


@pytest.fixture
def sekdes(scope: Village) -> Client:
    return enter(official(scope, Office.SEKDES))


@pytest.fixture
def pokmas(scope: Village) -> User:
    return official(scope, Office.POKMAS)


@pytest.fixture
def visitor(scope: Village) -> Client:
    return Client(headers={"Origin": "http://testserver"})
