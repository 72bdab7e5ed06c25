from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.core import clock
from desa.foundation.core.actions import NoTrail, SystemActor, action, record
from desa.foundation.core.http.readonly import WriteOnGet, readonly
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.trail.actions import look
from desa.foundation.trail.models import Look, TrailEvent, TrailHead
from tests.trailing import first_broken

pytestmark = pytest.mark.postgres
CLERK = SystemActor("uji")


@action
def add_dusun(*, name: str) -> Area:
    area = Area.objects.create(kind=AreaKind.DUSUN, name=name)
    record("tenancy.area.added", area, CLERK, name=name)
    return area


@action
def add_two() -> None:
    add_dusun(name="Sendi")
    add_dusun(name="Rajeg")


def test_nested_actions_write_one_chain_in_order(scope: Village) -> None:
    add_two()
    assert list(TrailEvent.objects.order_by("sequence").values_list("sequence", "facts__name")) == [
        (1, "Sendi"),
        (2, "Rajeg"),
    ]
    assert first_broken() is None


def test_chain_reads_back_whole_whatever_zone_the_clock_spoke(scope: Village) -> None:
    with clock.frozen(datetime(2026, 11, 24, 9, 12, tzinfo=ZoneInfo("Asia/Jayapura"))):
        add_two()
    assert first_broken() is None


def test_record_outside_an_action_raises(scope: Village) -> None:
    with pytest.raises(NoTrail):
        record("tenancy.area.added", scope, CLERK)


def test_failed_action_leaves_neither_row_nor_event(scope: Village) -> None:
    @action
    def fail() -> None:
        add_dusun(name="Sendi")
        raise ValueError("berhenti")

    with pytest.raises(ValueError, match="berhenti"):
        fail()
    assert not Area.objects.exists()
    assert not TrailEvent.objects.exists()


@pytest.mark.parametrize("sequence", [1, 2, 3])
def test_changed_row_is_named(scope: Village, sequence: int) -> None:
    for name in ("Sendi", "Rajeg", "Winog"):
        add_dusun(name=name)
    TrailEvent.objects.filter(sequence=sequence).update(facts={"name": "Lain"})
    assert first_broken() == sequence


@pytest.mark.parametrize("sequence", [1, 2, 3])
def test_missing_row_is_named(scope: Village, sequence: int) -> None:
    for name in ("Sendi", "Rajeg", "Winog"):
        add_dusun(name=name)
    TrailEvent.objects.filter(sequence=sequence).delete()
    assert first_broken() == sequence


def test_deleted_head_is_noticed(scope: Village) -> None:
    add_dusun(name="Sendi")
    TrailHead.objects.all().delete()
    assert first_broken() == 2


def test_look_is_appended_on_a_get_and_once_in_fifteen_minutes(scope: Village) -> None:
    with readonly():
        look(by=CLERK, person_id=7, purpose="biodata")
        look(by=CLERK, person_id=7, purpose="biodata")
        look(by=CLERK, person_id=7, purpose="ekspor")
    assert Look.objects.count() == 2


def test_any_other_write_on_a_get_is_refused(scope: Village) -> None:
    with readonly(), pytest.raises(WriteOnGet):
        Area.objects.create(kind=AreaKind.DUSUN, name="Sendi")
    with readonly(), pytest.raises(WriteOnGet):
        add_dusun(name="Sendi")
