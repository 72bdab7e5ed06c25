import pytest

from desa.empowerment.literacy import published
from desa.empowerment.literacy.demo import make_demo
from desa.empowerment.literacy.models import Assist, Cadre, LearningClass, Observation
from desa.empowerment.literacy.queries import reach_of
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core.measures import Standing, measures
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.samples import TUESDAY, hamlet
from tests.factories import official

pytestmark = pytest.mark.django_db
DUSUN = ("Sendi", "Winog", "Klampok", "Rajeg", "Tengger")
STAFF = (
    Office.SEKDES, Office.OPERATOR, Office.KASI_PELAYANAN, Office.KAUR_KEUANGAN,
    Office.KASI_KESEJAHTERAAN,
)  # fmt: skip


@pytest.fixture
def demo(scope: Village) -> Village:
    for name in DUSUN:
        hamlet(name)
    for office in STAFF:
        official(scope, office)
    make_demo(1)
    return scope


@pytest.mark.usefixtures("demo")
def test_demo_speaks_on_every_page() -> None:
    assert Cadre.objects.count() == 4
    assert len(published.agenda()) == 2
    assert {row.people for row in published.results()} == {None, 10}
    assert published.helpers().waiting == ("Tengger",)
    assert Assist.objects.filter(confirmed_at__isnull=True).count() == 2
    assert all(seen.passed for seen in Observation.objects.all())


@pytest.mark.usefixtures("demo")
def test_demo_lets_the_measures_speak() -> None:
    day = TUESDAY.date()
    values = {code: measures.get(code).read(day) for code in ("LIT6", "HR2", "HR3", "HR5")}
    assert {reading.standing for reading in values.values()} == {Standing.MEASURED}
    assert (values["HR3"].numerator, values["HR3"].denominator) == (2, 5)
    assert (values["HR5"].numerator, values["HR5"].denominator) == (2, 5)


@pytest.mark.usefixtures("demo")
def test_demo_has_a_cadre_who_can_sign_in() -> None:
    rina = User.objects.get(username="kader")
    assert [area.name for area in reach_of(rina).hamlets()] == ["Sendi"]


def test_demo_makes_nothing_in_a_village_without_dusun(scope: Village) -> None:
    make_demo(1)
    assert LearningClass.objects.count() == 0
