"""The counter, the kades' list and the public pages as they answer a browser."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.core import clock
from desa.foundation.papers.models import Paper
from desa.foundation.trail.models import Look
from desa.people.residents.models import Person
from desa.services.letters.actions import approve_letter, hand_over, refuse_letter
from desa.services.letters.enums import LetterState
from desa.services.letters.models import Letter
from desa.services.letters.views.public import wrong_codes
from tests.services.letters.conftest import SUWARNI_NIK, TUESDAY, SignIn, Submit, printed

PURPOSE = {"keperluan": "keringanan biaya rumah sakit"}


def form(**changes: object) -> dict[str, object]:
    return {**PURPOSE, "kirim_id": str(uuid4()), **changes}


def make_url(person: Person, kind: str = "keterangan-tidak-mampu") -> str:
    return f"/kantor/surat/warga/{person.public_id}/{kind}/"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    wrong_codes.clear()


def test_part_of_name_and_dusun_leads_to_the_letters_of_that_person(
    sign_in: SignIn, operator: User, suwarni: Person
) -> None:
    client = sign_in(operator)
    page = client.post("/kantor/cari/", {"q": "suwar sendi"}).content.decode()
    assert f"/kantor/surat/warga/{suwarni.public_id}/" in page
    assert "lahir 12 Maret 1955" in page
    assert "pertama dari banyak" not in page
    assert SUWARNI_NIK not in page
    choice = client.get(f"/kantor/surat/warga/{suwarni.public_id}/").content.decode()
    assert "Surat keterangan untuk keringanan biaya" in choice


def test_nik_finds_the_person_without_standing_in_an_address(
    sign_in: SignIn, operator: User, suwarni: Person
) -> None:
    response = sign_in(operator).post("/kantor/cari/", {"q": SUWARNI_NIK})
    assert response.status_code == 200
    assert "Suwarni" in response.content.decode()


def test_status_code_in_the_search_box_opens_the_letter(
    sign_in: SignIn, operator: User, submit: Submit
) -> None:
    letter = submit()
    response = sign_in(operator).post("/kantor/cari/", {"q": letter.code.display.lower()})
    assert response["Location"] == f"/kantor/surat/{letter.public_id}/"


def test_letter_number_in_the_search_box_finds_the_letter(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    assert letter.paper is not None
    page = sign_in(operator).post("/kantor/cari/", {"q": letter.paper.number_text})
    assert letter.public_id in page.content.decode()


def test_counter_shows_the_very_paper_and_logs_the_look(
    sign_in: SignIn, operator: User, kades: User, suwarni: Person
) -> None:
    page = sign_in(operator).get(make_url(suwarni)).content.decode()
    assert "data:image/png;base64," in page
    assert "sebelum 15.00" in page
    look = Look.objects.get(person_id=suwarni.pk)
    assert (look.actor_label, look.purpose) == ("Dewi", "surat")


def test_counter_without_a_kades_says_what_to_do(
    sign_in: SignIn, operator: User, suwarni: Person
) -> None:
    page = sign_in(operator).get(make_url(suwarni)).content.decode()
    assert "Belum ada Kepala Desa yang menjabat hari ini." in page
    assert "data:image/png" not in page


def test_sent_letter_waits_for_the_kades_and_gives_a_slip(
    sign_in: SignIn, operator: User, kades: User, suwarni: Person
) -> None:
    client = sign_in(operator)
    response = client.post(make_url(suwarni), form(helper="menantu", helper_name="Lestari"))
    letter = Letter.objects.get()
    assert response["Location"] == f"/kantor/surat/{letter.public_id}/tiket/"
    slip = client.get(response["Location"]).content.decode()
    for words in (letter.code.display, "Selasa, 24 November 2026", "sebelum pukul 15.00", "S•••••"):
        assert words in slip
    assert (letter.channel, letter.helper_name) == ("dibantu", "Lestari")


def test_empty_question_is_named_and_nothing_is_lost(
    sign_in: SignIn, operator: User, kades: User, suwarni: Person
) -> None:
    response = sign_in(operator).post(make_url(suwarni), form(keperluan="", untuk_nama="anak Budi"))
    assert response.status_code == 422
    page = response.content.decode()
    assert "Isian ini masih kosong" in page
    assert "anak Budi" in page
    assert not Letter.objects.exists()


def test_waiting_resident_gets_a_numbered_print_at_once(
    sign_in: SignIn, operator: User, kades: User, suwarni: Person
) -> None:
    client, holder = sign_in(operator), Officeholder.objects.get(office=Office.KADES)
    client.post(make_url(suwarni), form(ditunggu="1", signer=holder.pk))
    letter = Letter.objects.get()
    assert letter.state == LetterState.APPROVED
    pdf = client.get(f"/kantor/surat/{letter.public_id}/surat.pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    assert Look.objects.filter(person_id=suwarni.pk, purpose="cetak surat").exists()


def test_preview_part_follows_what_is_typed(
    sign_in: SignIn, operator: User, kades: User, suwarni: Person
) -> None:
    client = sign_in(operator)
    first, second = (
        client.post(f"{make_url(suwarni)}pratinjau/", {"keperluan": words}).content
        for words in ("a", "keringanan biaya sekolah")
    )
    assert b"data:image/png;base64," in first
    assert first != second
    assert not Letter.objects.exists()


def test_preview_of_a_pasted_book_is_one_page(
    sign_in: SignIn, operator: User, suwarni: Person, kades: User
) -> None:
    """Set as a paper it would be hundreds of pictures in the memory of the one web process."""
    book = {"keperluan": "panjang sekali " * 20_000}
    page = sign_in(operator).post(make_url(suwarni) + "pratinjau/", book).content.decode()
    assert page.count("data:image/png") == 1


def test_kades_reads_the_paper_and_approves_with_one_tap(
    sign_in: SignIn, kades: User, submit: Submit
) -> None:
    letter, client = submit(), sign_in(kades)
    listed = client.get("/kantor/surat/setuju/").content.decode()
    assert f"/kantor/surat/setuju/{letter.public_id}/" in listed
    assert "Suwarni · Sendi" in listed
    assert (
        "data:image/png" in client.get(f"/kantor/surat/setuju/{letter.public_id}/").content.decode()
    )
    response = client.post(f"/kantor/surat/setuju/{letter.public_id}/setujui/")
    assert response["Location"] == "/kantor/surat/setuju/selesai/1/"
    letter.refresh_from_db()
    assert letter.paper is not None
    assert letter.paper.print_file_id is not None


def test_page_of_the_list_marks_one_place_of_the_rail_as_the_present_one(
    sign_in: SignIn, kades: User
) -> None:
    page = sign_in(kades).get("/kantor/surat/setuju/").content.decode()
    present = re.findall(r'href="([^"]+)" aria-current="page"', page)
    assert set(present) == {"/kantor/surat/setuju/"}


def test_opening_the_list_or_a_letter_approves_nothing(
    sign_in: SignIn, kades: User, submit: Submit
) -> None:
    letter, client = submit(), sign_in(kades)
    client.get("/kantor/surat/setuju/")
    client.get(f"/kantor/surat/setuju/{letter.public_id}/")
    assert client.get(f"/kantor/surat/setuju/{letter.public_id}/setujui/").status_code == 405
    assert not Paper.objects.exists()


def test_batch_approves_only_what_is_ticked(sign_in: SignIn, kades: User, submit: Submit) -> None:
    ticked, left = [submit(), submit()], submit()
    data = {"surat": [letter.public_id for letter in ticked]}
    sign_in(kades).post("/kantor/surat/setuju/pilihan/", data)
    left.refresh_from_db()
    assert left.paper is None
    assert Paper.objects.count() == 2


def test_batch_with_scribbled_keys_approves_nothing(
    sign_in: SignIn, kades: User, submit: Submit
) -> None:
    submit()
    response = sign_in(kades).post(
        "/kantor/surat/setuju/pilihan/", {"surat": ["x", "I" * 13, "-1"]}
    )
    assert response.status_code == 422
    assert not Paper.objects.exists()


def test_late_letter_is_marked_on_the_list(sign_in: SignIn, kades: User, submit: Submit) -> None:
    submit()
    client = sign_in(kades)
    with clock.frozen(TUESDAY + timedelta(hours=7)):
        assert "Lewat janji 15.00" in client.get("/kantor/surat/setuju/").content.decode()


def test_refusal_shows_its_reason_to_who_holds_the_code(
    sign_in: SignIn, client: Client, kades: User, submit: Submit
) -> None:
    letter = submit()
    answer = sign_in(kades).post(
        f"/kantor/surat/setuju/{letter.public_id}/tolak/", {"reason": "KK belum diperbarui."}
    )
    assert answer.status_code == 302
    assert (
        "KK belum diperbarui."
        in client.get(f"/surat/status/{letter.status_code}/").content.decode()
    )


def test_refusal_without_reason_changes_nothing(
    sign_in: SignIn, kades: User, submit: Submit
) -> None:
    letter = submit()
    assert sign_in(kades).post(f"/kantor/surat/setuju/{letter.public_id}/tolak/").status_code == 422
    letter.refresh_from_db()
    assert letter.state == LetterState.SUBMITTED


def test_approving_what_was_refused_meanwhile_says_so(
    sign_in: SignIn, kades: User, submit: Submit
) -> None:
    letter = submit()
    client = sign_in(kades)
    refuse_letter(by=kades, letter=letter, reason="Keliru.")
    answer = client.post(f"/kantor/surat/setuju/{letter.public_id}/setujui/")
    assert answer.status_code == 409
    assert "Ditolak" in answer.content.decode()


def test_hand_over_needs_signature_and_receiver(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    letter = printed(submit(), kades)
    client, url = sign_in(operator), f"/kantor/surat/{letter.public_id}/serahkan/"
    assert client.post(url, {"received_by": "Lestari"}).status_code == 422
    assert client.post(url, {"received_by": "Lestari", "signed": "on"}).status_code == 302
    assert (
        "Diserahkan Dewi kepada Lestari"
        in client.get(f"/kantor/surat/{letter.public_id}/").content.decode()
    )


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
    assert client.get(f"/kantor/surat/{letter.public_id}/batalkan/").status_code == 200
    client.post(f"/kantor/surat/{letter.public_id}/batalkan/", {"reason": "Salah orang."})
    letter.refresh_from_db()
    assert letter.state == LetterState.CANCELLED


def test_missing_print_file_is_made_on_request(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    client = sign_in(operator)
    assert client.get(f"/kantor/surat/{letter.public_id}/surat.pdf").status_code == 404
    client.post(f"/kantor/surat/{letter.public_id}/berkas/")
    assert client.get(f"/kantor/surat/{letter.public_id}/surat.pdf").status_code == 200


def test_read_aloud_view_holds_the_words_of_the_letter(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    letter = submit()
    page = sign_in(operator).get(f"/kantor/surat/{letter.public_id}/bacakan/").content.decode()
    assert "keringanan biaya rumah sakit" in page


def test_overview_shows_open_and_finished_letters_without_numbers_of_persons(
    sign_in: SignIn, operator: User, kades: User, submit: Submit
) -> None:
    done = printed(submit(), kades)
    hand_over(by=operator, letter=done, received_by="Suwarni")
    submit()
    page = sign_in(operator).get("/kantor/surat/").content.decode()
    assert "Sudah diserahkan" in page
    assert "Menunggu tanda tangan" in page
    assert SUWARNI_NIK not in page


def test_office_reads_english_and_the_slip_for_the_resident_stays_indonesian(
    operator: User, submit: Submit, sign_in: SignIn
) -> None:
    letter = submit()
    operator.language = "en"
    operator.save()
    office = sign_in(operator)
    detail = office.get(f"/kantor/surat/{letter.public_id}/").content.decode()
    assert "What is it for?" in detail
    assert "Tuesday, 24 November 2026 09.12" in detail
    slip = office.get(f"/kantor/surat/{letter.public_id}/tiket/").content.decode()
    ticket = slip[slip.index('<div class="tiket" lang="id">') :].split("</div>")[0]
    for words in ("Dijanjikan selesai", "Selasa, ", "sebelum pukul", "GRATIS"):
        assert words in ticket
    assert "Fill in" in slip
