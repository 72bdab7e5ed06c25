"""J4: a complaint that finishes only on its reporter's word."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from desa.foundation.accounts.actions import change_contact
from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.actions import SystemActor
from desa.foundation.notifications.models import Notice
from desa.foundation.trail.models import TrailEvent
from desa.services.complaints.actions import (
    REPORTER,
    answer_complaint,
    close_unanswered,
    escalate_late,
    forward_complaint,
    give_to,
    join_complaints,
    mark_spam,
    pause_complaint,
    refuse_complaint,
    reporter_says,
    restore_complaint,
    resume_complaint,
    set_about,
    start_work,
    verify_complaint,
)
from desa.services.complaints.enums import About, AnswerVia, ComplaintState, Step
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint
from desa.services.complaints.tasks import run_watch
from tests.factories import officeholder
from tests.services.complaints.conftest import MONDAY, WIB, Officials, answered, filed, later

S = ComplaintState
CODE = AnswerVia.CODE


def says(complaint: Complaint, *, good: bool) -> Complaint:
    return reporter_says(by=REPORTER, complaint=complaint, good=good, via=CODE)


def test_case_is_reopened_by_belum_and_closed_by_sudah(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    case = says(answered(officer), good=False)
    assert (case.state, case.reopened) == (S.IN_PROGRESS, 1)
    case = answer_complaint(by=officer, complaint=case, answer="Kabel disambung")
    case = says(case, good=True)
    assert (case.state, case.reopened) == (S.CONFIRMED, 1)
    case.case.refresh_from_db()
    assert case.case.closed_at == MONDAY
    steps = list(case.story.values_list("step", flat=True))
    assert steps.count(Step.ANSWER) == 2
    assert Step.REOPENED in steps


def test_waiting_for_the_reporter_does_not_count_against_the_office(hall: Officials) -> None:
    case = answered(hall[Office.KAUR_TU])
    with clock.frozen(later(days=1)):
        case = says(case, good=False)
    assert case.due_at == datetime(2026, 11, 19, 15, 0, tzinfo=WIB)
    assert not case.paused


def test_silence_closes_the_case_without_confirming_it(hall: Officials) -> None:
    case = answered(hall[Office.KAUR_TU])
    with clock.frozen(later(days=13, hours=23)):
        assert close_unanswered(complaint=case).state == S.ANSWERED
    with clock.frozen(later(days=14)):
        run_watch({})
        case.refresh_from_db()
        assert case.state == S.UNCONFIRMED
        assert says(case, good=True).state == S.CONFIRMED


def test_closed_case_that_was_not_good_gets_a_new_promise(hall: Officials) -> None:
    case = says(answered(hall[Office.KAUR_TU]), good=True)
    first = case.case_id
    with clock.frozen(later(days=7)):
        case = says(case, good=False)
    assert (case.state, case.reopened) == (S.IN_PROGRESS, 1)
    assert case.case_id != first
    assert case.due_at == datetime(2026, 11, 25, 15, 0, tzinfo=WIB)


def test_reporter_is_not_asked_before_an_answer(hall: Officials) -> None:
    with pytest.raises(ComplaintRefused):
        says(filed(), good=True)


def test_office_cannot_close_on_its_own_word(hall: Officials) -> None:
    case = answered(hall[Office.KAUR_TU])
    officer = hall[Office.KAUR_TU]
    with pytest.raises(ComplaintRefused):
        verify_complaint(by=officer, complaint=case)
    with pytest.raises(ComplaintRefused):
        start_work(by=officer, complaint=case, words="Lagi")
    with pytest.raises(ComplaintRefused):
        refuse_complaint(by=officer, complaint=case, reason="Sudah selesai kok")


def test_merged_case_asks_every_reporter(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    main, twin = filed(), filed(text="Lampu musala padam")
    main = join_complaints(by=officer, complaint=twin, into=main)
    case = answered(officer, main)
    twin.refresh_from_db()
    assert says(case, good=True).state == S.ANSWERED
    assert says(twin, good=True).state == S.CONFIRMED


def test_one_belum_of_a_merged_case_reopens_it(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    main, twin = filed(), filed(text="Lampu musala padam")
    case = answered(officer, join_complaints(by=officer, complaint=twin, into=main))
    twin.refresh_from_db()
    says(case, good=True)
    assert says(twin, good=False).state == S.IN_PROGRESS


def test_joining_keeps_chains_flat_and_refuses_itself(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    first, second, third = filed(), filed(), filed()
    second = join_complaints(by=officer, complaint=first, into=second)
    join_complaints(by=officer, complaint=second, into=third)
    first.refresh_from_db()
    assert first.merged_into_id == third.pk
    with pytest.raises(ComplaintRefused):
        join_complaints(by=officer, complaint=third, into=third)
    with pytest.raises(ComplaintRefused):
        join_complaints(by=officer, complaint=third, into=first)


def test_restricted_case_is_not_joined_with_an_open_one(hall: Officials) -> None:
    secret, plain = filed("lainnya", about=About.OPERATOR), filed("lainnya")
    with pytest.raises(ComplaintRefused):
        join_complaints(by=hall[Office.SEKDES], complaint=secret, into=plain)


@pytest.mark.parametrize("end", [refuse_complaint, mark_spam])
def test_no_needs_its_reason(hall: Officials, end: object) -> None:
    officer = hall[Office.KAUR_TU]
    with pytest.raises(ComplaintRefused):
        end(by=officer, complaint=filed(), reason=" ")  # type: ignore[operator]
    case = end(by=officer, complaint=filed(), reason="Bukan urusan kantor")  # type: ignore[operator]
    assert case.reason == "Bukan urusan kantor"
    case.case.refresh_from_db()
    assert case.case.closed_at is not None


def test_refused_and_spam_can_come_back(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    refused = refuse_complaint(by=officer, complaint=filed(), reason="Kurang jelas")
    assert verify_complaint(by=officer, complaint=refused, words="Sudah jelas").state == S.VERIFIED
    spam = mark_spam(by=officer, complaint=filed(), reason="Iklan")
    assert restore_complaint(by=officer, complaint=spam, reason="Ternyata benar").reason == ""


def test_forwarding_says_where(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    with pytest.raises(ComplaintRefused):
        forward_complaint(by=officer, complaint=filed(), where="", reason="Jalan kabupaten")
    case = forward_complaint(
        by=officer,
        complaint=filed(),
        where="Dinas PU",
        reason="Jalan kabupaten",
        outside_number="17",
    )
    assert (case.state, case.forwarded_to, case.outside_number) == (S.FORWARDED, "Dinas PU", "17")


def test_pause_moves_the_promise_and_shows_its_reason(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    case = pause_complaint(by=officer, complaint=filed(), reason="Menunggu foto dari pelapor")
    with clock.frozen(later(days=2)):
        case = resume_complaint(by=officer, complaint=case)
    assert case.due_at == datetime(2026, 11, 20, 15, 0, tzinfo=WIB)
    assert case.case.pauses.get().reason == "Menunggu foto dari pelapor"
    with pytest.raises(ComplaintRefused):
        resume_complaint(by=officer, complaint=case)


def test_late_case_goes_up_on_day_four_and_day_seven(hall: Officials) -> None:
    """Promised for the end of Wednesday, the third working day."""
    case = filed()
    with clock.frozen(later(days=2)):
        assert escalate_late(complaint=case).level == 0
    with clock.frozen(later(days=3)):
        run_watch({})
        case.refresh_from_db()
        assert case.level == 1
    with clock.frozen(later(days=7)):
        assert escalate_late(complaint=case).level == 1
    with clock.frozen(later(days=8)):
        run_watch({})
        run_watch({})
        case.refresh_from_db()
        assert case.level == 2
    assert TrailEvent.objects.filter(name="complaints.complaint.escalated").count() == 2


def test_who_stands_above_is_told_at_their_own_number_after_the_quiet_hours(
    hall: Officials,
) -> None:
    number = "+6281234567890"
    holder = officeholder(Office.SEKDES)
    change_contact(by=SystemActor("uji"), holder=holder, phone=number, email="")
    case, night = filed(), later(days=3, hours=14)
    with clock.frozen(night):
        escalate_late(complaint=case)
    told = Notice.objects.get(recipient_label="Sekretaris Desa")
    assert told.phone == number
    assert told.not_before > night
    assert clock.local(told.not_before, case.village).hour == 6
    with clock.frozen(later(days=9)):
        escalate_late(complaint=case)
    above = Notice.objects.exclude(pk=told.pk).values_list("recipient_label", "phone")
    assert set(above) == {("Kepala Desa", ""), ("Anggota BPD", "")}


def test_paused_and_answered_cases_do_not_go_up(hall: Officials) -> None:
    officer = hall[Office.KAUR_TU]
    paused = pause_complaint(by=officer, complaint=filed(), reason="Menunggu PLN")
    waiting = answered(officer)
    with clock.frozen(later(days=10)):
        assert escalate_late(complaint=paused).level == 0
        assert escalate_late(complaint=waiting).level == 0


def test_only_the_owner_or_who_stands_above_acts(hall: Officials) -> None:
    case = filed()
    with pytest.raises(PermissionDenied):
        verify_complaint(by=hall[Office.KASI_PELAYANAN], complaint=case)
    with pytest.raises(PermissionDenied):
        verify_complaint(by=hall[Office.KEPALA_DUSUN], complaint=case)
    assert verify_complaint(by=hall[Office.SEKDES], complaint=case).state == S.VERIFIED


def test_case_is_given_to_another_office_but_never_to_its_subject(hall: Officials) -> None:
    case = give_to(
        by=hall[Office.SEKDES],
        complaint=filed(),
        office=Office.KAUR_PERENCANAAN,
        reason="Tiang jalan",
    )
    assert case.owner_office == Office.KAUR_PERENCANAAN
    about = filed("perangkat", about=About.KADES)
    with pytest.raises(ComplaintRefused):
        give_to(by=hall[Office.BPD], complaint=about, office=Office.KADES, reason="Silakan")


def test_case_found_to_be_about_its_owner_leaves_him(hall: Officials) -> None:
    case = set_about(by=hall[Office.KADES], complaint=filed("lainnya"), about=About.SEKDES)
    assert (case.owner_office, case.restricted) == (Office.KADES, True)
    with pytest.raises(PermissionDenied):
        verify_complaint(by=hall[Office.SEKDES], complaint=case)
    with pytest.raises(ComplaintRefused):
        set_about(by=hall[Office.KADES], complaint=case, about=About.NOBODY)


def test_answer_from_the_counter_is_marked_as_noted(hall: Officials) -> None:
    case = answered(hall[Office.KAUR_TU])
    case = reporter_says(
        by=hall[Office.OPERATOR],
        complaint=case,
        good=True,
        via=AnswerVia.NOTED,
        words="Sudah terang",
    )
    assert case.answers.get().via == AnswerVia.NOTED
    assert case.answers.get().at - case.state_since == timedelta()
