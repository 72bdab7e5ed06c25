import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from desa.empowerment.literacy.actions import appoint_cadre, end_cadre
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.queries import active_cadres, reach_of
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.samples import SINCE, TUESDAY, cadre, hamlet, planned, some_cadre
from tests.factories import official

pytestmark = pytest.mark.django_db


def test_cadre_reaches_the_own_dusun(kader: User) -> None:
    own = cadre(user=kader)
    there = planned(some_cadre("Winog"))
    reach = reach_of(kader)
    assert [area.name for area in reach.hamlets()] == ["Sendi"]
    assert reach.cadre == own
    assert not reach.holds(there.dusun_id)
    assert list(reach.classes()) == []


@pytest.mark.parametrize("office", [Office.SEKDES, Office.KADES, Office.OPERATOR])
def test_office_reaches_every_dusun(scope: Village, office: Office) -> None:
    planned(some_cadre("Winog"))
    reach = reach_of(official(scope, office))
    assert reach.everywhere
    assert reach.classes().count() == 1


def test_other_office_beside_it_widens_no_cadre(scope: Village, kader: User) -> None:
    """A cadre who is also head of an RT stays in the own dusun."""
    Membership.objects.create(user=kader, village=scope, office=Office.RT_RW, valid_from=SINCE)
    cadre(user=kader)
    assert not reach_of(kader).everywhere


def test_account_serves_one_dusun_at_a_time(kader: User, sekdes: User) -> None:
    first = cadre(user=kader)
    with pytest.raises(LiteracyRefused, match="Akhiri dulu"):
        cadre("Rina", "Winog", user=kader)
    end_cadre(by=sekdes, cadre=first)
    assert cadre("Rina", "Winog", user=kader).dusun == hamlet("Winog")


def test_ended_cadre_serves_to_the_end_of_the_day(sekdes: User) -> None:
    ended = end_cadre(by=sekdes, cadre=some_cadre())
    assert ended.valid_to == TUESDAY.date()
    assert active_cadres().count() == 1
    assert end_cadre(by=sekdes, cadre=ended).valid_to == TUESDAY.date()


def test_same_name_twice_in_a_dusun_is_refused(sekdes: User) -> None:
    cadre()
    with pytest.raises(ValidationError):
        appoint_cadre(by=sekdes, name=" Rina ", dusun=hamlet(), since=SINCE)


def test_operator_appoints_nobody(operator: User) -> None:
    with pytest.raises(PermissionDenied):
        appoint_cadre(by=operator, name="Rina", dusun=hamlet(), since=SINCE)
