import pytest

from desa.foundation.accounts.enums import Office
from desa.people.questions.enums import QuestionState
from desa.people.questions.permissions import IMPLEMENTERS
from desa.people.questions.policies import owner_of
from desa.people.questions.transitions import POSSIBLE, after_no, is_possible

S = QuestionState
ALL = frozenset(str(office) for office in Office)


@pytest.mark.parametrize("office", IMPLEMENTERS)
def test_the_implementer_that_a_figure_names_answers(office: Office) -> None:
    assert owner_of(office, "Pelaksana", ALL).office == office
    assert owner_of(office, "Pelaksana", ALL).label == "Pelaksana"
    assert owner_of(office, "", ALL).label == str(office.label)


@pytest.mark.parametrize("office", sorted(set(Office) - set(IMPLEMENTERS)))
def test_no_other_office_does_least_of_all_the_treasurer(office: Office) -> None:
    owner = owner_of(office, "Kaur Keuangan", ALL)
    assert (owner.office, owner.label) == (Office.SEKDES, "Sekretaris Desa")


def test_vacant_office_leaves_it_to_the_sekdes() -> None:
    assert owner_of(Office.KASI_PELAYANAN, "Kasi", frozenset()).office == Office.SEKDES
    assert owner_of("tidak ada", "?", ALL).office == Office.SEKDES


def test_no_opens_again_once_and_then_stands() -> None:
    assert after_no(1) == S.REOPENED
    assert after_no(2) == S.DISPUTED


def test_ended_questions_lead_nowhere() -> None:
    for state in (S.CONFIRMED, S.DISPUTED, S.CLOSED):
        assert not any(is_possible(state, after) for after in S)


def test_every_state_can_be_reached() -> None:
    assert {after for _before, after in POSSIBLE} | {S.WAITING} == set(S)
    assert not is_possible(S.REOPENED, S.CLOSED)
