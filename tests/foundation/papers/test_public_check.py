import json
from contextvars import Context
from dataclasses import asdict

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from desa.foundation.accounts.models import User
from desa.foundation.core.registry import tiles
from desa.foundation.papers.actions import replace, void
from desa.foundation.papers.enums import PaperState
from desa.foundation.papers.published import verify
from desa.foundation.papers.views.public import wrong_codes
from desa.foundation.tenancy.models import Village
from tests.foundation.papers.conftest import MakePaper

ORIGIN = {"Origin": "http://testserver"}
WRONG = "ZZZZZZZZZZZZZZZZ"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    wrong_codes.clear()


def _page(client: Client, code: str) -> str:
    return client.get(f"/v/{code}").content.decode()


def test_registered_paper_is_shown_masked(client: Client, make_paper: MakePaper) -> None:
    paper = make_paper()
    page = _page(client, paper.verify_code)
    for words in ("Terdaftar", "bertanda tangan dan bercap", paper.number_text, "HARIYONO"):
        assert words in page
    assert "S•••••" in page
    assert "SUWARNI" not in page
    assert "3514995203550001" not in page


@pytest.mark.parametrize("write", [str.lower, lambda code: "-".join([code[:4], code[4:]])])
def test_code_may_be_typed_in_any_dress(
    client: Client, make_paper: MakePaper, write: object
) -> None:
    paper = make_paper()
    assert callable(write)
    answer = client.post("/v/", {"code": write(paper.verify_code)}, headers=ORIGIN)
    assert (answer.status_code, answer.url) == (302, f"/v/{paper.verify_code}")  # type: ignore[attr-defined]


def test_voided_paper_says_since_when(client: Client, make_paper: MakePaper, kades: User) -> None:
    paper = void(by=kades, paper=make_paper(), reason="rahasia kantor")
    page = _page(client, paper.verify_code)
    assert "dicabut" in page
    assert "Sah bila" not in page
    assert "rahasia kantor" not in page
    assert "cap basah yang membuat surat sah" not in page


def test_replaced_paper_names_the_new_number(
    client: Client, make_paper: MakePaper, kades: User
) -> None:
    old, new = make_paper(), make_paper()
    replace(by=kades, paper=old, replacement=new, reason="salah alamat")
    assert new.number_text in _page(client, old.verify_code)


def test_wrong_codes_of_every_shape_get_the_same_answer(
    client: Client, make_paper: MakePaper, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_paper()
    answers = set()
    for code in (WRONG, "0000000000000000", "pendek", "'; DROP TABLE--", "é" * 16):
        with django_assert_num_queries(3):  # the village, the code, the office's hours
            answer = client.get(f"/v/{code}")
        # The frame repeats the visitor's own address in its links; what we say is in main.
        answers.add((answer.status_code, answer.content.split(b"<main")[1].split(b"</main>")[0]))
    assert len(answers) == 1
    assert answers.pop()[0] == 404


def test_right_code_takes_as_many_queries_as_a_wrong_one(
    client: Client, make_paper: MakePaper, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    paper = make_paper()
    with django_assert_num_queries(3):
        assert client.get(f"/v/{paper.verify_code}").status_code == 200


def test_eleventh_guess_is_told_nothing_even_when_right(
    client: Client, make_paper: MakePaper
) -> None:
    paper = make_paper()
    assert {client.get(f"/v/{WRONG}").status_code for _ in range(10)} == {404}
    assert client.get(f"/v/{WRONG}").status_code == 429
    assert client.get(f"/v/{paper.verify_code}").status_code == 429
    other = Client(REMOTE_ADDR="10.1.1.1")
    assert other.get(f"/v/{paper.verify_code}").status_code == 200


def test_code_is_known_in_its_own_village_only(
    client: Client, other_village: Village, make_paper: MakePaper, village: Village
) -> None:
    other_village.public_address = "http://localhost"
    other_village.save()
    code = make_paper().verify_code
    elsewhere = Context().run(client.get, f"/v/{code}", headers={"host": "localhost"})
    assert elsewhere.status_code == 404
    village.public_address = "http://testserver"
    village.save()
    assert client.get(f"/v/{code}").status_code == 200


def test_form_explains_a_code_that_is_too_short(client: Client, village: Village) -> None:
    answer = client.post("/v/", {"code": "7Q4M"}, headers=ORIGIN)
    assert answer.status_code == 422
    assert "16 huruf dan angka" in answer.content.decode()


def test_form_from_a_foreign_page_is_refused(client: Client, village: Village) -> None:
    answer = client.post("/v/", {"code": WRONG}, headers={"Origin": "https://jahat.example"})
    assert answer.status_code == 403


@pytest.mark.parametrize("address", ["/v", "/v/", "/en/v/", f"/en/v/{WRONG}"])
def test_pages_open_without_cookie_or_token(client: Client, village: Village, address: str) -> None:
    answer = client.get(address)
    assert not answer.cookies
    assert "csrf" not in answer.content.decode()
    assert answer.headers["Content-Language"] == ("en" if address.startswith("/en") else "id")


def test_published_paper_is_plain_data(make_paper: MakePaper) -> None:
    found = verify(make_paper().verify_code)
    assert found is not None
    assert found.state == PaperState.NUMBERED
    assert json.loads(json.dumps(asdict(found), default=str))["number"] == found.number


def test_tile_leads_to_the_form() -> None:
    assert tiles.get("papers.check").url_name == "papers:check"
