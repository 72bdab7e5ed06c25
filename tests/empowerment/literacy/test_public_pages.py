"""Belajar for everyone, the resident's yes and no, and practice on made-up data."""

from datetime import timedelta

import pytest
from django.test import Client

from desa.empowerment.literacy import published
from desa.empowerment.literacy.actions import call_off
from desa.empowerment.literacy.models import Assist
from desa.empowerment.literacy.published import in_steps
from desa.foundation.core import clock
from desa.foundation.core.registry import home_news
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent
from tests.empowerment.literacy.samples import (
    CLERK,
    TUESDAY,
    cadre,
    hamlet,
    helped,
    marked,
    planned,
    some_cadre,
)

pytestmark = pytest.mark.django_db
VISITOR = Client(headers={"Origin": "http://testserver"})


def _page(path: str = "/belajar/") -> str:
    return VISITOR.get(path).content.decode()


def test_agenda_tells_when_and_where_and_names_no_cadre(scope: Village) -> None:
    planned(cadre("Rina Wulandari"), at=TUESDAY + timedelta(days=2))
    page = _page()
    assert "Kamis, 26 November 2026" in page
    assert "Serambi musala" in page
    assert "Rina" not in page


def test_past_and_called_off_classes_are_not_announced(scope: Village) -> None:
    planned()
    off = planned(at=TUESDAY + timedelta(days=2))
    call_off(by=CLERK, learning_class=off, reason="Hujan")
    assert published.agenda() == ()
    assert home_news.get("literacy").lines(5) == []


def test_home_tells_the_next_class(scope: Village) -> None:
    planned(at=TUESDAY + timedelta(days=2))
    (line,) = home_news.get("literacy").lines(5)
    assert (line.title, line.detail) == (
        "Layanan desa lewat HP, Dusun Sendi",
        "Serambi musala",
    )


def test_every_dusun_says_whether_somebody_helps(scope: Village) -> None:
    some_cadre()
    hamlet("Tengger")
    found = published.helpers()
    assert [(row.dusun, row.cadres) for row in found.served] == [("Sendi", 1)]
    assert found.waiting == ("Tengger",)
    assert "Belum ada kader: Tengger." in _page()


def test_results_of_nine_are_hidden_and_of_ten_shown_in_steps(scope: Village) -> None:
    held = planned(seats=12)
    marked(held, "1000", "1110", 9)
    (hidden,) = published.results()
    assert (hidden.people, hidden.before, hidden.after) == (None, None, None)
    assert "Kurang dari 10 orang" in _page()
    marked(held, "0000", "1110", 2)
    (shown,) = published.results()
    assert (shown.people, shown.before, shown.after) == (10, 20, 75)
    assert "sekitar 20 % menjadi 75 %, pada 10 orang lebih" in _page()


def test_class_without_marks_is_in_no_list_of_results(scope: Village) -> None:
    planned()
    assert published.results() == ()


@pytest.mark.parametrize(
    ("share", "steps"), [(0.0, 0), (0.02, 0), (0.03, 5), (0.441, 45), (1.0, 100)]
)
def test_shares_go_in_steps_of_five(share: float, steps: int) -> None:
    assert in_steps(share) == steps


def test_opening_the_link_confirms_nothing(scope: Village) -> None:
    """Chat previews fetch links."""
    assist = helped()
    page = _page(f"/belajar/ya/{assist.code}/")
    assert "Sambung Wi-Fi" in page
    assert "Nama Anda tidak diminta" in page
    assist.refresh_from_db()
    assert assist.is_open


@pytest.mark.parametrize(
    ("answer", "words"),
    [("ya", "jawaban “ya” sudah dicatat"), ("bukan", "Jawaban “bukan” sudah dicatat")],
)
def test_button_answers_once(scope: Village, answer: str, words: str) -> None:
    path = f"/belajar/ya/{helped().code}/"
    assert VISITOR.post(path, {"jawab": answer}).headers["Location"] == path
    assert words in _page(path)
    assert VISITOR.post(path, {"jawab": answer}).status_code == 302
    assert TrailEvent.objects.filter(actor_kind="resident").count() == 1


def test_changing_the_answer_is_refused(scope: Village) -> None:
    path = f"/belajar/ya/{helped().code}/"
    VISITOR.post(path, {"jawab": "bukan"})
    assert VISITOR.post(path, {"jawab": "ya"}).status_code == 409
    assert not Assist.objects.get().confirmed_at


def test_answer_that_is_none_is_refused(scope: Village) -> None:
    assert VISITOR.post(f"/belajar/ya/{helped().code}/", {}).status_code == 400


def test_late_link_says_so_and_takes_nothing(scope: Village) -> None:
    path = f"/belajar/ya/{helped(at=TUESDAY).code}/"
    with clock.frozen(TUESDAY + timedelta(days=31)):
        assert "lebih dari 30 hari" in _page(path)
        assert VISITOR.post(path, {"jawab": "ya"}).status_code == 409


def test_other_site_cannot_say_yes(scope: Village) -> None:
    assist = helped()
    stranger = Client(headers={"Origin": "https://jahat.example"})
    assert stranger.post(f"/belajar/ya/{assist.code}/", {"jawab": "ya"}).status_code == 403
    assist.refresh_from_db()
    assert assist.is_open


def test_guessing_codes_is_stopped(scope: Village) -> None:
    answers = [VISITOR.get("/belajar/ya/222222/").status_code for _try in range(11)]
    assert answers == [404] * 10 + [429]


def test_code_is_typed_as_it_is_heard(scope: Village) -> None:
    assist = helped()
    typed = assist.spoken_code.display.lower().replace("-", " ")
    found = VISITOR.post("/belajar/ya/", {"kode": typed})
    assert found.headers["Location"] == f"/belajar/ya/{assist.code}/"
    wrong = VISITOR.post("/belajar/ya/", {"kode": "K7"})
    assert wrong.status_code == 422
    assert "Kode ini keliru" in wrong.content.decode()


def test_practice_leads_through_the_four_tasks_and_keeps_nothing(scope: Village) -> None:
    assert "/surat/" in _page("/belajar/latihan/")
    sent = {"name": "Nama Karangan", "business": "Warung contoh", "since": "2020"}
    done = VISITOR.post("/belajar/latihan/isi/", sent).content.decode()
    assert "Permohonan contoh terkirim" in done
    assert "Nama Karangan" not in done
    status = VISITOR.post("/belajar/latihan/status/", {"kode": "cnt h22"}).content.decode()
    assert "Menunggu tanda tangan" in status
    assert TrailEvent.objects.count() == 0


def test_practice_tells_what_is_missing(scope: Village) -> None:
    empty = VISITOR.post("/belajar/latihan/isi/", {})
    assert empty.status_code == 422
    assert "belum diisi" in empty.content.decode()
    assert VISITOR.post("/belajar/latihan/status/", {"kode": "x"}).status_code == 422


@pytest.mark.parametrize(
    "path", ["/belajar/", "/belajar/ya/", "/belajar/latihan/", "/belajar/latihan/isi/"]
)
def test_page_sets_no_cookie_and_is_light(scope: Village, path: str) -> None:
    planned(at=TUESDAY + timedelta(days=2))
    answer = VISITOR.get(path)
    assert not answer.cookies
    assert len(answer.content) < 45_000


def test_other_village_has_its_own_classes(village: Village, other_village: Village) -> None:
    with village_scope(village):
        planned(at=TUESDAY + timedelta(days=2))
        code = helped().code
    with village_scope(other_village):
        assert published.agenda() == ()
        assert published.helpers().served == ()
        assert published.assist(code) is None
