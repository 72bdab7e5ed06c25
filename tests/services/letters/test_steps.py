"""What a page tells of a letter's way, and offers to whom: no more than the official may do."""

import re

from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder, User
from desa.people.residents.models import Person
from desa.services.letters.actions import approve_letter, sign_on_the_spot
from desa.services.letters.models import Letter
from tests.services.letters.conftest import SignIn, Submit, printed, register


def page_of(client: Client, letter: Letter) -> str:
    return client.get(f"/kantor/surat/{letter.public_id}/").content.decode()


def test_letter_signed_on_the_spot_is_nowhere_called_approved(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    holder = Officeholder.objects.get(office=Office.KADES)
    letter = sign_on_the_spot(by=operator, letter=submit(), signer=holder)
    words = "Diberi nomor oleh Dewi, ditandatangani di tempat oleh Hariyono"
    assert words in page_of(sign_in(operator), letter)
    status = Client().get(f"/surat/status/{letter.code.value}/").content.decode()
    assert "Diberi nomor, ditandatangani di kantor desa" in status
    assert "Disetujui" not in status


def test_kades_reads_below_the_list_what_was_signed_on_the_spot(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    client, url = sign_in(kades), "/kantor/surat/setuju/"
    assert "Ditandatangani di tempat" not in client.get(url).content.decode()
    holder = Officeholder.objects.get(office=Office.KADES)
    letter = sign_on_the_spot(by=operator, letter=submit(), signer=holder)
    page = client.get(url).content.decode()
    assert "Ditandatangani di tempat" in page
    assert f"/kantor/surat/{letter.public_id}/" in page


def test_approval_list_arrives_with_nothing_ticked(
    sign_in: SignIn, kades: User, submit: Submit
) -> None:
    submit()
    page = sign_in(kades).get("/kantor/surat/setuju/").content.decode()
    boxes = re.findall(r"<input type=.checkbox.[^>]*>", page)
    assert len(boxes) == 2
    assert not [box for box in boxes if "checked" in box]
    assert "Setujui yang dicentang" in page


def test_nothing_ticked_approves_nothing_and_says_so(
    sign_in: SignIn, kades: User, submit: Submit
) -> None:
    letter = submit()
    answer = sign_in(kades).post("/kantor/surat/setuju/pilihan/", {})
    letter.refresh_from_db()
    assert answer.status_code == 422
    assert "Belum ada surat yang dicentang" in answer.content.decode()
    assert letter.paper is None


def test_page_offers_only_the_steps_of_the_office(
    sign_in: SignIn, operator: User, sekdes: User, kades: User, submit: Submit
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    for user, may_void, may_make in (
        (operator, False, True),
        (sekdes, True, True),
        (kades, True, False),
    ):
        page = page_of(sign_in(user), letter)
        assert ("Cabut surat" in page) is may_void
        assert ("Ganti dengan surat yang benar" in page) is may_void
        assert ("Catat penyerahan" in page) is may_make
        assert ("Buat surat lain" in page) is may_make


def test_every_offered_step_opens(
    sign_in: SignIn, operator: User, sekdes: User, kades: User, submit: Submit
) -> None:
    letters = [submit(), printed(submit(), kades)]
    for user in (operator, sekdes, kades):
        client = sign_in(user)
        for letter in letters:
            hrefs = re.findall(r'href="(/kantor/surat/[^"#]+)"', page_of(client, letter))
            assert hrefs
            assert {client.get(href).status_code for href in hrefs} == {200}


def test_refused_hand_over_keeps_every_link_of_the_page(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    letter, client = printed(submit(), kades), sign_in(operator)
    before = set(re.findall(r'href="([^"]+)"', page_of(client, letter)))
    answer = client.post(f"/kantor/surat/{letter.public_id}/serahkan/", {"received_by": "Lestari"})
    assert answer.status_code == 422
    assert before <= set(re.findall(r'href="([^"]+)"', answer.content.decode()))


def test_basis_of_a_service_is_told_apart_from_the_day_of_its_standard(
    kades: User, client: Client
) -> None:
    page = client.get("/surat/keterangan-usaha/").content.decode()
    assert re.search(r"<dt>Dasar</dt><dd>[^<]*\d</dd>", page)
    assert "<dt>Standar layanan ini berlaku sejak</dt><dd>24 November 2026</dd>" in page


def test_page_of_a_resident_offers_a_letter_to_who_may_make_it(
    sign_in: SignIn, operator: User, kades: User, suwarni: Person
) -> None:
    page, act = (
        f"/kantor/penduduk/{suwarni.public_id}/",
        f"/kantor/surat/warga/{suwarni.public_id}/",
    )
    assert act in sign_in(operator).get(page).content.decode()
    assert act not in sign_in(kades).get(page).content.decode()


def test_search_says_that_it_shows_the_first_of_many(sign_in: SignIn, operator: User) -> None:
    for number in range(21):
        register(f"Siti {number}", f"35149952035500{number:02}", f"35149901011000{number:02}")
    page = sign_in(operator).post("/kantor/cari/", {"q": "siti"}).content.decode()
    assert "20 pertama dari banyak. Tambahkan dusun atau nomor RT." in page
