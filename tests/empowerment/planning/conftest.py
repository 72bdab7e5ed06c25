import pytest

from desa.empowerment.planning.models import Round
from desa.empowerment.planning.views import resident
from desa.foundation.tenancy.models import Village
from tests.empowerment.planning.samples import year_of_proposals


@pytest.fixture(autouse=True)
def _calm() -> None:
    for limiter in (resident.sent, resident.photos_sent, resident.wrong_codes):
        limiter.clear()


@pytest.fixture
def year(scope: Village) -> Round:
    return year_of_proposals()
