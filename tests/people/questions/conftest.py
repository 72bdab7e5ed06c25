from collections.abc import Iterator

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.people.questions.views.resident import sent, sent_here, wrong_codes
from tests.factories import official
from tests.people.questions.samples import TUESDAY, open_office


@pytest.fixture(autouse=True)
def tuesday_morning() -> Iterator[None]:
    sent.clear()
    sent_here.clear()
    wrong_codes.clear()
    with clock.frozen(TUESDAY):
        yield


@pytest.fixture
def office(scope: Village) -> Village:
    """A village with opening hours, in scope."""
    open_office()
    return scope


@pytest.fixture
def kasi(office: Village) -> User:
    return official(office, Office.KASI_KESEJAHTERAAN)


@pytest.fixture
def sekdes(office: Village) -> User:
    return official(office, Office.SEKDES)


@pytest.fixture
def kades(office: Village) -> User:
    return official(office, Office.KADES)
