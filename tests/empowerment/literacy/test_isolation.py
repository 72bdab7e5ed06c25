"""What one village teaches, helps and masters is not there for another."""

import pytest

from desa.empowerment.literacy.actions import observe
from desa.empowerment.literacy.models import Assist, Cadre, LearningClass, Observation, Participant
from desa.empowerment.literacy.queries import matrix, reach_of
from desa.foundation.accounts.enums import Office
from desa.foundation.core.measures import Standing, measures
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from tests.empowerment.literacy.samples import TUESDAY, cadre, helped, marked, planned
from tests.factories import enter, official

pytestmark = pytest.mark.django_db
DAY = TUESDAY.date()


@pytest.fixture
def busy(village: Village) -> Village:
    """Everything there is, in the first village."""
    with village_scope(village):
        rina = cadre(user=official(village, Office.KADER))
        marked(planned(rina, seats=12), "0000", "1111", 10)
        helped(rina)
        head, clerk = official(village, Office.SEKDES), official(village, Office.OPERATOR)
        observe(by=head, official=clerk, function="cadangan", done=range(3), on=DAY)
    return village


@pytest.mark.usefixtures("busy")
def test_other_village_holds_no_row(other_village: Village) -> None:
    with village_scope(other_village):
        for model in (Assist, Cadre, LearningClass, Observation, Participant):
            assert model.objects.count() == 0
        assert not any(line.people for line in matrix(DAY))


@pytest.mark.parametrize("code", ["LIT6", "HR2", "HR3", "HR5"])
def test_measures_of_the_other_village_know_nothing(
    busy: Village, other_village: Village, code: str
) -> None:
    with village_scope(busy):
        assert measures.get(code).read(DAY).standing == Standing.MEASURED
    with village_scope(other_village):
        assert measures.get(code).read(DAY).standing == Standing.NO_DATA


def test_cadre_of_one_village_reaches_nothing_in_the_other(
    busy: Village, other_village: Village
) -> None:
    with village_scope(busy):
        user = Cadre.objects.get().user
    assert user is not None
    with village_scope(other_village):
        assert reach_of(user).is_nowhere


def test_official_of_the_other_village_opens_no_class(
    busy: Village, other_village: Village
) -> None:
    with village_scope(busy):
        address = f"/kantor/belajar/kelas/{LearningClass.objects.get().public_id}/"
    guest = enter(official(other_village, Office.SEKDES))
    assert guest.get(address, headers={"host": "testserver"}).status_code in {403, 404}
