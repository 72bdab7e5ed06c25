import re
from datetime import timedelta

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.tenancy.models import Village
from desa.people.questions.actions import answer
from desa.people.questions.enums import Channel, QuestionState
from desa.people.questions.models import Question
from tests.factories import enter, official
from tests.people.questions.samples import KEY, KIND, PHONE, TEXT, asked

pytestmark = pytest.mark.django_db
DESK = "/kantor/tanya/"
TAKE = f"{DESK}loket/{KIND}/{KEY}/"
HIDDEN = re.compile(r'name="kirim_id" value="([^"]+)"')


def _html(client: Client, address: str = DESK) -> str:
    return client.get(address).content.decode()


def test_empty_desk_says_where_questions_come_from(kasi: User) -> None:
    assert "Tidak ada pertanyaan menunggu." in _html(enter(kasi))


def test_desk_lists_by_clock_with_the_late_marked(kasi: User) -> None:
    first = asked()
    with clock.frozen(first.case.promised_at + timedelta(hours=1)):
        asked("Yang baru saja ditanyakan?")
        page = _html(enter(kasi))
    assert "<b>2 pertanyaan</b> menunggu jawaban Anda." in page
    assert page.count("Lewat janji") == 1
    assert page.index("Lewat janji") < page.index("Menunggu jawaban")


def test_rail_counts_what_is_mine(kasi: User, office: Village) -> None:
    asked()
    assert '<span class="badge">1</span>' in _html(enter(kasi))
    other = official(office, Office.KASI_PEMERINTAHAN)
    assert '<span class="badge">' not in _html(enter(other))


def test_owner_reads_and_answers(kasi: User) -> None:
    question, desk = asked(phone=PHONE), enter(kasi)
    address = f"{DESK}{question.public_id}/"
    page = _html(desk, address)
    assert TEXT in page
    assert "81234567890" not in page
    assert question.status_code not in page
    assert question.code.display not in page
    sent = desk.post(f"{address}jawab/", {"text": "Mulai 7 Desember 2026."})
    assert sent["Location"] == address
    assert "Mulai 7 Desember 2026." in _html(desk, address)


def test_empty_answer_is_asked_for_again(kasi: User) -> None:
    question = asked()
    sent = enter(kasi).post(f"{DESK}{question.public_id}/jawab/", {"text": " "})
    assert sent.status_code == 422
    assert "Jawabannya masih kosong." in sent.content.decode()


def test_other_offices_read_without_the_form(kasi: User, sekdes: User) -> None:
    question = asked()
    desk, address = enter(sekdes), f"{DESK}{question.public_id}/"
    page = _html(desk, address)
    assert TEXT in page
    assert "Terbitkan jawaban" not in page
    assert "Tutup tanpa jawaban" in page
    assert desk.post(f"{address}jawab/", {"text": "Saya saja."}).status_code == 403
    assert desk.post(f"{address}tampilkan/").status_code == 403


def test_words_are_released_at_a_button(kasi: User) -> None:
    question, desk = asked(), enter(kasi)
    desk.post(f"{DESK}{question.public_id}/tampilkan/")
    question.refresh_from_db()
    assert question.shown_at is not None
    assert "Tampilkan isinya" not in _html(desk, f"{DESK}{question.public_id}/")


def test_heads_close_with_a_reason(sekdes: User, kasi: User) -> None:
    question, desk = asked(), enter(sekdes)
    address = f"{DESK}{question.public_id}/tutup/"
    assert desk.post(address, {}).status_code == 422
    desk.post(address, {"reason": "ganda"})
    question.refresh_from_db()
    assert (question.state, question.close_reason) == (QuestionState.CLOSED, "ganda")
    assert desk.post(address, {"reason": "ganda"}).status_code == 409
    assert enter(kasi).get(address).status_code == 403


def test_answered_twice_at_once_says_what_happened(kasi: User) -> None:
    question, desk = asked(), enter(kasi)
    answer(by=kasi, question=question, text="Ya.")
    assert desk.post(f"{DESK}{question.public_id}/jawab/", {"text": "Lagi."}).status_code == 409


def test_counter_finds_the_figure_and_takes_the_question(office: Village) -> None:
    desk = enter(official(office, Office.OPERATOR))
    found = desk.post(f"{DESK}loket/", {"words": "rajeg"}).content.decode()
    assert f'href="{TAKE}"' in found
    assert "Tidak ada angka" in desk.post(f"{DESK}loket/", {"words": "xyz"}).content.decode()
    assert desk.post(f"{DESK}loket/", {"words": ""}).status_code == 422
    key = HIDDEN.findall(_html(desk, TAKE))[0]
    data = {"text": TEXT, "phone": "", "kirim_id": key, "read_back": "on"}
    slips = [desk.post(TAKE, data).content.decode() for _tap in range(2)]
    question = Question.objects.get()
    assert question.channel == Channel.COUNTER
    assert all(question.code.display in slip for slip in slips)
    assert question.code.display not in _html(desk, f"{DESK}{question.public_id}/")


def test_counter_reads_back_first(office: Village) -> None:
    desk = enter(official(office, Office.OPERATOR))
    sent = desk.post(TAKE, {"text": TEXT, "kirim_id": HIDDEN.findall(_html(desk, TAKE))[0]})
    assert sent.status_code == 422
    assert "Bacakan dulu" in sent.content.decode()
    assert desk.get(f"{DESK}loket/{KIND}/tidak-ada/").status_code == 404
