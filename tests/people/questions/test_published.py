from datetime import timedelta

import pytest
from django.test.utils import CaptureQueriesContext

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.people.questions import published
from desa.people.questions.actions import ASKER, answer, close, escalate, judge, release
from desa.people.questions.enums import CloseReason
from tests.people.questions.samples import (
    CLERK,
    KEY,
    KIND,
    MONEY_KEY,
    NIK,
    PHONE,
    TEXT,
    asked,
)

pytestmark = pytest.mark.django_db


def _only() -> published.PublishedQuestion:
    (found,) = published.for_figure(KIND, KEY)
    return found


def test_words_wait_for_an_official_and_the_waiting_is_public(kasi: User) -> None:
    question = asked()
    found = _only()
    assert (found.text, found.figure, found.owner) == (
        "",
        "Jalan lingkungan Dusun Rajeg",
        "Kasi Kesejahteraan",
    )
    assert found.is_open
    release(by=kasi, question=question)
    assert _only().text == TEXT


def test_numbers_of_people_are_covered_in_public(kasi: User) -> None:
    question = asked(f"Apakah {NIK} atau 0812-3456-7890 dapat bantuan?")
    release(by=kasi, question=question)
    assert _only().text == "Apakah ••••• atau ••••• dapat bantuan?"


def test_nothing_published_holds_the_number_of_the_asker(kasi: User) -> None:
    question = asked(phone=PHONE)
    answer(by=kasi, question=question, text="Sudah.")
    status = published.status(question.status_code)
    for value in (_only(), status, published.question(question.pk)):
        assert "81234567890" not in repr(value)


def test_closed_keeps_its_place_and_loses_its_words(sekdes: User, kasi: User) -> None:
    question = asked("Kata kasar di sini, bukan pertanyaan")
    release(by=kasi, question=question)
    close(by=sekdes, question=question, reason=CloseReason.RUDE)
    found = published.question(question.pk)
    assert found is not None
    assert (found.text, found.close_reason) == ("", "Berisi kata kasar, tanpa pertanyaan")
    assert published.for_figure(KIND, KEY) == ()
    assert published.counts(KIND) == ()
    assert [item.id for item in published.newest(0, 5)] == [question.pk]


def test_what_was_missing_is_read_with_the_second_answer(kasi: User) -> None:
    question = asked()
    answer(by=kasi, question=question, text="Satu.")
    judge(by=ASKER, question=question, answered=False, follow_up="Kata kasar dulu")
    assert _only().follow_up == ""
    answer(by=kasi, question=question, text="Dua.")
    found = _only()
    assert (found.follow_up, [item.text for item in found.answers]) == (
        "Kata kasar dulu",
        ["Satu.", "Dua."],
    )


def test_silence_is_told(kasi: User) -> None:
    question = asked()
    with clock.frozen(question.case.promised_at + timedelta(hours=1)):
        escalate(by=CLERK, question=question)
        found = _only()
    assert (found.is_late, found.escalated_to) == (True, "Sekretaris Desa")


def test_counts_are_one_query(
    office: Village, django_assert_num_queries: CaptureQueriesContext
) -> None:
    asked()
    asked("Siapa yang mengerjakan jalan ini?")
    asked(key=MONEY_KEY)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert dict(published.counts(KIND)) == {KEY: 2, MONEY_KEY: 1}
    assert published.count(KIND, KEY) == 2
    assert published.counts("lain") == ()


def test_list_costs_the_same_however_long(
    kasi: User, django_assert_max_num_queries: CaptureQueriesContext
) -> None:
    for number in range(12):
        answer(by=kasi, question=asked(f"Pertanyaan nomor {number} tentang jalan?"), text="Ya.")
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        assert len(published.newest(0, 20)) == 12


def test_status_by_code_is_the_askers(kasi: User) -> None:
    question = asked()
    found = published.status(question.code.display.lower())
    assert found is not None
    assert (found.own_text, found.may_judge) == (TEXT, False)
    answer(by=kasi, question=question, text="Sudah.")
    judged = published.status(question.status_code)
    assert judged is not None
    assert judged.may_judge
    assert published.status("AAAAAA") is None
    assert published.status("bukan kode sama sekali") is None


def test_figure_tells_who_answers_and_until_when(kasi: User) -> None:
    asked()
    found = published.figure(KIND, KEY)
    assert found is not None
    assert found.owner == "Kasi Kesejahteraan"
    assert found.promised_at is not None
    assert found.promised_at.day == 30
    assert published.figure(KIND, "tidak-ada") is None
