from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.notifications.models import Notice
from desa.foundation.servicelevels.models import ServiceCase, ServiceStandard
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from desa.people.questions.actions import ASKER, Asking, ask, ask_once
from desa.people.questions.enums import Channel, QuestionState
from desa.people.questions.exceptions import QuestionRefused
from desa.people.questions.models import Question
from tests.factories import official
from tests.people.questions.samples import KEY, KIND, MONEY_KEY, PHONE, TEXT, TUESDAY, WIB, asked

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def test_question_is_promised_in_five_working_days_to_its_implementer(
    office: Village, kasi: User
) -> None:
    question = asked()
    assert question.case.promised_at == datetime(2026, 11, 30, 15, tzinfo=WIB)
    assert (question.owner_office, question.owner_label) == (
        Office.KASI_KESEJAHTERAAN,
        "Kasi Kesejahteraan",
    )
    assert question.figure_title == "Jalan lingkungan Dusun Rajeg"
    assert question.state == QuestionState.WAITING
    assert question.shown_at is None


def test_question_about_money_in_hand_is_not_the_treasurers(office: Village) -> None:

    official(office, Office.KAUR_KEUANGAN)
    assert asked(key=MONEY_KEY).owner_office == Office.SEKDES


def test_vacant_implementer_is_the_sekdes(office: Village) -> None:
    assert asked().owner_office == Office.SEKDES


def test_village_without_hours_promises_a_week(scope: Village) -> None:
    assert asked().case.promised_at == TUESDAY + timedelta(days=7)


def test_standard_of_the_village_rules(office: Village) -> None:
    asked()
    ServiceStandard.objects.filter(service="pertanyaan").update(working_days=2)
    assert asked("Bagaimana dengan saluran airnya?").case.promised_at.day == 25


@pytest.mark.parametrize("key", ["tidak-ada", ""])
def test_only_published_figures_are_asked_about(office: Village, key: str) -> None:
    with pytest.raises(QuestionRefused, match="tidak ditemukan"):
        asked(key=key)
    with pytest.raises(QuestionRefused, match="tidak ditemukan"):
        ask(by=ASKER, asking=Asking("apa", key, TEXT))


def test_figure_of_a_room_that_is_switched_off_cannot_be_asked_about(office: Village) -> None:
    office.rooms_off = ["questions"]
    with pytest.raises(QuestionRefused):
        asked()


@pytest.mark.parametrize("text", ["", "   ", "kenapa?", "\n\t  x"])
def test_a_question_has_words(office: Village, text: str) -> None:
    with pytest.raises(QuestionRefused, match="pendek"):
        asked(text)


def test_wrong_number_is_refused_and_nothing_stays(office: Village) -> None:
    with pytest.raises(ValidationError):
        asked(phone="0812")
    assert not Question.objects.exists()
    assert not ServiceCase.objects.exists()


def test_sent_twice_is_asked_once(office: Village) -> None:
    key, asking = uuid4(), Asking(KIND, KEY, TEXT)
    first = ask_once(by=ASKER, asking=asking, key=key)
    assert ask_once(by=ASKER, asking=asking, key=key).pk == first.pk
    assert Question.objects.count() == 1


def test_neither_trail_nor_outbox_knows_who_or_what(office: Village) -> None:
    asked(f"{TEXT} {PHONE}", phone=PHONE)
    events = str(list(TrailEvent.objects.values()))
    assert "Rajeg" not in events
    assert "6281234567890" not in events
    assert not Notice.objects.exists()


def test_asker_and_counter_are_told_apart(office: Village, sekdes: User) -> None:
    asking = Asking(KIND, KEY, TEXT, channel=Channel.COUNTER)
    assert ask(by=sekdes, asking=asking).channel == Channel.COUNTER
    assert asked("Kapan mulai dikerjakan?").channel == Channel.WEB
    labels = TrailEvent.objects.filter(name="questions.question.asked")
    assert set(labels.values_list("actor_label", flat=True)) == {sekdes.name, "Penanya"}


def test_codes_differ(office: Village) -> None:
    assert asked().status_code != asked("Siapa yang mengerjakan jalannya?").status_code


def test_late_is_only_what_waits_beyond_its_promise(office: Village) -> None:
    question = asked()
    answered = Question(case=question.case, state=QuestionState.ANSWERED)
    early = question.is_late
    with clock.frozen(question.case.promised_at + timedelta(minutes=1)):
        assert (early, question.is_late, answered.is_late) == (False, True, False)


def test_villages_have_their_own_questions(village: Village, other_village: Village) -> None:
    with village_scope(village):
        asked()
    with village_scope(other_village):
        assert not Question.objects.exists()


def test_what_is_kept_is_in_the_words_of_the_village(office: Village) -> None:
    with translation.override("en"):
        question = asked()
    assert question.owner_label == "Sekretaris Desa"
    assert ServiceStandard.objects.get(service="pertanyaan").name == "Jawaban atas pertanyaan"
