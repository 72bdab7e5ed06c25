"""A form sent twice, left behind, or sent beside another one: never one letter too many, never typing lost."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.core import clock
from desa.foundation.intake.models import Draft
from desa.foundation.papers.actions import attach
from desa.foundation.papers.models import Paper
from desa.foundation.trail.models import Look
from desa.people.residents.models import Person
from desa.services.letters.actions import cancel_letter, hand_over, sign_on_the_spot
from desa.services.letters.models import Letter
from tests.services.letters.conftest import SUWARNI_NIK, TUESDAY, SignIn, Submit, register

WARNING = "Sudah ada permohonan yang sama hari ini."
KIND = "keterangan-tidak-mampu"


def make_url(person: Person, kind: str = KIND) -> str:
    return f"/kantor/surat/warga/{person.public_id}/{kind}/"


def draft_url(person: Person) -> str:
    return f"/kantor/draf/letters.{KIND.replace('-', '_')}/{person.public_id}/"


def filled(**changes: object) -> dict[str, object]:
    usual = {"keperluan": "keringanan biaya rumah sakit", "kirim_id": str(uuid4())}
    return {**usual, **changes}


@pytest.fixture
def desk(sign_in: SignIn, operator: User, kades: User, suwarni: Person) -> Client:
    """The operator's browser in an office with a kades and a resident."""
    return sign_in(operator)


@pytest.fixture
def holder(kades: User) -> Officeholder:
    return Officeholder.objects.get(office=Office.KADES)


def test_form_carries_a_key_of_its_own_each_time(desk: Client, suwarni: Person) -> None:
    keys = {
        re.search(r'name="kirim_id" value="([^"]+)"', desk.get(make_url(suwarni)).content.decode())
        for _ in range(2)
    }
    assert None not in keys
    assert len({found.group(1) for found in keys if found}) == 2


def test_double_tap_makes_one_letter_and_leads_to_the_same_slip(
    desk: Client, suwarni: Person
) -> None:
    form = filled()
    first, second = desk.post(make_url(suwarni), form), desk.post(make_url(suwarni), form)
    assert Letter.objects.count() == 1
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]


def test_double_tap_while_the_resident_waits_gives_one_number(
    desk: Client, suwarni: Person, holder: Officeholder
) -> None:
    form = filled(ditunggu="1", signer=holder.pk)
    first, second = desk.post(make_url(suwarni), form), desk.post(make_url(suwarni), form)
    assert (Letter.objects.count(), Paper.objects.count()) == (1, 1)
    assert first["Location"] == second["Location"]


def test_sending_again_as_awaited_gives_no_number_to_what_went_to_the_kades(
    desk: Client, suwarni: Person, holder: Officeholder
) -> None:
    form = filled()
    desk.post(make_url(suwarni), form)
    desk.post(make_url(suwarni), {**form, "ditunggu": "1", "signer": holder.pk})
    assert Letter.objects.count() == 1
    assert not Paper.objects.exists()


def test_back_button_and_changed_words_still_lead_to_the_first_slip(
    desk: Client, suwarni: Person
) -> None:
    form = filled()
    first = desk.post(make_url(suwarni), form)
    again = desk.post(make_url(suwarni), {**form, "keperluan": "keringanan biaya sekolah"})
    assert again["Location"] == first["Location"]
    assert Letter.objects.get().answers["keperluan"] == "keringanan biaya rumah sakit"


def test_form_without_its_key_is_asked_to_be_sent_again(desk: Client, suwarni: Person) -> None:
    answer = desk.post(make_url(suwarni), filled(kirim_id=""))
    assert answer.status_code == 422
    assert "Muat ulang halaman ini" in answer.content.decode()
    assert not Letter.objects.exists()


def test_second_tab_is_told_of_the_first_and_may_go_on_with_a_tick(
    desk: Client, suwarni: Person
) -> None:
    desk.post(make_url(suwarni), filled())
    letter, form = Letter.objects.get(), filled()
    told = desk.post(make_url(suwarni), form)
    page = told.content.decode()
    assert told.status_code == 422
    assert WARNING in page
    assert f'href="/kantor/surat/{letter.public_id}/"' in page
    assert Letter.objects.count() == 1
    assert desk.post(make_url(suwarni), {**form, "again": "on"}).status_code == 302
    assert Letter.objects.count() == 2


def test_twin_is_told_before_anything_is_typed(
    desk: Client, suwarni: Person, submit: Submit
) -> None:
    assert WARNING not in desk.get(make_url(suwarni)).content.decode()
    submit(KIND)
    assert WARNING in desk.get(make_url(suwarni)).content.decode()


def test_other_person_other_kind_and_other_day_are_no_twins(
    desk: Client, suwarni: Person, submit: Submit
) -> None:
    submit(KIND)
    other = register("Sri Wahyuni", "3514995203550002", "3514990101100002")
    assert WARNING not in desk.get(make_url(other)).content.decode()
    assert WARNING not in desk.get(make_url(suwarni, "keterangan-domisili")).content.decode()
    with clock.frozen(TUESDAY.replace(day=25)):
        assert WARNING not in desk.get(make_url(suwarni)).content.decode()


def test_letter_that_is_done_with_is_no_twin(
    desk: Client, operator: User, suwarni: Person, submit: Submit, holder: Officeholder
) -> None:
    cancel_letter(by=operator, letter=submit(KIND), reason="Salah orang.")
    given = sign_on_the_spot(by=operator, letter=submit(KIND), signer=holder)
    assert given.paper_id is not None
    attach(paper_id=given.paper_id)
    hand_over(by=operator, letter=given, received_by="Suwarni")
    assert WARNING not in desk.get(make_url(suwarni)).content.decode()


def test_half_filled_form_is_there_again_after_signing_in_again(
    sign_in: SignIn, desk: Client, operator: User, suwarni: Person
) -> None:
    typed = {
        "keperluan": "pengobatan mata",
        "helper": "anak",
        "helper_name": "Budi",
        "seen": ["KTP"],
    }
    assert desk.post(draft_url(suwarni), typed).status_code == 204
    desk.cookies.clear()
    lost = desk.post(make_url(suwarni), filled(**typed))
    assert "/akun/masuk/" in lost["Location"]
    page = sign_in(operator).get(make_url(suwarni)).content.decode()
    assert 'value="pengobatan mata"' in page
    assert 'value="Budi"' in page
    assert re.search(r'value="anak"[^>]* checked', page)
    assert "Tersimpan 09.12" in page
    assert "Mulai dari kosong" in page
    assert not Letter.objects.exists()


def test_signing_in_leads_back_to_the_form(client: Client, suwarni: Person) -> None:
    assert client.get(make_url(suwarni))["Location"].endswith(
        "?lanjut=" + make_url(suwarni).replace("/", "%2F")
    )


def test_draft_is_gone_after_sending_and_when_thrown_away(desk: Client, suwarni: Person) -> None:
    for end in (make_url(suwarni), f"{draft_url(suwarni)}buang/"):
        desk.post(draft_url(suwarni), {"keperluan": "pengobatan mata"})
        assert Draft.objects.count() == 1
        desk.post(end, filled(lanjut=make_url(suwarni)))
        assert not Draft.objects.exists()


def test_draft_belongs_to_its_official_kind_and_person(
    sign_in: SignIn, sekdes: User, desk: Client, suwarni: Person
) -> None:
    desk.post(draft_url(suwarni), {"keperluan": "pengobatan mata"})
    other = register("Sri Wahyuni", "3514995203550002", "3514990101100002")
    pages = [
        sign_in(sekdes).get(make_url(suwarni)),
        desk.get(make_url(other)),
        desk.get(make_url(suwarni, "keterangan-domisili")),
    ]
    assert all('value="pengobatan mata"' not in page.content.decode() for page in pages)


def test_reading_aloud_before_sending_keeps_what_was_typed(desk: Client, suwarni: Person) -> None:
    read = desk.post(f"{make_url(suwarni)}bacakan/", filled(keperluan="pengobatan mata"))
    page = read.content.decode()
    assert "pengobatan mata" in page
    assert f'href="{make_url(suwarni)}"' in page
    assert 'value="pengobatan mata"' in desk.get(make_url(suwarni)).content.decode()
    assert Look.objects.filter(person_id=suwarni.pk, purpose="dibacakan").exists()
    assert not Letter.objects.exists()


def test_reading_aloud_without_a_kades_says_what_to_do(
    sign_in: SignIn, operator: User, suwarni: Person
) -> None:
    answer = sign_in(operator).post(f"{make_url(suwarni)}bacakan/", filled())
    assert answer.status_code == 409
    assert "Isi dulu daftar pejabat" in answer.content.decode()


def test_cursor_stands_in_the_first_empty_question(desk: Client, suwarni: Person) -> None:
    def focused() -> list[str]:
        page = desk.get(make_url(suwarni)).content.decode()
        return re.findall(r'<input[^>]*name="(\w+)"[^>]* autofocus', page)

    assert focused() == ["keperluan"]
    desk.post(draft_url(suwarni), {"keperluan": "pengobatan mata"})
    assert focused() == ["untuk_nama"]


def test_cursor_stands_in_the_question_that_is_wrong(desk: Client, suwarni: Person) -> None:
    page = desk.post(make_url(suwarni), filled(untuk_nama="x" * 81)).content.decode()
    assert re.findall(r'<input[^>]*name="(\w+)"[^>]* autofocus', page) == ["untuk_nama"]


def test_numbers_come_as_a_part_and_are_noted(desk: Client, suwarni: Person) -> None:
    url = f"/kantor/penduduk/{suwarni.public_id}/nomor/"
    page = desk.get(make_url(suwarni)).content.decode()
    assert f'action="{url}"' in page
    assert 'data-key="F9"' in page
    assert SUWARNI_NIK not in page
    part = desk.post(url, headers={"Desa-Part": "angka"})
    assert part["Desa-Part"] == "angka"
    assert SUWARNI_NIK in part.content.decode()
    assert "<html" not in part.content.decode()
    assert Look.objects.filter(person_id=suwarni.pk, purpose="nik", actor_label="Dewi").exists()
