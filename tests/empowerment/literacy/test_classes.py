"""A class from its announcement to its marks, and a participant's way out."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desa.empowerment.literacy.actions import (
    ClassPlan,
    Seat,
    agree,
    call_off,
    enrol,
    plan_class,
    record_tasks,
    withdraw,
)
from desa.empowerment.literacy.enums import AgeBand, ClassKind, Moment
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.models import Participant, TaskResult
from desa.empowerment.literacy.queries import gain_of
from desa.empowerment.literacy.rules.gain import read_marks
from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from desa.people.residents.enums import Sex
from tests.empowerment.literacy.samples import (
    CLERK,
    RAFI,
    TUESDAY,
    cadre,
    marked,
    planned,
    resident,
    seated,
    some_cadre,
)

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_participant_of_the_register_takes_age_and_sex_from_there(scope: Village) -> None:
    seat = Seat(resident(), AgeBand.YOUNG, Sex.MALE)
    found = enrol(by=CLERK, learning_class=planned(), seat=seat)
    assert (found.age_band, found.sex) == (AgeBand.ELDER, Sex.FEMALE)


def test_participant_may_stay_unnamed(scope: Village) -> None:
    found = enrol(by=CLERK, learning_class=planned(), seat=Seat(None, AgeBand.YOUNG, Sex.MALE))
    assert found.person is None
    assert not found.may_be_tested


def test_register_without_birth_date_leaves_the_question(scope: Village) -> None:
    person = resident(born=None)
    with pytest.raises(LiteracyRefused, match="Umur"):
        enrol(by=CLERK, learning_class=planned(), seat=Seat(person))
    told = enrol(by=CLERK, learning_class=planned(), seat=Seat(person, AgeBand.ELDER))
    assert told.age_band == AgeBand.ELDER


def test_child_is_not_enrolled(scope: Village) -> None:
    with pytest.raises(LiteracyRefused, match="13 tahun"):
        enrol(by=CLERK, learning_class=planned(), seat=Seat(resident(*RAFI)))


def test_nobody_sits_twice_and_seats_end(scope: Village) -> None:
    person, small = resident(), planned(seats=2)
    seated(small, person=person)
    with pytest.raises(LiteracyRefused, match="sudah terdaftar"):
        seated(small, person=person)
    seated(small)
    with pytest.raises(LiteracyRefused, match="habis"):
        seated(small)


def test_seat_of_someone_who_left_is_free_and_the_number_is_not(scope: Village) -> None:
    small = planned(seats=2)
    first, _second = seated(small), seated(small)
    withdraw(by=CLERK, participant=first)
    assert seated(small).number == 3


def test_marks_of_a_sheet_can_be_corrected(scope: Village) -> None:
    held = planned()
    (person,) = marked(held, "0000", "1100", 1)
    again = {Moment.BEFORE: read_marks("0100", 4), Moment.AFTER: read_marks("1111", 4)}
    assert record_tasks(by=CLERK, learning_class=held, marks={person.pk: again}) == 1
    gain = gain_of(held)
    assert gain is not None
    assert (gain.before, gain.after) == (0.25, 1.0)
    assert TaskResult.objects.count() == 8


def test_who_did_only_one_of_both_is_in_no_gain(scope: Village) -> None:
    held = planned()
    marked(held, "0000", "1111", 1)
    absent = seated(held)
    record_tasks(
        by=CLERK,
        learning_class=held,
        marks={absent.pk: {Moment.BEFORE: read_marks("1111", 4), Moment.AFTER: None}},
    )
    gain = gain_of(held)
    assert gain is not None
    assert (gain.people, gain.value) == (1, 1.0)


def test_who_did_not_agree_has_no_marks(scope: Village) -> None:
    held = planned()
    silent = seated(held, agreed=False)
    marks = {silent.pk: {Moment.BEFORE: read_marks("1000", 4)}}
    with pytest.raises(LiteracyRefused, match="tidak setuju"):
        record_tasks(by=CLERK, learning_class=held, marks=marks)
    agree(by=CLERK, participant=silent)
    assert record_tasks(by=CLERK, learning_class=held, marks=marks) == 1


def test_marks_wait_for_the_class(scope: Village) -> None:
    coming = planned(at=TUESDAY + timedelta(hours=1))
    with pytest.raises(LiteracyRefused, match="sesudah kelas dimulai"):
        marked(coming, "0000", "1111", 1)


def test_participant_of_another_class_gets_no_marks_here(scope: Village) -> None:
    held, other = planned(), planned()
    (stranger,) = marked(other, "0000", "1111", 1)
    marks = {stranger.pk: {Moment.BEFORE: read_marks("1111", 4)}}
    with pytest.raises(LiteracyRefused):
        record_tasks(by=CLERK, learning_class=held, marks=marks)
    assert gain_of(other) is not None


def test_withdrawal_deletes_marks_and_person_and_leaves_a_line(scope: Village) -> None:
    held, person = planned(), resident()
    seat = seated(held, person=person)
    marks = {seat.pk: {moment: read_marks("1111", 4) for moment in Moment}}
    record_tasks(by=CLERK, learning_class=held, marks=marks)
    gone = withdraw(by=CLERK, participant=seat)
    assert (gone.person_id, gone.consent_at, gone.number) == (None, None, 1)
    assert gone.withdrawn_at == TUESDAY
    assert TaskResult.objects.count() == 0
    assert gain_of(held) is None
    event = TrailEvent.objects.get(name="literacy.participant.withdrawn")
    assert event.facts == {}


def test_withdrawing_twice_is_once_and_agreeing_again_is_refused(scope: Village) -> None:
    seat = seated(planned())
    withdraw(by=CLERK, participant=seat)
    withdraw(by=CLERK, participant=seat)
    assert TrailEvent.objects.filter(name="literacy.participant.withdrawn").count() == 1
    with pytest.raises(LiteracyRefused, match="sudah ditarik"):
        agree(by=CLERK, participant=seat)


TYPED = st.text("01", min_size=4, max_size=4)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=st.lists(st.tuples(TYPED, TYPED, st.booleans()), min_size=1, max_size=6))
def test_gain_after_withdrawals_is_that_of_those_who_stayed(
    scope: Village, people: list[tuple[str, str, bool]]
) -> None:
    """As if the others had never been in the class."""
    held, alone = planned(), planned()
    for before, after, stays in people:
        (seat,) = marked(held, before, after, 1)
        if stays:
            marked(alone, before, after, 1)
        else:
            withdraw(by=CLERK, participant=seat)
    assert gain_of(held) == gain_of(alone)


def test_class_with_results_is_not_called_off(scope: Village) -> None:
    held, empty = planned(), planned()
    marked(held, "0000", "1111", 1)
    with pytest.raises(LiteracyRefused, match="sudah punya hasil"):
        call_off(by=CLERK, learning_class=held, reason="Hujan")
    assert call_off(by=CLERK, learning_class=empty, reason=" Hujan ").called_off == "Hujan"
    with pytest.raises(LiteracyRefused, match="dibatalkan"):
        seated(empty)


def test_trainer_is_of_the_dusun_and_seats_are_few(scope: Village) -> None:
    teacher, elsewhere = some_cadre(), some_cadre("Winog")
    plan = ClassPlan(ClassKind.BASICS, teacher.dusun, "Balai", TUESDAY, elsewhere)
    with pytest.raises(LiteracyRefused, match="dusun lain"):
        plan_class(by=CLERK, plan=plan)
    with pytest.raises(ValidationError):
        planned(seats=41)


def test_cadre_acts_in_the_own_dusun_only(kader: User) -> None:
    cadre(user=kader)
    here, there = planned(), planned(some_cadre("Winog"))
    assert enrol(by=kader, learning_class=here, seat=Seat(None, AgeBand.ELDER, Sex.FEMALE)).pk
    with pytest.raises(PermissionDenied):
        enrol(by=kader, learning_class=there, seat=Seat(None, AgeBand.ELDER, Sex.FEMALE))
    assert Participant.objects.count() == 1


def test_cadre_without_a_dusun_acts_nowhere(kader: User) -> None:
    with pytest.raises(PermissionDenied):
        call_off(by=kader, learning_class=planned(), reason="Hujan")
