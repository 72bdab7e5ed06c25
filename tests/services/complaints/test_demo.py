"""Desa contoh shows a complaint in every state, and the story of the lamp at Winog."""

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area, Village
from desa.services.complaints.demo import TOLD, make_demo
from desa.services.complaints.enums import ComplaintState, Step
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import visible_to
from desa.services.complaints.queries import public_complaints
from tests.factories import officials
from tests.services.complaints.conftest import open_office


@pytest.fixture
def demo(scope: Village) -> Village:
    open_office()
    officials(scope, [Office.KADES, Office.SEKDES, Office.OPERATOR])
    Area.objects.create(kind=AreaKind.DUSUN, name="Winog")
    make_demo(1)
    return scope


def test_every_state_has_an_example(demo: Village) -> None:
    assert Complaint.objects.count() == len(TOLD)
    assert set(Complaint.objects.values_list("state", flat=True)) == set(ComplaintState)


def test_lamp_was_late_and_reopened_once(demo: Village) -> None:
    lamp = Complaint.objects.get(text__startswith="Lampu jalan mati dekat musala")
    assert (lamp.state, lamp.reopened) == (ComplaintState.ANSWERED, 1)
    steps = set(lamp.story.values_list("step", flat=True))
    assert {Step.REOPENED, Step.ANSWER, Step.JOINED} <= steps
    assert str(lamp.area) == "Winog"


def test_nobody_reads_their_own_case_and_the_public_none_of_them(demo: Village) -> None:
    assert not public_complaints().filter(restricted=True).exists()
    for case in Complaint.objects.filter(restricted=True):
        for subject in case.subjects.all():
            assert not visible_to(subject.user).filter(pk=case.pk).exists()
