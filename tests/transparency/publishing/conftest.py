from collections.abc import Iterator

import pytest
from django.core.cache import cache

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.actions import Identity, found_village
from desa.foundation.tenancy.models import Village
from tests.factories import official
from tests.transparency.publishing.samples import CLERK, TUESDAY


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    cache.clear()
    with clock.frozen(TUESDAY):
        yield


@pytest.fixture
def village(db: None) -> Village:
    identity = Identity(
        "35.14.11.2009",
        "Sumbergedang",
        "Pandaan",
        "Pasuruan",
        "Jawa Timur",
        public_address="https://desa.example",
    )
    return found_village(by=CLERK, identity=identity)


@pytest.fixture
def sekdes(scope: Village) -> User:
    return official(scope, Office.SEKDES)


@pytest.fixture
def operator(scope: Village) -> User:
    return official(scope, Office.OPERATOR)
