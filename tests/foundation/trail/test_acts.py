"""When officials finished work, for those who count it."""

from datetime import UTC, datetime, timedelta

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, SystemActor, action, record
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.queries import acts_of_officials
from tests.factories import official

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
DAY = timedelta(days=1)


@action
def _do(*, by: Actor, name: str = "letters.letter.made") -> Area:
    area = Area.objects.get_or_create(kind=AreaKind.DUSUN, name="Sendi", parent=None)[0]
    record(name, area, by)
    return area


@pytest.fixture
def clerk(scope: Village) -> User:
    return official(scope, Office.OPERATOR)


def test_acts_are_told_with_their_moment(clerk: User) -> None:
    with clock.frozen(NOON):
        _do(by=clerk)
    assert acts_of_officials(NOON, NOON + DAY) == [(clerk.pk, NOON)]


def test_time_begins_with_the_first_moment_and_ends_before_the_last(clerk: User) -> None:
    with clock.frozen(NOON):
        _do(by=clerk)
    assert acts_of_officials(NOON - DAY, NOON) == []
    assert acts_of_officials(NOON + timedelta(seconds=1), NOON + DAY) == []


def test_residents_and_the_system_are_no_officials(clerk: User) -> None:
    with clock.frozen(NOON):
        _do(by=SystemActor("uji"))
        _do(by=SystemActor("warga", actor_kind="resident"))
    assert acts_of_officials(NOON, NOON + DAY) == []


def test_events_may_be_left_out_by_their_beginning(clerk: User) -> None:
    with clock.frozen(NOON):
        _do(by=clerk, name="accounts.user.entered")
    assert acts_of_officials(NOON, NOON + DAY, but=("accounts.",)) == []
    assert len(acts_of_officials(NOON, NOON + DAY, but=("letters.",))) == 1


def test_other_village_has_its_own_acts(village: Village, other_village: Village) -> None:
    with village_scope(village), clock.frozen(NOON):
        _do(by=official(village, Office.OPERATOR))
    with village_scope(other_village):
        assert acts_of_officials(NOON, NOON + DAY) == []
