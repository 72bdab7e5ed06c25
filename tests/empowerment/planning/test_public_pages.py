"""The pages without an account: sending, the list, one proposal, the code, and what they never tell."""

import io
import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from desa.empowerment.planning import actions, published
from desa.empowerment.planning.enums import Channel, ProposalState
from desa.empowerment.planning.models import Proposal, ProposalPhoto, Proposer, Round
from desa.empowerment.planning.views import resident
from desa.foundation.files.rules import LARGEST_PHOTO
from desa.foundation.tenancy.models import Village
from tests.empowerment.planning.samples import (
    CARRYING,
    CLERK,
    DECIDING,
    MERGING,
    PROPOSING,
    accepted,
    assessed,
    fresh,
    hamlet,
    on,
    proposed,
    refused,
)
from tests.empowerment.planning.samples import (
    published as publish_all,
)

SEND = "/usulan/kirim/"
ORIGIN = {"origin": "http://testserver"}
TITLE = "Lampu jalan dekat musala Winog"
NIK = "3514995203550001"


def _post(client: Client, path: str, data: dict[str, Any]) -> Any:
    return client.post(path, data, headers=ORIGIN)


def _typed(**more: str) -> dict[str, str]:
    return {"title": TITLE, "story": "", "origin": "warga", "phone": "", "situs": "", **more}


def _send(client: Client, **more: str) -> Any:
    with on(*PROPOSING):
        return _post(client, SEND, _typed(kirim_id=str(uuid4()), **more))


def _photo(size: int = 300) -> SimpleUploadedFile:
    buffer = io.BytesIO()
    Image.new("RGB", (size, size), "green").save(buffer, "JPEG")
    return SimpleUploadedFile("IMG.jpg", buffer.getvalue(), "image/jpeg")


def test_wish_goes_from_the_form_over_the_summary_to_a_code(client: Client, year: Round) -> None:
    area = str(hamlet().pk)
    with on(*PROPOSING):
        form = client.get(SEND)
        assert form.status_code == 200
        assert not form.cookies
        summary = _post(client, SEND, _typed(area=area, phone="0812-3456-7890")).content.decode()
    assert "Periksa, lalu kirim" in summary
    assert not Proposal.objects.exists()
    key = re.search(r'name="kirim_id" value="([^"]+)"', summary)
    assert key is not None
    with on(*PROPOSING):
        data = _typed(area=area, phone="0812-3456-7890", kirim_id=key[1])
        answers = [_post(client, SEND, data) for _turn in range(2)]
    made = Proposal.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/usulan/status/{made.status_code}/"}
    assert (made.channel, made.shown_at, made.area_id) == (Channel.WEB, None, int(area))
    assert Proposer.objects.get().phone == "+6281234567890"


def test_summary_covers_numbers_and_page_never_shows_them(client: Client, year: Round) -> None:
    with on(*PROPOSING):
        summary = _post(client, SEND, _typed(story=f"Nomor saya {NIK}")).content.decode()
        assert "Kami menutup nomor" in summary
        assert f'<dd lang="id">Nomor saya {NIK}' not in summary
    _send(client, story=f"Nomor saya {NIK}")
    made = Proposal.objects.get()
    actions.show_proposal(by=CLERK, proposal=made)
    page = client.get(f"/usulan/2027/{made.number}/").content.decode()
    assert TITLE in page
    assert NIK not in page


def test_box_for_programs_and_change_lead_back_to_the_form(client: Client, year: Round) -> None:
    assert _send(client, situs="http://jual").status_code == 422
    assert _send(client, ubah="1").status_code == 200
    with on(*PROPOSING):
        assert _post(client, SEND, _typed(title="")).status_code == 422
        assert _post(client, SEND, _typed(title="lampu")).status_code == 422
    assert not Proposal.objects.exists()


@pytest.mark.parametrize(
    ("day", "words"), [((7, 1), "Usulan dibuka 1 Agustus 2026"), ((9, 9), "sedang tidak dibuka")]
)
def test_closed_days_say_when_it_opens(
    client: Client, year: Round, day: tuple[int, int], words: str
) -> None:
    with on(*day):
        assert words in client.get(SEND).content.decode()
        answer = _post(client, SEND, _typed(kirim_id=str(uuid4())))
    assert words in answer.content.decode()
    assert not Proposal.objects.exists()


def test_village_without_a_year_has_an_empty_list(client: Client, scope: Village) -> None:
    assert "Belum ada usulan" in client.get("/usulan/").content.decode()
    assert "tidak dibuka" in client.get(SEND).content.decode()
    for missing in ("/usulan/2027/", "/usulan/2027/1/", "/usulan/2027/1/foto/aaaaaaaaaaaaa/"):
        assert client.get(missing).status_code == 404


def test_flood_from_one_address_is_stopped(client: Client, year: Round) -> None:
    for _turn in range(resident.sent.attempts):
        resident.sent.count("127.0.0.1")
    assert _send(client).status_code == 429
    assert not Proposal.objects.exists()


def test_post_of_a_foreign_page_is_refused(client: Client, year: Round) -> None:
    with on(*PROPOSING):
        data = _typed(kirim_id=str(uuid4()))
        answer = client.post(SEND, data, headers={"origin": "http://lain.example"})
    assert answer.status_code == 403
    assert not Proposal.objects.exists()


def test_list_shows_state_and_reason_and_keeps_words_nobody_has_read(
    client: Client, year: Round
) -> None:
    proposed(year, "Kata kasar sekali", channel=Channel.WEB, name="Siti")
    done = proposed(year, "Sumur bor di Sendi", name="Joko", area=hamlet("Sendi"))
    page = client.get("/usulan/").content.decode()
    assert "kasar" not in page
    assert "Usulan nomor 1" in page
    assert "belum dibaca petugas" in page
    refused(done)
    accepted(Proposal.objects.get(number=1))
    draft = client.get("/usulan/").content.decode() + client.get("/usulan/2027/2/").content.decode()
    assert "Ditolak" not in re.sub(r"<option[^>]*>[^<]*</option>", "", draft)
    assert "dana provinsi" not in draft
    publish_all(year)
    page = client.get("/usulan/?keadaan=ditolak").content.decode()
    assert "dana provinsi" in page
    assert "Usulan nomor" not in page
    for name in ("Siti", "Joko"):
        assert name not in page


def test_list_goes_on_behind_the_last_one_and_filters(client: Client, year: Round) -> None:
    for number in range(23):
        proposed(
            year, f"Lampu jalan nomor {number}", area=hamlet("Sendi" if number < 3 else "Winog")
        )
    first = published.proposals()
    assert len(first.proposals) == 20
    rest = published.proposals(after=first.older_than)
    numbers = [row.number for row in (*first.proposals, *rest.proposals)]
    assert sorted(numbers) == list(range(1, 24))
    assert rest.older_than == ""
    sendi = hamlet("Sendi").public_id
    assert len(published.proposals(hamlet=sendi).proposals) == 3
    assert len(published.proposals(year=2026).proposals) == 0
    assert len(published.proposals(hamlet="tidak-ada").proposals) == 0
    for odd in ("?sesudah=x/y", "?tahun=abc", "?keadaan=%3Cscript%3E", "?sesudah=9999/9"):
        assert client.get(f"/usulan/{odd}").status_code == 200


def test_merged_proposal_shows_the_answer_of_the_other(client: Client, year: Round) -> None:
    main = assessed(year, "Gorong-gorong Winog", 42)
    other = proposed(year, "Gorong-gorong Rajeg Winog", area=hamlet("Rajeg"))
    with on(*MERGING):
        actions.merge_proposals(by=CLERK, proposal=other, into=main)
    page = client.get(f"/usulan/2027/{other.number}/").content.decode()
    assert "Digabung dengan" in page
    accepted(main)
    publish_all(year)
    for row in (main, other):
        page = client.get(f"/usulan/2027/{row.number}/").content.decode()
        assert "Paling banyak manfaatnya" in page
        assert "Diterima 2027" in page


def test_code_page_tells_the_proposer_and_wrong_codes_are_counted(
    client: Client, year: Round
) -> None:
    made = proposed(year, name="Siti")
    asked = _post(client, "/usulan/status/", {"kode": made.code.display})
    assert asked["Location"] == f"/usulan/status/{made.status_code}/"
    assert _post(client, "/usulan/status/", {"kode": "salah"}).status_code == 422
    page = client.get(asked["Location"])
    assert made.title in page.content.decode()
    assert "Siti" not in page.content.decode()
    for _turn in range(resident.wrong_codes.attempts):
        assert client.get("/usulan/status/AAAAAA/").status_code == 404
    assert client.get(f"/usulan/status/{made.status_code}/").status_code == 429


def test_finished_work_is_judged_by_the_code(client: Client, year: Round) -> None:
    made = assessed(year, "Gorong-gorong Winog", 42)
    accepted(made)
    publish_all(year)
    address = f"/usulan/status/{made.status_code}/"
    with on(*CARRYING):
        assert _post(client, address, {"jawaban": "sudah"}).status_code == 409
    Proposal.objects.update(state=ProposalState.DONE)
    page = client.get(address).content.decode()
    assert "Apakah pekerjaannya sudah beres?" in page
    assert _post(client, address, {"jawaban": "mungkin"}).status_code == 409
    said = {"jawaban": "belum", "alasan": f"Air meluap, hubungi {NIK}"}
    with on(*CARRYING):
        assert _post(client, address, said).status_code == 302
    assert fresh(made).state == ProposalState.RUNNING
    word = made.words.get()
    assert not word.good
    assert NIK not in word.words


def test_photo_of_the_place_waits_for_an_official(client: Client, year: Round) -> None:
    made = proposed(year)
    address = f"/usulan/status/{made.status_code}/foto/"
    assert _post(client, address, {}).status_code == 422
    not_one = SimpleUploadedFile("x.jpg", b"bukan foto", "image/jpeg")
    assert _post(client, address, {"foto": not_one}).status_code == 422
    huge = SimpleUploadedFile("x.jpg", b"\xff\xd8\xff" + bytes(LARGEST_PHOTO), "image/jpeg")
    assert _post(client, address, {"foto": huge}).status_code == 422
    assert not ProposalPhoto.objects.exists()
    assert _post(client, address, {"foto": _photo()}).status_code == 302
    photo = ProposalPhoto.objects.get()
    shown = f"/usulan/2027/{made.number}/foto/{photo.public_id}/"
    assert client.get(shown).status_code == 404
    actions.show_photo(by=CLERK, photo=photo, shown=True)
    picture = client.get(shown)
    assert picture["Content-Type"] == "image/jpeg"
    assert _post(client, "/usulan/status/AAAAAA/foto/", {"foto": _photo()}).status_code == 404


def test_result_of_a_year_hides_small_counts_of_people(client: Client, year: Round) -> None:
    for number in range(11):
        proposed(year, f"Lampu jalan nomor {number}", sex="P", disabled=number == 0 or None)
    for number in range(3):
        proposed(year, f"Sumur nomor {number} di Sendi", sex="L", origin="perempuan")
    found = published.result(2027)
    assert found is not None
    assert dict(found.people) == {
        "Perempuan": "< 10",
        "Laki-laki": "< 10",
        "Penyandang disabilitas": "< 10",
    }
    assert {line.name: line.count for line in found.origins} == {
        "Warga umum": "11",
        "Kelompok perempuan": "3",
    }
    assert found.advice is None
    assert "14 usulan masuk" in client.get("/usulan/2027/").content.decode()


def test_result_counts_answers_and_money_once_published(client: Client, year: Round) -> None:
    made = assessed(year, "Gorong-gorong Winog", 42)
    accepted(made)
    before = published.result(2027)
    assert before is not None
    assert (before.answered, before.origins[0].money, before.states) == (0, "", ())
    publish_all(year)
    after = published.result(2027)
    assert after is not None
    assert (after.answered, after.origins[0].money) == (1, "Rp42 juta")
    assert after.states == (("Diterima", 1),)


def test_public_pages_are_small_and_set_no_cookie(client: Client, year: Round) -> None:
    for number in range(25):
        proposed(year, f"Lampu jalan nomor {number} di depan musala dusun")
    with on(*DECIDING):
        for path in ("/usulan/", "/usulan/2027/", "/usulan/2027/1/", "/usulan/status/"):
            answer = client.get(path)
            assert answer.status_code == 200
            assert not answer.cookies
            assert len(answer.content) < 45_000


def test_switched_off_room_is_not_there(client: Client, scope: Village, year: Round) -> None:
    scope.rooms_off = ["planning"]
    scope.save()
    assert client.get("/usulan/").status_code == 404
