"""A year of letters is a long list: nothing on it is cut off in silence."""

import pytest

from desa.foundation.accounts.models import User
from desa.foundation.core.http import paging
from desa.services.letters.actions import cancel_letter
from tests.services.letters.conftest import SignIn, Submit


@pytest.fixture(autouse=True)
def three_on_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging.page_of, "__defaults__", (3,))


def test_every_open_letter_is_on_one_of_the_pages(
    sign_in: SignIn, operator: User, submit: Submit
) -> None:
    codes = {submit().code.display for _ in range(7)}
    client, found = sign_in(operator), set()
    for number in (1, 2, 3):
        page = client.get(f"/kantor/surat/?menunggu={number}").content.decode()
        assert f"Halaman {number} dari 3, seluruhnya 7" in page
        found |= {code for code in codes if code in page}
    assert found == codes


def test_finished_letters_have_pages_of_their_own(
    sign_in: SignIn, operator: User, submit: Submit
) -> None:
    for _ in range(4):
        cancel_letter(by=operator, letter=submit(), reason="Salah orang.")
    page = sign_in(operator).get("/kantor/surat/?selesai=2").content.decode()
    assert "Halaman 2 dari 2, seluruhnya 4" in page
    assert 'href="?selesai=1"' in page


@pytest.mark.parametrize(("asked", "shown"), [("x", 1), ("-4", 2), ("99", 2), ("", 1)])
def test_nonsense_leads_to_a_page_that_exists(
    sign_in: SignIn, operator: User, submit: Submit, asked: str, shown: int
) -> None:
    for _ in range(4):
        submit()
    page = sign_in(operator).get("/kantor/surat/", {"menunggu": asked}).content.decode()
    assert f"Halaman {shown} dari 2" in page


def test_short_list_has_no_pager(sign_in: SignIn, operator: User, submit: Submit) -> None:
    submit()
    assert "Halaman daftar" not in sign_in(operator).get("/kantor/surat/").content.decode()
