import re
from typing import Any

import pytest
from django.template import engines
from django.test import Client

from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from desa.people.questions.actions import answer
from desa.people.questions.enums import QuestionState
from desa.people.questions.models import Question
from desa.people.questions.views import resident
from tests.people.questions.samples import KEY, KIND, NIK, PHONE, TEXT, asked

pytestmark = pytest.mark.django_db
ASK = f"/tanya/{KIND}/{KEY}/"
ORIGIN = {"Origin": "http://testserver"}
HIDDEN = re.compile(r'name="kirim_id" value="([^"]+)"')


def _post(client: Client, address: str, **data: str) -> Any:
    return client.post(address, data, headers=ORIGIN)


def _ask(client: Client, text: str = TEXT, phone: str = "") -> Any:
    """Form, summary, send: as a person walks."""
    summary = _post(client, ASK, text=text, phone=phone, situs="").content.decode()
    key = HIDDEN.findall(summary)[0]
    return _post(client, ASK, text=text, phone=phone, kirim_id=key, situs="")


def _html(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_form_names_the_figure_and_who_answers(kasi: User, client: Client) -> None:
    page = _html(client, ASK)
    assert "Jalan lingkungan Dusun Rajeg" in page
    assert "Dijawab terbuka oleh Kasi Kesejahteraan dalam 5 hari kerja." in page
    assert "kirim_id" not in page


def test_unknown_figure_has_no_form(office: Village, client: Client) -> None:
    assert client.get(f"/tanya/{KIND}/tidak-ada/").status_code == 404
    assert client.get("/tanya/apa/ini/").status_code == 404


def test_summary_shows_the_words_as_others_will_read_them(office: Village, client: Client) -> None:
    page = _post(client, ASK, text=f"Apakah {NIK} dapat?", phone="0812-3456-7890").content.decode()
    assert "Apakah ••••• dapat?" in page
    assert "Kami menutup nomor" in page
    assert "Ada, tidak ditampilkan" in page
    assert not Question.objects.exists()


def test_question_is_sent_and_its_code_shown(office: Village, client: Client) -> None:
    sent = _ask(client, phone="0812-3456-7890")
    question = Question.objects.get()
    assert sent["Location"] == f"/tanya/status/{question.status_code}/"
    page = _html(client, sent["Location"])
    assert question.code.display in page
    assert TEXT in page
    assert question.phone == PHONE
    assert "81234567890" not in page


def test_two_taps_are_one_question(office: Village, client: Client) -> None:
    summary = _post(client, ASK, text=TEXT, phone="").content.decode()
    data = {"text": TEXT, "phone": "", "kirim_id": HIDDEN.findall(summary)[0]}
    places = {_post(client, ASK, **data)["Location"] for _tap in range(3)}
    assert len(places) == 1
    assert Question.objects.count() == 1


def test_change_goes_back_to_the_form_as_typed(office: Village, client: Client) -> None:
    summary = _post(client, ASK, text=TEXT, phone="").content.decode()
    key = HIDDEN.findall(summary)[0]
    page = _post(client, ASK, text=TEXT, phone="", kirim_id=key, ubah="1").content.decode()
    assert f">\n{TEXT}</textarea>" in page
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"text": ""}, "Pertanyaannya masih kosong."),
        ({"text": "apa?"}, "terlalu pendek"),
        ({"text": "x" * 601}, "Terlalu panjang"),
        ({"text": TEXT, "phone": "123"}, "Nomor HP ini"),
        ({"text": TEXT, "situs": "http://judi.example"}, "Kosongkan kotak terakhir"),
    ],
)
def test_what_is_wrong_is_said_at_its_box(
    office: Village, client: Client, data: dict[str, str], words: str
) -> None:
    answered = _post(client, ASK, **data)
    assert answered.status_code == 422
    assert words in answered.content.decode()


def test_program_that_fills_every_box_sends_nothing(office: Village, client: Client) -> None:
    key = HIDDEN.findall(_post(client, ASK, text=TEXT).content.decode())[0]
    sent = _post(client, ASK, text=TEXT, kirim_id=key, situs="http://judi.example")
    assert sent.status_code == 422
    assert not Question.objects.exists()


def test_flood_from_one_place_is_stopped_and_others_still_ask(
    office: Village, client: Client
) -> None:
    for _asker in range(resident.sent.attempts - 1):
        resident.sent.count("127.0.0.1")
    assert _ask(client).status_code == 302
    stopped = _ask(client, "Satu lagi yang terlalu banyak?", PHONE)
    assert stopped.status_code == 429
    page = stopped.content.decode()
    assert "Satu lagi yang terlalu banyak?" in page
    assert "Tulisan Anda masih ada" in page
    assert 'role="alert"' in page
    other = Client(REMOTE_ADDR="10.9.8.7")
    assert _ask(other, "Saya dari rumah lain, boleh?").status_code == 302
    assert Question.objects.count() == 2
    resident.sent.clear()
    key = HIDDEN.findall(page)[0]
    again = _post(client, ASK, text="Satu lagi yang terlalu banyak?", kirim_id=key, situs="")
    assert again.status_code == 302


def test_flood_of_many_addresses_is_stopped_for_the_village(
    office: Village, client: Client
) -> None:
    for _asker in range(resident.sent_here.attempts):
        resident.sent_here.count(str(office.pk))
    stopped = Client(REMOTE_ADDR="10.9.8.8")
    assert _ask(stopped).status_code == 429
    assert not Question.objects.exists()
    resident.sent_here.clear()
    assert _ask(stopped).status_code == 302


def test_form_of_another_site_is_refused(office: Village, client: Client) -> None:
    sent = client.post(ASK, {"text": TEXT}, headers={"Origin": "http://jahat.example"})
    assert sent.status_code == 403


def test_script_in_a_question_is_only_text(kasi: User, client: Client) -> None:
    question = asked("<script>alert('x')</script> kenapa?")
    answer(by=kasi, question=question, text="<b>tebal</b>")
    for address in ("/tanya/", ASK, f"/tanya/baca/{question.public_id}/"):
        assert "<script>alert" not in _html(client, address)
        assert "<b>tebal" not in _html(client, address)


def test_words_appear_once_an_official_has_looked(kasi: User, client: Client) -> None:
    question = asked()
    address = f"/tanya/baca/{question.public_id}/"
    assert TEXT not in _html(client, "/tanya/") + _html(client, address) + _html(client, ASK)
    assert "Pertanyaan menunggu dijawab" in _html(client, address)
    answer(by=kasi, question=question, text="Mulai 7 Desember 2026.")
    page = _html(client, address)
    assert TEXT in page
    assert "Mulai 7 Desember 2026." in page
    assert "Kasi Kesejahteraan" in page


def test_code_stands_on_no_page_but_the_askers(kasi: User, client: Client) -> None:
    question = asked()
    pages = _html(client, "/tanya/") + _html(client, f"/tanya/baca/{question.public_id}/")
    assert question.status_code not in pages
    assert question.code.display not in pages


def test_asker_says_answered(kasi: User, client: Client) -> None:
    question = asked()
    answer(by=kasi, question=question, text="Ya.")
    address = f"/tanya/status/{question.status_code}/"
    assert "Sudah terjawab" in _html(client, address)
    assert _post(client, address, verdict="sudah")["Location"] == address
    question.refresh_from_db()
    assert question.state == QuestionState.CONFIRMED
    assert "Sudah terjawab</button>" not in _html(client, address)


def test_asker_says_not_yet_and_it_opens_again(kasi: User, client: Client) -> None:
    question = asked()
    answer(by=kasi, question=question, text="Ya.")
    address = f"/tanya/status/{question.status_code}/"
    _post(client, address, verdict="belum", follow_up="Berapa biayanya?")
    question.refresh_from_db()
    assert (question.state, question.follow_up) == (QuestionState.REOPENED, "Berapa biayanya?")
    assert _post(client, address, verdict="sudah").status_code == 409
    assert _post(client, address, verdict="mungkin").status_code == 422


def test_opening_the_page_judges_nothing(kasi: User, client: Client) -> None:
    question = asked()
    answer(by=kasi, question=question, text="Ya.")
    client.get(f"/tanya/status/{question.status_code}/?verdict=sudah")
    question.refresh_from_db()
    assert question.state == QuestionState.ANSWERED


def test_guessing_codes_is_stopped(office: Village, client: Client) -> None:
    answers = [client.get(f"/tanya/status/BBBB{n:02}/").status_code for n in range(11)]
    assert answers == [404] * 10 + [429]


def test_code_is_read_however_it_is_typed(office: Village, client: Client) -> None:
    question = asked()
    typed = question.code.display.lower()
    sent = _post(client, "/tanya/status/", kode=typed)
    assert sent["Location"] == f"/tanya/status/{question.status_code}/"
    assert _post(client, "/tanya/status/", kode="salah").status_code == 422


def test_part_for_other_rooms_counts_and_leads(office: Village) -> None:
    part = engines["django"].from_string("{% load questions %}{% ask_figure kind key counts %}")
    page = part.render({"kind": KIND, "key": KEY, "counts": None})
    assert "Tanya angka ini" in page
    assert f'href="{ASK}"' in page
    asked()
    assert "1 pertanyaan" in part.render({"kind": KIND, "key": KEY, "counts": None})
    assert "7 pertanyaan" in part.render({"kind": KIND, "key": KEY, "counts": {KEY: 7}})


def test_part_is_empty_where_the_village_asks_nothing(office: Village) -> None:
    office.rooms_off = ["questions"]
    part = engines["django"].from_string("{% load questions %}{% ask_figure 'uji' 'x' %}")
    assert part.render({}).strip() == ""


def test_long_list_is_paged(office: Village, client: Client) -> None:
    for number in range(23):
        asked(f"Pertanyaan ke-{number} tentang jalan?")
    assert _html(client, "/tanya/").count("/tanya/baca/") == 30  # ten by their clock, twenty newest
    assert _html(client, "/tanya/?hal=2").count("/tanya/baca/") == 3


def test_pages_are_light(kasi: User, client: Client) -> None:
    for number in range(30):
        answer(by=kasi, question=asked(f"Pertanyaan ke-{number} tentang jalan?"), text="Ya. " * 50)
    for address in ("/tanya/", ASK):
        assert len(client.get(address).content) < 45_000
