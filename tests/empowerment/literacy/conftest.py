from collections.abc import Iterator

import pytest

from desa.empowerment.literacy.views.resident import wrong_codes
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.samples import TUESDAY
from tests.factories import official


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    wrong_codes.clear()
    with clock.frozen(TUESDAY):
        yield


@pytest.fixture
def kader(scope: Village) -> User:
    return official(scope, Office.KADER)


@pytest.fixture
def operator(scope: Village) -> User:
    return official(scope, Office.OPERATOR)


@pytest.fixture
def sekdes(scope: Village) -> User:
    return official(scope, Office.SEKDES)


@pytest.fixture
def kades(scope: Village) -> User:
    return official(scope, Office.KADES)
