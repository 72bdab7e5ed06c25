from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from desa.empowerment.literacy.actions import observe
from desa.empowerment.literacy.engine.catalogue import functions
from desa.empowerment.literacy.exceptions import LiteracyRefused, UnknownItem
from desa.empowerment.literacy.queries import matrix
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.samples import TUESDAY
from tests.factories import official

pytestmark = pytest.mark.django_db
DAY = TUESDAY.date()
ALL = range(3)


def _able(slug: str = "cadangan") -> list[User]:
    return [one for line in matrix(DAY) if line.function.slug == slug for one in line.people]


def test_two_who_passed_make_a_function_safe(sekdes: User, operator: User, scope: Village) -> None:
    """J10 step 4: two staff pass "restore backup"."""
    kasi = official(scope, Office.KASI_KESEJAHTERAAN)
    observe(by=sekdes, official=operator, function="cadangan", done=ALL, on=DAY)
    assert not any(line.is_enough for line in matrix(DAY))
    observe(by=sekdes, official=kasi, function="cadangan", done=ALL, on=DAY)
    assert [line.function.slug for line in matrix(DAY) if line.is_enough] == ["cadangan"]


def test_one_task_left_out_is_not_able(sekdes: User, operator: User) -> None:
    seen = observe(by=sekdes, official=operator, function="cadangan", done=[0, 2, 2, 9], on=DAY)
    assert (seen.done, seen.passed) == ([0, 2], False)
    assert _able() == []


def test_nobody_observes_themselves(sekdes: User) -> None:
    with pytest.raises(PermissionDenied):
        observe(by=sekdes, official=sekdes, function="cadangan", done=ALL, on=DAY)


def test_only_the_heads_observe(operator: User, sekdes: User) -> None:
    with pytest.raises(PermissionDenied):
        observe(by=operator, official=sekdes, function="cadangan", done=ALL, on=DAY)


def test_who_leaves_office_masters_nothing_for_the_village(sekdes: User, operator: User) -> None:
    observe(by=sekdes, official=operator, function="cadangan", done=ALL, on=DAY)
    assert _able() == [operator]
    Membership.objects.filter(user=operator).update(valid_to=DAY - timedelta(days=1))
    assert _able() == []
    with pytest.raises(LiteracyRefused, match="jabatan"):
        observe(by=sekdes, official=operator, function="cadangan", done=ALL, on=DAY)


def test_future_and_unknown_are_refused(sekdes: User, operator: User) -> None:
    tomorrow = DAY + timedelta(days=1)
    with pytest.raises(LiteracyRefused, match="belum tiba"):
        observe(by=sekdes, official=operator, function="cadangan", done=ALL, on=tomorrow)
    with pytest.raises(UnknownItem):
        observe(by=sekdes, official=operator, function="memasak", done=ALL, on=DAY)


def test_critical_functions_are_those_of_the_measure() -> None:
    assert list(functions()) == [
        "periksa-surat", "terbit-apbdes", "jaringan", "cadangan", "survei",
    ]  # fmt: skip
    assert all(len(item.tasks) >= 3 for item in functions().values())
