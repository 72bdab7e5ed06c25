"""The office pages: what the village head sees and decides, and the first evening on a phone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.models import Village
from desa.insight.readiness.actions import accept_action, call_off_proposal, end_action
from desa.insight.readiness.exceptions import ReadinessRefused
from desa.insight.readiness.models import ChecklistAnswer, Recommendation
from desa.insight.readiness.queries import open_answers, proposed, running_actions, standing_answers
from tests.factories import enter, official
from tests.insight.readiness.evening import TODAY, fill, measured, running, whole_sub

pytestmark = pytest.mark.usefixtures("scope")
DESK, LIST = "/kantor/rapor/", "/kantor/rapor/penilaian/"
SENT = {
    "sk-pokmas-level": "3",
    "sk-pokmas-document": "SK 141/07/2025",
    "sk-pokmas-on": "24-11-2026",
}


@pytest.fixture(autouse=True)
def tonight() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 12, 0, tzinfo=UTC)):
        yield


@pytest.fixture
def kades(village: Village) -> User:
    return official(village, Office.KADES)


@pytest.fixture
def sekdes(village: Village) -> User:
    return official(village, Office.SEKDES)


@pytest.fixture
def desk(kades: User) -> Client:
    return enter(kades)


@pytest.fixture
def evening_desk(sekdes: User) -> Client:
    return enter(sekdes)


def _text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_eight_indicators_stand_on_the_heads_page(desk: Client) -> None:
    page = _text(desk, DESK)
    assert page.count('<svg class="axis"') == 8
    assert "baru 0 dari 8 indikator" in page


def test_missing_names_the_work_and_whose_it_is(desk: Client) -> None:
    page = _text(desk, DESK)
    assert "Mengadakan survei warga" in page
    assert "Kaur Perencanaan" in page
    assert "ruang surveys" not in page
    assert "surveys" not in page


def test_missing_shrinks_when_something_is_measured(desk: Client) -> None:
    assert "Kelengkapan wajib" in _text(desk, DESK)
    measured("TRA1", 80)
    assert "Kelengkapan wajib" not in _text(desk, DESK)


def test_weakest_indicator_is_named(desk: Client) -> None:
    for code, score in (("REG1", 20), ("REG2", 20), ("REG3", 20), ("TRA1", 70), ("TRA2", 70)):
        measured(code, score)
    assert "Terlemah: <b>Regulasi</b>" in _text(desk, DESK)


def test_certain_gap_is_proposed_with_everything_to_decide(desk: Client) -> None:
    measured("REG1", 20)
    page = _text(desk, DESK)
    for words in ("Susun aturan yang belum ada", "1 rancangan", "biaya belum diketahui"):
        assert words in page
    assert "Sekretaris Desa" in page
    assert "PerKI 1/2018" in page


def test_uncertain_gap_says_measure_first_and_cannot_be_taken_up(desk: Client, kades: User) -> None:
    row = measured("TRA1", 50)
    type(row).objects.filter(pk=row.pk).update(low=0.4, high=0.9)
    page = _text(desk, DESK)
    assert "Ukur dulu: Kelengkapan wajib" in page
    assert "/tindakan/tra1/terima/" not in page
    with pytest.raises(ReadinessRefused, match="Ukur dulu"):
        accept_action(by=kades, code="TRA1")


def test_accepted_action_runs_with_the_figure_of_today(desk: Client) -> None:
    before = measured("REG1", 20)
    assert desk.post(f"{DESK}tindakan/reg1/terima/").status_code == 302
    row = Recommendation.objects.get()
    assert (row.before_id, row.code, row.owner) == (before.pk, "REG1", Office.SEKDES)
    assert row.due == TODAY + timedelta(days=180)
    page = _text(desk, DESK)
    assert "Sedang berjalan" in page
    assert "/tindakan/reg1/terima/" not in page


def test_action_is_taken_up_once(desk: Client) -> None:
    measured("REG1", 20)
    desk.post(f"{DESK}tindakan/reg1/terima/")
    assert desk.post(f"{DESK}tindakan/reg1/terima/").status_code == 409
    assert Recommendation.objects.count() == 1


@pytest.mark.parametrize("code", ["tra1", "zzz9"])
def test_action_without_a_gap_is_refused(desk: Client, code: str) -> None:
    assert desk.post(f"{DESK}tindakan/{code}/terima/").status_code == 409


def test_calling_off_wants_a_reason(desk: Client) -> None:
    measured("REG1", 20)
    address = f"{DESK}tindakan/reg1/batalkan/"
    assert desk.post(address, {"reason": ""}).status_code == 422
    assert desk.post(address, {"reason": "Dana belum ada"}).status_code == 302
    row = Recommendation.objects.get()
    assert (row.ended_reason, row.accepted_at) == ("Dana belum ada", None)
    assert running_actions() == []


def test_called_off_action_comes_back_after_a_while(kades: User) -> None:
    measured("REG1", 20)
    call_off_proposal(by=kades, code="REG1", reason="Nanti")
    assert proposed() == ()
    with clock.frozen(datetime(2026, 11, 24, 12, 0, tzinfo=UTC) + timedelta(days=91)):
        assert [gap.template.sub for gap in proposed()] == ["REG1"]


def test_ended_action_keeps_what_was_measured_after(
    village: Village, desk: Client, kades: User
) -> None:
    row = running(village, kades)
    with clock.frozen(datetime(2026, 12, 24, 12, 0, tzinfo=UTC)):
        after = measured("REG1", 55, TODAY + timedelta(days=30))
        sent = {"done": "ya", "reason": "Dua Perdes ditetapkan"}
        assert desk.post(f"{DESK}tindakan/berjalan/{row.pk}/", sent).status_code == 302
    row.refresh_from_db()
    assert (row.after_id, row.ended_reason) == (after.pk, "Dua Perdes ditetapkan")


def test_action_without_a_newer_figure_has_no_after(village: Village, kades: User) -> None:
    row = end_action(by=kades, row=running(village, kades), reason="Batal")
    assert row.after is None


def test_action_ends_once(village: Village, desk: Client, kades: User) -> None:
    row = end_action(by=kades, row=running(village, kades), reason="Batal")
    sent = {"done": "tidak", "reason": "Lagi"}
    assert desk.post(f"{DESK}tindakan/berjalan/{row.pk}/", sent).status_code == 409


def test_ending_wants_to_know_how(village: Village, desk: Client, kades: User) -> None:
    row = running(village, kades)
    assert desk.post(f"{DESK}tindakan/berjalan/{row.pk}/", {"reason": "x"}).status_code == 422


def test_viewer_is_offered_no_decision(village: Village) -> None:
    measured("REG1", 20)
    page = _text(enter(official(village, Office.AUDITOR)), DESK)
    assert "Susun aturan" in page
    assert "/terima/" not in page


def test_reading_the_pages_writes_nothing(desk: Client) -> None:
    measured("REG1", 20)
    desk.get(DESK)
    assert Recommendation.objects.count() == 0


def test_each_item_is_kept_by_itself(evening_desk: Client) -> None:
    answer = evening_desk.post(f"{LIST}butir/sk-pokmas/", SENT)
    assert answer.headers["Location"] == f"{LIST}reg/#sk-pokmas"
    row = open_answers()["sk-pokmas"]
    assert (row.level, row.document, row.on) == (3, "SK 141/07/2025", TODAY)
    assert "SK 141/07/2025" in _text(evening_desk, f"{LIST}reg/")


def test_item_without_proof_is_sent_back_as_it_was_typed(evening_desk: Client) -> None:
    answer = evening_desk.post(f"{LIST}butir/sk-pokmas/", {**SENT, "sk-pokmas-document": ""})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Tanpa bukti" in page
    assert 'id="sk-pokmas" open' in page
    assert open_answers() == {}


def test_item_without_a_choice_says_so(evening_desk: Client) -> None:
    answer = evening_desk.post(f"{LIST}butir/sk-pokmas/", {"sk-pokmas-on": "24-11-2026"})
    assert "Pilih salah satu keadaan." in answer.content.decode()


def test_photo_is_made_small_and_opens_for_the_office(evening_desk: Client) -> None:
    out = BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "PNG")
    photo = SimpleUploadedFile("bukti.png", out.getvalue())
    evening_desk.post(f"{LIST}butir/ups-listrik/", _sent("ups-listrik", photo))
    row = open_answers()["ups-listrik"]
    assert row.file is not None
    assert row.file.media_type == "image/jpeg"
    opened = evening_desk.get(f"{LIST}bukti/{row.pk}/")
    assert opened.content == read_content(row.file)
    assert opened.headers["Cache-Control"] == "no-store"


def _sent(code: str, file: SimpleUploadedFile) -> dict[str, object]:
    return {f"{code}-level": "3", f"{code}-on": "24-11-2026", f"{code}-proof": file}


def test_pdf_is_proof_and_stays_when_the_answer_is_changed(evening_desk: Client) -> None:
    pdf = SimpleUploadedFile("sk.pdf", b"%PDF-1.4 isi")
    evening_desk.post(f"{LIST}butir/sk-pokmas/", _sent("sk-pokmas", pdf))
    evening_desk.post(f"{LIST}butir/sk-pokmas/", {**SENT, "sk-pokmas-level": "4"})
    row = open_answers()["sk-pokmas"]
    assert row.level == 4
    assert row.file is not None
    assert row.file.media_type == "application/pdf"


@pytest.mark.parametrize(
    "content", [b"bukan gambar", b"%PDF-" + b"0" * (5 * 2**20)], ids=["teks", "terlalu besar"]
)
def test_file_that_cannot_be_proof_is_refused(evening_desk: Client, content: bytes) -> None:
    file = SimpleUploadedFile("x.pdf", content)
    answer = evening_desk.post(f"{LIST}butir/sk-pokmas/", _sent("sk-pokmas", file))
    assert answer.status_code == 422
    assert ChecklistAnswer.objects.count() == 0


def test_second_office_signs_the_list_it_has_read(village: Village, sekdes: User) -> None:
    fill(sekdes, whole_sub("REG1", 3))
    bpd = enter(official(village, Office.BPD))
    assert "5 butir diisi" in _text(bpd, LIST)
    assert bpd.post(f"{LIST}tandatangan/").status_code == 302
    assert len(standing_answers()) == 5
    assert open_answers() == {}


def test_own_list_cannot_be_signed_from_the_page(evening_desk: Client, sekdes: User) -> None:
    fill(sekdes, whole_sub("REG1", 3))
    answer = evening_desk.post(f"{LIST}tandatangan/")
    assert answer.status_code == 409
    assert "Anda sendiri" in answer.content.decode()


def test_other_office_that_writes_is_told_who_checks(village: Village, sekdes: User) -> None:
    fill(sekdes, {"aturan-program": 2})
    bpd = enter(official(village, Office.BPD))
    answer = bpd.post(f"{LIST}butir/sk-pokmas/", SENT)
    assert answer.status_code == 422
    assert "jabatan lain" in answer.content.decode()


@pytest.mark.parametrize("address", [f"{LIST}lit/", f"{LIST}zzz/"])
def test_indicator_that_is_not_judged_has_no_screen(evening_desk: Client, address: str) -> None:
    assert evening_desk.get(address).status_code == 404


def test_unknown_item_is_not_found(evening_desk: Client) -> None:
    assert evening_desk.post(f"{LIST}butir/tidak-ada/", SENT).status_code == 404


def test_overview_counts_what_is_answered(evening_desk: Client, sekdes: User) -> None:
    fill(sekdes, whole_sub("REG1", 3))
    page = _text(evening_desk, LIST)
    assert "5 dari 13 terisi" in page
    assert "menunggu diperiksa" in page


def test_pages_speak_english(village: Village, sekdes: User) -> None:
    sekdes.language = "en"
    sekdes.save()
    page = _text(enter(sekdes), f"{LIST}reg/")
    assert "Decrees that set up Pokmas GPS" in page
    assert "Belum ada" not in page
