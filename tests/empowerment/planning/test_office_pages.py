"""The office's way through a year by its own pages, and the papers that it prints."""

import io
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pypdf import PdfReader

from desa.empowerment.planning.enums import Authority, Channel, Origin, ProposalState
from desa.empowerment.planning.models import Ballot, HamletMeeting, Proposal, Round
from desa.empowerment.planning.rules.pabulib import read_pabulib
from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import Look
from tests.empowerment.planning.samples import (
    ASSESSING,
    CARRYING,
    DECIDING,
    MERGING,
    PROPOSING,
    RANKING,
    accepted,
    assessed,
    fresh,
    hamlet,
    on,
    proposed,
    published,
)
from tests.factories import enter, official

BASE = "/kantor/usulan/"
DAYS = {
    "usulan_opens": "1 Agustus 2026",
    "usulan_closes": "31-08-2026",
    "peringkat_opens": "21-09-2026",
    "peringkat_closes": "30-09-2026",
}


@pytest.fixture
def sekdes(scope: Village) -> Client:
    return enter(official(scope, Office.SEKDES))


@pytest.fixture
def operator(scope: Village) -> Client:
    return enter(official(scope, Office.OPERATOR))


@pytest.fixture(autouse=True)
def _in_time(scope: Village) -> Iterator[None]:
    with on(*PROPOSING):
        yield


def _text(content: bytes) -> str:
    reader = PdfReader(io.BytesIO(content))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def _step(client: Client, proposal: Proposal, name: str, data: dict[str, Any]) -> Any:
    return client.post(f"{BASE}{proposal.public_id}/langkah/{name}/", data)


def test_year_is_opened_with_proposed_days_and_changed(sekdes: Client) -> None:
    assert "Belum ada tahun usulan" in sekdes.get(BASE).content.decode()
    form = sekdes.get(f"{BASE}tahapan/?baru=1").content.decode()
    assert 'value="2027"' in form
    answer = sekdes.post(f"{BASE}tahapan/?baru=1", {"year": "2027", "budget": "", **DAYS})
    assert answer["Location"] == f"{BASE}?tahun=2027"
    made = Round.objects.get()
    assert made.phases.count() == 2
    sekdes.post(f"{BASE}tahapan/", {"year": "2027", "budget": "450.000.000", **DAYS})
    made.refresh_from_db()
    assert made.budget == Rupiah.of(450_000_000)


@pytest.mark.parametrize(
    "change",
    [{"usulan_closes": ""}, {"usulan_closes": "1-7-2026"}, {"peringkat_opens": "1-1-2026"}],
)
def test_impossible_days_are_explained_at_the_form(sekdes: Client, change: dict[str, str]) -> None:
    answer = sekdes.post(f"{BASE}tahapan/?baru=1", {"year": "2027", **DAYS, **change})
    assert answer.status_code == 422
    assert not Round.objects.exists()


def test_counter_shows_the_code_once_and_sending_twice_counts_once(
    operator: Client, year: Round
) -> None:
    data = {
        "kirim_id": str(uuid4()),
        "title": "Sumur bor di Sendi",
        "origin": "perempuan",
        "area": str(hamlet("Sendi").pk),
        "name": "Siti",
    }
    answers = [operator.post(f"{BASE}baru/", data) for _turn in range(2)]
    made = Proposal.objects.get()
    assert (made.channel, made.origin) == (Channel.COUNTER, Origin.WOMEN)
    assert all(made.code.display in answer.content.decode() for answer in answers)
    assert made.code.display not in operator.get(f"{BASE}{made.public_id}/").content.decode()


def test_counter_is_told_when_it_is_closed(operator: Client, year: Round) -> None:
    with on(*RANKING):
        page = operator.get(f"{BASE}baru/").content.decode()
        assert "sudah ditutup" in page
        data = {"kirim_id": str(uuid4()), "title": "Sumur bor di Sendi", "origin": "warga"}
        answer = operator.post(f"{BASE}baru/", data)
    assert answer.status_code == 422
    assert "berakhir 31 Agustus 2026" in answer.content.decode()


def _sheet(dusun: int, **more: str) -> dict[str, str]:
    data = {"kirim_id": str(uuid4()), "area": str(dusun), "held_on": "9 Agustus 2026"}
    rows = {"u-TOTAL_FORMS": "8", "u-INITIAL_FORMS": "0"}
    wishes = {
        "u-0-title": "Gorong-gorong batas Winog",
        "u-0-place": "perbatasan Winog",
        "u-0-origin": "perempuan",
        "u-0-benefits": "80",
        "u-2-title": "Lampu jalan pertigaan",
        "u-2-origin": "warga",
    }
    heads = {"women_adult": "14", "men_adult": "11", "disabled": "1"}
    return {**data, **rows, **wishes, **heads, **more}


def test_sheet_of_a_musdus_is_typed_back_in_one_form(operator: Client, year: Round) -> None:
    rajeg = hamlet("Rajeg")
    data = _sheet(rajeg.pk)
    for _turn in range(2):
        assert operator.post(f"{BASE}musdus/", data).status_code == 302
    meeting = HamletMeeting.objects.get()
    assert (meeting.women, meeting.men, meeting.disabled) == (14, 11, 1)
    first, second = meeting.proposals.order_by("number")
    assert (first.origin, first.landmark, first.benefits) == ("perempuan", "perbatasan Winog", 80)
    assert second.area == rajeg


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_on": "9 September 2026"},
        {"held_on": "kemarin"},
        {"u-0-title": "pendek"},
        {"u-0-benefits": "banyak"},
        {"women_adult": "-3"},
        {"disabled": "99"},
        {"area": ""},
    ],
)
def test_mistake_on_a_sheet_keeps_everything_out(
    operator: Client, year: Round, wrong: dict[str, str]
) -> None:
    answer = operator.post(f"{BASE}musdus/", _sheet(hamlet("Rajeg").pk, **wrong))
    assert answer.status_code == 422
    assert "Gorong-gorong" in answer.content.decode() or "u-0-title" in wrong
    assert not Proposal.objects.exists()
    assert not HamletMeeting.objects.exists()


def test_words_from_the_page_are_shown_by_a_planner(sekdes: Client, year: Round) -> None:
    made = proposed(year, channel=Channel.WEB)
    assert "Isinya belum ditampilkan" in sekdes.get(f"{BASE}{made.public_id}/").content.decode()
    sekdes.post(f"{BASE}{made.public_id}/tampilkan/")
    assert fresh(made).shown_at is not None


def test_steps_lead_from_the_wish_to_the_published_verdict(sekdes: Client, year: Round) -> None:
    made = proposed(year, "Gorong-gorong perbatasan Winog dan Rajeg")
    same = proposed(year, "Gorong-gorong perbatasan Rajeg", area=hamlet("Rajeg"))
    with on(*MERGING):
        page = sekdes.get(f"{BASE}{same.public_id}/langkah/gabung/").content.decode()
        assert "berdekatan" in page
        assert _step(sekdes, same, "gabung", {"into": str(made.pk)}).status_code == 302
        better = {"title": "Gorong-gorong batas Winog Rajeg", "origin": "warga", "story": "Banjir"}
        assert _step(sekdes, made, "ubah", better).status_code == 302
    with on(*ASSESSING):
        assert _step(sekdes, made, "nilai", {"authority": "desa"}).status_code == 422
        told = {"authority": "desa", "cost": "38.000.000", "benefits": "80"}
        assert _step(sekdes, made, "nilai", told).status_code == 302
    with on(*DECIDING):
        no_reason = {"verdict": "diterima", "reason": "", "year": "2027"}
        assert _step(sekdes, made, "putuskan", no_reason).status_code == 422
        told = {"verdict": "diterima", "reason": "Banjir tiap tahun.", "year": "2027"}
        assert _step(sekdes, made, "putuskan", told).status_code == 302
        assert "Umumkan semuanya" in sekdes.get(f"{BASE}putusan/").content.decode()
        assert sekdes.post(f"{BASE}putusan/").status_code == 302
    assert (fresh(made).state, fresh(made).authority) == (
        ProposalState.ACCEPTED,
        Authority.VILLAGE,
    )
    assert "Sudah diumumkan" in sekdes.get(f"{BASE}putusan/").content.decode()


def test_step_outside_its_phase_shows_the_day_instead_of_a_form(
    sekdes: Client, year: Round
) -> None:
    made = proposed(year)
    page = sekdes.get(f"{BASE}{made.public_id}/langkah/putuskan/").content.decode()
    assert "dibuka 1 Oktober 2026" in page
    assert "<textarea" not in page
    assert sekdes.get(f"{BASE}{made.public_id}/langkah/hapus/").status_code == 404


def test_merging_by_number_finds_only_this_year(sekdes: Client, year: Round) -> None:
    one, other = proposed(year), proposed(year, "Sumur bor di Sendi")
    with on(*MERGING):
        wrong = _step(sekdes, one, "gabung", {"into": "lain", "number": "99"})
        assert wrong.status_code == 422
        right = _step(sekdes, one, "gabung", {"into": "lain", "number": str(other.number)})
    assert right.status_code == 302
    assert fresh(one).merged_into_id == other.pk


def test_publishing_with_one_missing_names_it(sekdes: Client, year: Round) -> None:
    made = proposed(year, "Sumur bor di Sendi")
    with on(*DECIDING):
        page = sekdes.get(f"{BASE}putusan/").content.decode()
        assert made.title in page
        assert sekdes.post(f"{BASE}putusan/").status_code == 409


def test_scores_and_sheets_are_typed_and_counted(
    sekdes: Client, operator: Client, year: Round
) -> None:
    assessed(year, "Jalan Winog", 30)
    assessed(year, "Sumur bor di Sendi", 20)
    winog = hamlet()
    with on(*RANKING):
        assert sekdes.post(f"{BASE}nilai/", {"n1": "80", "n2": "x"}).status_code == 422
        assert sekdes.post(f"{BASE}nilai/", {"n1": "80", "n2": ""}).status_code == 302
        for client, typed in ((sekdes, "1 2"), (operator, "1")):
            data = {"sheet": "4", "choices": typed, "area": str(winog.pk), "sex": ""}
            assert client.post(f"{BASE}pilihan/", data).status_code == 302
        page = sekdes.get(f"{BASE}pilihan/").content.decode()
        assert "Lembar yang berbeda" in page
        assert sekdes.post(f"{BASE}pilihan/hitung/").status_code == 409
        again = {"sheet": "4", "choices": "1 2", "area": str(winog.pk), "sex": ""}
        operator.post(f"{BASE}pilihan/", again)
        wrong = {"sheet": "5", "choices": "77", "area": str(winog.pk), "sex": ""}
        assert operator.post(f"{BASE}pilihan/", wrong).status_code == 422
        assert sekdes.post(f"{BASE}pilihan/hitung/").status_code == 302
        page = sekdes.get(f"{BASE}pilihan/").content.decode()
    assert "1 lembar pilihan dihitung" in page
    assert "Yang memutuskan tetap musyawarah" in page
    assert Ballot.objects.get().counts


def test_typist_does_not_see_what_the_other_one_typed(
    sekdes: Client, operator: Client, year: Round
) -> None:
    assessed(year, "Jalan Winog", 30)
    with on(*RANKING):
        data = {"sheet": "4", "choices": "1", "area": str(hamlet().pk), "sex": ""}
        sekdes.post(f"{BASE}pilihan/", data)
        page = operator.get(f"{BASE}pilihan/").content.decode()
    assert "Hanya pada ketikan" not in page


def test_pabulib_file_names_nobody_and_reads_back(
    sekdes: Client, operator: Client, year: Round
) -> None:
    assessed(year, "Jalan; Winog", 30)
    with on(*RANKING):
        for client in (sekdes, operator):
            data = {"sheet": "4", "choices": "1", "area": str(hamlet().pk), "sex": "P"}
            client.post(f"{BASE}pilihan/", data)
    text = sekdes.get(f"{BASE}pilihan/usulan.pb").content.decode()
    found = read_pabulib(text)
    assert found.election.ballots == (frozenset({"1"}),)
    assert text.rstrip().endswith("voter_id;vote\n1;1")
    assert "age" not in text.split("VOTES")[1]


def test_work_is_linked_and_photographed(sekdes: Client, year: Round) -> None:
    made = assessed(year, "Gorong-gorong Winog", 42)
    accepted(made)
    published(year)
    buffer = io.BytesIO()
    Image.new("RGB", (200, 200), "green").save(buffer, "JPEG")
    with on(*CARRYING):
        wrong = _step(sekdes, made, "anggaran", {"year": "2027", "code": "dua"})
        assert wrong.status_code == 422
        right = _step(sekdes, made, "anggaran", {"year": "2027", "code": "2.3.14"})
        assert right.status_code == 302
        bad = SimpleUploadedFile("a.jpg", b"bukan foto")
        assert _step(sekdes, made, "kemajuan", {"photo": bad, "percent": "50"}).status_code == 422
        photo = SimpleUploadedFile("a.jpg", buffer.getvalue())
        _step(sekdes, made, "kemajuan", {"photo": photo, "percent": "50", "caption": "Galian"})
    assert fresh(made).state == ProposalState.RUNNING
    page = Client().get(f"/usulan/2027/{made.number}/").content.decode()
    assert "kegiatan 2.3.14" in page
    assert "Galian" in page
    shown = made.photos.get()
    hide = f"{BASE}{made.public_id}/foto/{shown.public_id}/umum/"
    sekdes.post(hide, {"tampil": "tidak"})
    assert "Galian" not in Client().get(f"/usulan/2027/{made.number}/").content.decode()


def test_looking_at_the_proposer_is_noted(operator: Client, year: Round) -> None:
    made = proposed(year, name="Siti", phone="0812-0000-0044")
    page = operator.get(f"{BASE}{made.public_id}/pengusul/").content.decode()
    assert "Siti" in page
    assert Look.objects.count() == 1
    nobody = proposed(year, "Sumur bor di Sendi")
    assert operator.get(f"{BASE}{nobody.public_id}/pengusul/").status_code == 404


def test_empty_sheet_is_printed_for_a_dusun(operator: Client, year: Round) -> None:
    rajeg = hamlet("Rajeg")
    told = _text(operator.get(f"{BASE}musdus/lembar.pdf?dusun={rajeg.pk}").content)
    for words in ("Lembar musyawarah dusun, usulan 2027", "Rajeg", "Perempuan", "disabilitas"):
        assert words in told
    assert operator.get(f"{BASE}musdus/lembar.pdf?dusun=x").status_code == 200


def test_ballot_sheets_carry_numbers_and_the_rule_for_ties(sekdes: Client, year: Round) -> None:
    assessed(year, "Jalan Winog", 30)
    proposed(year, "Polisi tidur jalan provinsi")
    content = sekdes.get(f"{BASE}pilihan/lembar.pdf?dari=7&sampai=9").content
    assert len(PdfReader(io.BytesIO(content)).pages) == 3
    told = _text(content)
    for words in ("Lembar 7", "Lembar 9", "Jalan Winog", "Rp30 juta", "yang lebih murah"):
        assert words in told
    assert "Polisi tidur" not in told
    for wrong in ("dari=9&sampai=7", "dari=0&sampai=3", "dari=1&sampai=9999"):
        assert sekdes.get(f"{BASE}pilihan/lembar.pdf?{wrong}").status_code == 404


def test_answers_for_the_rt_name_those_without_a_phone(sekdes: Client, year: Round) -> None:
    made = proposed(year, "Sumur bor di Sendi", name="Mbah Sarmi", area=hamlet("Sendi"))
    reached = proposed(year, "Wi-Fi di Klampok", name="Rizky", phone="0812-0000-0044")
    assert sekdes.get(f"{BASE}jawaban-rt.pdf").status_code == 404
    for each in (made, reached):
        accepted(each)
    published(year)
    told = _text(sekdes.get(f"{BASE}jawaban-rt.pdf").content)
    assert "Dusun Sendi" in told
    assert "Mbah Sarmi" in told
    assert "Diterima untuk 2027" in told
    assert "Rizky" not in told
    assert Look.objects.count() == 1
