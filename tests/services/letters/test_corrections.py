"""What the office puts right after sending, on its pages: cancel, revoke, replace."""

import re

from desa.foundation.accounts.models import User
from desa.services.letters.actions import approve_letter
from desa.services.letters.enums import LetterState
from desa.services.letters.models import Letter
from tests.services.letters.conftest import SignIn, Submit


def test_voiding_and_replacing_by_page(
    sign_in: SignIn, sekdes: User, kades: User, submit: Submit
) -> None:
    old, new, third = (approve_letter(by=kades, letter=submit()) for _ in range(3))
    client = sign_in(sekdes)
    page = client.get(f"/kantor/surat/{old.public_id}/ganti/").content.decode()
    assert str(new.pk) in page
    data = {"replacement": new.pk, "reason": "Nama keliru."}
    assert client.post(f"/kantor/surat/{old.public_id}/ganti/", data).status_code == 302
    assert client.post(f"/kantor/surat/{third.public_id}/cabut/", {"reason": ""}).status_code == 422
    assert (
        client.post(f"/kantor/surat/{third.public_id}/cabut/", {"reason": "Batal."}).status_code
        == 302
    )
    states = dict(Letter.objects.values_list("pk", "state"))
    assert (states[old.pk], states[third.pk]) == (LetterState.REPLACED, LetterState.VOIDED)


def test_cancelling_by_page(sign_in: SignIn, operator: User, submit: Submit) -> None:
    letter, client = submit(), sign_in(operator)
    page = client.get(f"/kantor/surat/{letter.public_id}/batalkan/").content.decode()
    assert re.search(r"<textarea[^>]* autofocus", page)
    assert re.search(r'<button[^>]*data-key="Ctrl\+Enter">Batalkan permohonan ini', page)
    client.post(f"/kantor/surat/{letter.public_id}/batalkan/", {"reason": "Salah orang."})
    letter.refresh_from_db()
    assert letter.state == LetterState.CANCELLED


def test_letter_without_a_right_one_leads_to_making_it(
    sign_in: SignIn, kades: User, operator: User, submit: Submit
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    address = f"/kantor/surat/{letter.public_id}/"
    page = sign_in(kades).get(f"{address}ganti/").content.decode()
    assert f'class="btn" href="/kantor/surat/warga/{letter.person.public_id}/"' in page
    assert "<textarea" not in page


def test_detail_offers_revoking_only_to_those_who_may(
    sign_in: SignIn, kades: User, operator: User, submit: Submit
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    address = f"/kantor/surat/{letter.public_id}/"
    for who, offered in ((kades, True), (operator, False)):
        page = sign_in(who).get(address).content.decode()
        assert [f"{address}{act}/" in page for act in ("cabut", "ganti")] == [offered] * 2
