from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from desa.foundation.accounts.actions import change_contact
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village
from desa.people.questions.actions import (
    ASKER,
    answer,
    close,
    escalate,
    forget_phones,
    judge,
    release,
)
from desa.people.questions.enums import CloseReason, Escalation, QuestionState
from desa.people.questions.exceptions import QuestionRefused
from desa.people.questions.queries import count_for
from desa.people.questions.tasks import run_escalate
from tests.factories import officeholder, official
from tests.people.questions.samples import CLERK, NIK, PHONE, TUESDAY, asked

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
SAID = "Menunggu termin kedua, mulai 7 Desember 2026."


def test_answer_is_public_and_stops_the_clock(kasi: User) -> None:
    question = asked()
    given = answer(by=kasi, question=question, text=f" {SAID} ")
    question.refresh_from_db()
    assert (given.text, given.office, given.office_label) == (
        SAID,
        Office.KASI_KESEJAHTERAAN,
        "Kasi Kesejahteraan",
    )
    assert question.state == QuestionState.ANSWERED
    assert question.shown_at == TUESDAY
    assert question.case.closed_at == TUESDAY


def test_number_of_a_person_in_an_answer_is_covered(kasi: User) -> None:
    given = answer(by=kasi, question=asked(), text=f"Penerimanya {NIK}, telepon 0812-3456-7890.")
    assert given.text == "Penerimanya •••••, telepon •••••."


@pytest.mark.parametrize("text", ["", "  \n"])
def test_empty_answer_is_none(kasi: User, text: str) -> None:
    with pytest.raises(QuestionRefused, match="kosong"):
        answer(by=kasi, question=asked(), text=text)


def test_answered_once_a_round(kasi: User) -> None:
    question = asked()
    answer(by=kasi, question=question, text=SAID)
    with pytest.raises(QuestionRefused, match="Dijawab"):
        answer(by=kasi, question=question, text="Lain lagi.")
    assert question.answers.count() == 1


@pytest.mark.parametrize(
    "other", [Office.KASI_PELAYANAN, Office.SEKDES, Office.KADES, Office.KAUR_KEUANGAN]
)
def test_other_offices_do_not_answer_for_the_implementer(kasi: User, other: Office) -> None:
    question, stranger = asked(), official(current_village(), other)
    with pytest.raises(PermissionDenied):
        answer(by=stranger, question=question, text=SAID)
    with pytest.raises(PermissionDenied):
        release(by=stranger, question=question)


def test_release_shows_the_words_once(kasi: User) -> None:
    question = asked()
    assert release(by=kasi, question=question).shown_at == TUESDAY
    with clock.frozen(TUESDAY + timedelta(hours=1)):
        assert release(by=kasi, question=question).shown_at == TUESDAY


def test_asker_with_a_number_gets_a_message_that_shows_no_code(kasi: User) -> None:
    question = asked(phone=PHONE)
    answer(by=kasi, question=question, text=SAID)
    notice = Notice.objects.get()
    assert notice.phone == PHONE
    assert question.status_code not in notice.text + notice.recipient_label
    assert question.code.display not in notice.text + notice.recipient_label
    assert notice.audience == ",kasi_kesejahteraan,sekdes,"


def test_without_a_number_nobody_is_written_to(kasi: User) -> None:
    answer(by=kasi, question=asked(), text=SAID)
    assert not Notice.objects.exists()


def test_only_the_heads_close_without_an_answer(kasi: User, sekdes: User) -> None:
    question = asked(phone=PHONE)
    with pytest.raises(PermissionDenied):
        close(by=kasi, question=question, reason=CloseReason.RUDE)
    closed = close(by=sekdes, question=question, reason=CloseReason.RUDE)
    assert (closed.state, closed.close_reason) == (QuestionState.CLOSED, "kasar")
    assert "ditutup tanpa jawaban" in Notice.objects.get().text
    with pytest.raises(QuestionRefused):
        answer(by=kasi, question=question, text=SAID)


def test_asker_content_ends_it(kasi: User) -> None:
    question = asked()
    answer(by=kasi, question=question, text=SAID)
    judged = judge(by=ASKER, question=question, answered=True)
    assert (judged.state, judged.ended_at) == (QuestionState.CONFIRMED, TUESDAY)
    assert judge(by=ASKER, question=question, answered=True).state == QuestionState.CONFIRMED
    with pytest.raises(QuestionRefused):
        judge(by=ASKER, question=question, answered=False)


def test_asker_not_content_opens_it_once_with_a_new_clock(kasi: User) -> None:
    question = asked()
    first_case = question.case_id
    answer(by=kasi, question=question, text=SAID)
    again = judge(by=ASKER, question=question, answered=False, follow_up=" Berapa uangnya? ")
    assert (again.state, again.reopened, again.follow_up) == (
        QuestionState.REOPENED,
        1,
        "Berapa uangnya?",
    )
    assert again.case_id != first_case
    assert judge(by=ASKER, question=question, answered=False).reopened == 1
    answer(by=kasi, question=question, text="Rp96.500.000 dari Dana Desa.")
    last = judge(by=ASKER, question=question, answered=False)
    assert (last.state, last.reopened) == (QuestionState.DISPUTED, 1)
    assert last.answers.count() == 2


def test_nobody_judges_what_is_not_answered(office: Village) -> None:
    with pytest.raises(QuestionRefused, match="Menunggu jawaban"):
        judge(by=ASKER, question=asked(), answered=True)


def test_silence_goes_to_the_sekdes_and_then_to_the_kades(
    kasi: User, sekdes: User, kades: User
) -> None:
    question = asked()
    due = question.case.promised_at
    with clock.frozen(due - timedelta(minutes=1)):
        run_escalate({})
        question.refresh_from_db()
        assert question.escalated == Escalation.NONE
    with clock.frozen(due + timedelta(hours=1)):
        run_escalate({})
        run_escalate({})
        question.refresh_from_db()
        assert question.escalated == Escalation.SEKDES
        assert (count_for(["sekdes"]), count_for(["kades"])) == (1, 0)
    with clock.frozen(due + timedelta(days=4)):
        run_escalate({})
        run_escalate({})
        question.refresh_from_db()
        assert question.escalated == Escalation.KADES
        given = answer(by=kades, question=question, text=SAID)
    assert given.office_label == "Kepala Desa"
    told = list(Notice.objects.order_by("created_at").values_list("recipient_label", flat=True))
    assert told == ["Sekretaris Desa", "Kepala Desa"]


def test_silence_of_the_sekdes_goes_to_the_kades_at_once(sekdes: User, kades: User) -> None:
    question = asked()
    assert question.owner_office == Office.SEKDES
    with clock.frozen(question.case.promised_at + timedelta(hours=1)):
        assert escalate(by=CLERK, question=question).escalated == Escalation.KADES
    assert Notice.objects.get().recipient_label == "Kepala Desa"


def test_who_is_told_of_silence_is_reached_at_their_own_number(sekdes: User, kades: User) -> None:
    holder = officeholder(Office.KADES)
    change_contact(by=CLERK, holder=holder, phone="+6281234567890", email="")
    question = asked()
    with clock.frozen(question.case.promised_at + timedelta(hours=1)):
        escalate(by=CLERK, question=question)
    assert Notice.objects.get().phone == "+6281234567890"


def test_sekdes_answers_what_silence_brought(kasi: User, sekdes: User) -> None:
    question = asked()
    with clock.frozen(question.case.promised_at + timedelta(hours=1)):
        escalate(by=CLERK, question=question)
        assert answer(by=sekdes, question=question, text=SAID).office == Office.SEKDES


def test_answered_in_time_is_never_escalated(kasi: User) -> None:
    question = asked()
    answer(by=kasi, question=question, text=SAID)
    with clock.frozen(TUESDAY + timedelta(days=60)):
        run_escalate({})
        assert escalate(by=CLERK, question=question).escalated == Escalation.NONE


def test_opened_again_waits_by_its_own_clock(kasi: User) -> None:
    question = asked()
    with clock.frozen(TUESDAY + timedelta(days=20)):
        run_escalate({})
        answer(by=kasi, question=question, text=SAID)
        judge(by=ASKER, question=question, answered=False)
        run_escalate({})
        question.refresh_from_db()
        assert question.escalated == Escalation.NONE


def test_number_goes_a_month_after_the_end(kasi: User) -> None:
    done, waits = asked(phone=PHONE), asked("Siapa yang mengerjakan?", phone=PHONE)
    answer(by=kasi, question=done, text=SAID)
    with clock.frozen(TUESDAY + timedelta(days=29)):
        assert forget_phones(by=CLERK) == 0
    with clock.frozen(TUESDAY + timedelta(days=31)):
        assert forget_phones(by=CLERK) == 1
    done.refresh_from_db()
    waits.refresh_from_db()
    assert (done.phone, waits.phone) == ("", PHONE)
