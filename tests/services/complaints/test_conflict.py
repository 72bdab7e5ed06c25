"""A complaint about an official is not there for that official: nowhere in the house."""

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership
from desa.foundation.core import clock
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from desa.services.complaints.actions import (
    REPORTER,
    answer_complaint,
    escalate_late,
    join_complaints,
    pause_complaint,
    reporter_says,
    start_work,
    verify_complaint,
)
from desa.services.complaints.enums import About, AnswerVia
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import may_see_contact, visible_to
from desa.services.complaints.presenters.table import inspectorate_csv
from desa.services.complaints.queries import (
    Desk,
    alike,
    count_mine,
    desk_lines,
    find_complaints,
    hidden_from,
    public_complaint,
    public_complaints,
)
from tests.factories import SINCE, enter, official
from tests.services.complaints.conftest import Officials, filed, later

SECRET = "Operator meminta uang pulsa untuk surat"


@pytest.fixture
def secret(hall: Officials) -> Complaint:
    """Kades and BPD may know of it, the sekdes answers for it, the operator is its subject."""
    return filed("layanan", text=SECRET, about=About.OPERATOR, name="Nur", phone="081234567890")


def _addresses(complaint: Complaint) -> list[str]:
    base = f"/kantor/pengaduan/{complaint.public_id}/"
    return [base, f"{base}pelapor/", f"{base}langkah/tolak/", f"{base}langkah/jawaban/"]


@pytest.mark.parametrize("office", [Office.OPERATOR, Office.KAUR_TU, Office.KASI_PELAYANAN])
def test_no_page_of_it_opens(hall: Officials, secret: Complaint, office: Office) -> None:
    browser = enter(hall[office])
    for address in _addresses(secret):
        assert browser.get(address).status_code in (403, 404)
    assert browser.get(_addresses(secret)[0]).status_code == 404
    posted = browser.post(f"{_addresses(secret)[2]}", {"reason": "Tidak benar"})
    assert posted.status_code == 404


def test_subject_finds_lists_and_counts_nothing_of_it(hall: Officials, secret: Complaint) -> None:
    operator = hall[Office.OPERATOR]
    for desk in Desk:
        assert desk_lines(operator, desk).rows == []
    assert count_mine(operator) == 0
    for words in (secret.public_number, secret.status_code, secret.code.display):
        assert find_complaints(words, 5, operator) == []
        assert find_complaints(words, 5, hall[Office.SEKDES]) != []
    assert SECRET not in inspectorate_csv(operator)
    assert SECRET in inspectorate_csv(hall[Office.KADES])


def test_search_box_of_the_office_says_nothing(hall: Officials, secret: Complaint) -> None:
    asked = {"q": secret.public_number}
    hidden = enter(hall[Office.OPERATOR]).post("/kantor/cari/", asked).content.decode()
    assert secret.public_id not in hidden
    shown = enter(hall[Office.SEKDES]).post("/kantor/cari/", asked).content.decode()
    assert secret.public_id in shown


def test_history_page_leaves_it_out_for_its_subject(hall: Officials) -> None:
    """The kades reads the history, and this one is about the kades."""
    case = filed("perangkat", text="Kades meminta jatah", about=About.KADES, name="Nur")
    filed("pju")
    bpd = hall[Office.BPD]
    pause_complaint(by=bpd, complaint=case, reason="Menunggu bukti")
    enter(bpd).get(f"/kantor/pengaduan/{case.public_id}/pelapor/")
    page = enter(hall[Office.KADES]).get("/kantor/riwayat/").content.decode()
    assert case.public_number not in page
    assert "menghentikan waktu" not in page
    assert "kontak pelapor" not in page
    assert "PGD-2026-0001" in page
    other = enter(hall[Office.SEKDES]).get("/kantor/riwayat/").content.decode()
    assert case.public_number in other
    assert "kontak pelapor" in other


def test_clocks_of_earlier_rounds_stay_hidden_too(hall: Officials) -> None:
    """A case that was closed and opened again has a new clock; the first one was about the same."""
    bpd = hall[Office.BPD]
    case = verify_complaint(by=bpd, complaint=filed("perangkat", about=About.KADES))
    pause_complaint(by=bpd, complaint=case, reason="Menunggu bukti")
    case = answer_complaint(by=bpd, complaint=case, answer="Sudah ditegur")
    for good in (True, False):
        reporter_says(by=REPORTER, complaint=case, good=good, via=AnswerVia.CODE)
    page = enter(hall[Office.KADES]).get("/kantor/riwayat/").content.decode()
    assert "janji sebuah permohonan" not in page
    assert (
        "janji sebuah permohonan"
        in enter(hall[Office.SEKDES]).get("/kantor/riwayat/").content.decode()
    )


def test_subject_of_a_joined_report_does_not_read_the_other_one(hall: Officials) -> None:
    """Both are one case now: who is named in either is its subject."""
    named, kades = hall[Office.SEKDES], hall[Office.KADES]
    main = filed("perangkat", about=About.OFFICIAL, about_users=[hall[Office.KAUR_TU]])
    joined = filed("perangkat", about=About.OFFICIAL, about_users=[named], text=SECRET)
    join_complaints(by=kades, complaint=joined, into=main)
    assert not visible_to(named).filter(pk__in=[main.pk, joined.pk]).exists()
    assert visible_to(kades).filter(pk__in=[main.pk, joined.pk]).count() == 2


def test_numbers_of_the_open_series_have_no_gap(hall: Officials, secret: Complaint) -> None:
    assert filed().public_number == "PGD-2026-0001"
    assert secret.public_number == "PGR-2026-0001"


def test_nothing_of_it_is_public_or_suggested(hall: Officials, secret: Complaint) -> None:
    assert secret not in public_complaints()
    assert public_complaint(secret.year, secret.number) is None
    assert list(alike("layanan", None, since=later(days=-1))) == []


def test_no_message_about_it_goes_out(hall: Officials, secret: Complaint) -> None:
    with clock.frozen(later(days=20)):
        escalate_late(complaint=secret)
        sekdes = hall[Office.SEKDES]
        case = verify_complaint(by=sekdes, complaint=secret)
        case = start_work(by=sekdes, complaint=case, words="Diperiksa")
        answer_complaint(by=sekdes, complaint=case, answer="Sudah ditegur")
    assert not Notice.objects.exists()


def test_who_leaves_the_office_still_does_not_read_it(hall: Officials) -> None:
    case = filed("perangkat", about=About.KADES)
    former = hall[Office.KADES]
    Membership.objects.filter(user=former).delete()
    Membership.objects.create(
        user=former, village=case.village, office=Office.BPD, valid_from=SINCE
    )
    assert not visible_to(former).filter(pk=case.pk).exists()
    assert visible_to(hall[Office.BPD]).filter(pk=case.pk).exists()


def test_named_official_does_not_read_it_but_colleagues_above_do(hall: Officials) -> None:
    named = hall[Office.SEKDES]
    case = filed("perangkat", about=About.OFFICIAL, about_users=[named])
    assert not visible_to(named).filter(pk=case.pk).exists()
    assert visible_to(hall[Office.KADES]).filter(pk=case.pk).exists()


def test_who_holds_the_subjects_office_besides_another_does_not_read_it(
    hall: Officials, scope: Village
) -> None:
    double = official(scope, Office.BPD)
    case = filed("perangkat", about=About.SEKDES)
    Membership.objects.create(user=double, village=scope, office=Office.SEKDES, valid_from=SINCE)
    assert not visible_to(double).filter(pk=case.pk).exists()


def test_reporter_of_it_is_shown_to_its_owner_only(hall: Officials, secret: Complaint) -> None:
    able = {office for office, user in hall.items() if may_see_contact(user, secret)}
    assert able == {Office.SEKDES}


def test_reporter_still_closes_it_by_code(hall: Officials, secret: Complaint) -> None:
    sekdes = hall[Office.SEKDES]
    case = verify_complaint(by=sekdes, complaint=secret)
    case = answer_complaint(by=sekdes, complaint=case, answer="Sudah ditegur")
    done = reporter_says(by=REPORTER, complaint=case, good=True, via=AnswerVia.CODE)
    assert done.state == "selesai"


def test_subject_who_took_it_down_gets_the_code_and_no_case(hall: Officials) -> None:
    browser = enter(hall[Office.OPERATOR])
    page = browser.get("/kantor/pengaduan/baru/").content.decode()
    key = page.split('name="kirim_id" value="')[1].split('"')[0]
    data = {
        "kirim_id": key,
        "text": SECRET,
        "category": "layanan",
        "channel": "loket",
        "about": "operator",
    }
    answer = browser.post("/kantor/pengaduan/baru/", data)
    case = Complaint.objects.get()
    assert answer.status_code == 200
    assert case.code.display in answer.content.decode()
    assert SECRET not in answer.content.decode()
    assert browser.post("/kantor/pengaduan/baru/", data).status_code == 200
    assert Complaint.objects.count() == 1


def test_hidden_rows_are_those_that_may_not_be_seen(hall: Officials, secret: Complaint) -> None:
    hidden = hidden_from(hall[Office.OPERATOR])
    assert secret.pk in hidden["complaints.complaint"]
    assert secret.case_id in hidden["servicelevels.servicecase"]
    assert not any(hidden_from(hall[Office.SEKDES]).values())


def test_other_village_sees_nothing(
    hall: Officials, secret: Complaint, other_village: Village
) -> None:
    stranger = official(other_village, Office.BPD)
    assert not visible_to(stranger).exists()
