"""The pages of a meeting, by their forms."""

import pytest
from django.test import Client

from desa.foundation.tenancy.models import Village
from desa.people.partners.enums import MeetingState
from desa.people.partners.models import (
    Attendance,
    Decision,
    Meeting,
    MeetingPhoto,
)
from tests.factories import officeholder
from tests.people.partners.samples import (
    TODAY,
    areas,
    called,
    days,
    decided,
    held,
)
from tests.people.partners.sending import DESK, MEETINGS, html_of, photo, refused, sent

pytestmark = pytest.mark.django_db


def test_meeting_from_invitation_to_record(sekdes: Client, scope: Village) -> None:
    officeholder()
    areas("Sendi", "Rajeg")
    where = sent(
        sekdes,
        f"{MEETINGS}baru/",
        kind="musdes",
        title="Wi-Fi desa",
        day="24-11-2026",
        hour="19.00",
        place="Balai desa",
        agenda="Pembukaan",
        is_digital="on",
    )
    assert where == f"{MEETINGS}{Meeting.objects.get().public_id}/"
    sent(sekdes, f"{where}undang/", names="Ketua BPD\nKetua RT 003/RW 001")
    sekdes.post(f"{where}undangan/")
    assert "005/001/35.14.11.2009/2026" in html_of(sekdes, where)
    sent(
        sekdes,
        f"{where}hadir/",
        element="warga",
        dusun="Sendi",
        names="Siti Aminah; P; PKK\nSuparno; L; RT/RW; Rajeg\nSlamet; L",
    )
    page = html_of(sekdes, where)
    assert "3 orang hadir" in page
    assert "2 dari 2 dusun" in page
    assert "2 laki-laki, 1 perempuan" in page.replace("\n", " ")
    sent(
        sekdes,
        f"{where}notulen/",
        chair="Hadi Santoso",
        minutes_by="Lilik",
        minutes="Dibahas titik baru.",
        level="4",
        level_evidence="Butir 4",
    )
    sent(sekdes, f"{where}keputusan/", text="Beli", owner="office:sekdes", due_on="30-11-2026")
    sekdes.post(f"{where}berita-acara/")
    page = html_of(sekdes, where)
    assert "400.10.2/001/35.14.11.2009/2026" in page
    assert "Tulis notulen" not in page
    assert "Ketik daftar hadir" not in page
    _all_papers(sekdes, where)


def _all_papers(sekdes: Client, where: str) -> None:
    for name in ("undangan", "undangan-nama", "daftar-hadir", "berita-acara", "lembar"):
        answer = sekdes.get(f"{where}{name}.pdf")
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")


def test_list_names_the_lines_that_are_wrong(sekdes: Client) -> None:
    made = called()
    page = refused(
        sekdes,
        f"{MEETINGS}{made.public_id}/hadir/",
        element="warga",
        names="Slamet\nTuti; P\nTuti; P\nBudi; L; Antariksa",
    )
    assert "Baris 1 (Slamet): tulis L atau P." in page
    assert "nama ini dua kali" in page
    assert "bagian yang tidak dikenal" in page
    assert not Attendance.objects.exists()


def test_list_of_a_meeting_to_come_is_refused_in_words(sekdes: Client) -> None:
    made = called(days(3))
    page = refused(sekdes, f"{MEETINGS}{made.public_id}/hadir/", element="warga", names="Slamet; L")
    assert "belum berlangsung" in page


def test_name_is_struck_by_a_button(sekdes: Client) -> None:
    row = held().attendances.all()[0]
    sekdes.post(f"{DESK}hadirin/{row.public_id}/coret/")
    assert Attendance.objects.count() == 4


def test_level_without_evidence_is_told_at_its_field(sekdes: Client) -> None:
    made = called()
    page = refused(
        sekdes,
        f"{MEETINGS}{made.public_id}/notulen/",
        chair="A",
        minutes_by="B",
        minutes="C",
        level="3",
    )
    assert "Tingkat keterlibatan perlu bukti." in page


def test_plan_is_corrected_and_cancelled(sekdes: Client) -> None:
    made = called(days(3))
    where = f"{MEETINGS}{made.public_id}/"
    data = {"kind": "rapat", "title": "Rapat kerja", "day": "28-11-2026", "hour": "8"}
    sent(sekdes, f"{where}perbaiki/", **data, place="Kantor desa")
    made.refresh_from_db()
    assert (made.title, made.day, made.is_digital) == ("Rapat kerja", days(4), False)
    sent(sekdes, f"{where}batal/", reason="Banjir")
    made.refresh_from_db()
    assert made.state == MeetingState.CANCELLED
    assert "Banjir" in html_of(sekdes, where)


def test_decision_is_moved_and_done(sekdes: Client) -> None:
    row = decided(held(), days(2))
    step = f"{DESK}keputusan/{row.public_id}/"
    assert "Alasannya belum ditulis" in refused(sekdes, f"{step}tanggal/", to="1-12-2026")
    sent(sekdes, f"{step}tanggal/", to="1-12-2026", reason="Hujan")
    page = html_of(sekdes, f"{MEETINGS}{row.meeting.public_id}/")
    assert "Diubah 24 November 2026 dari 26 November 2026 menjadi 1 Desember 2026:" in page
    sent(sekdes, f"{step}selesai/", on="24-11-2026", evidence="Nota")
    assert Decision.objects.get().done_on == TODAY


def test_late_decisions_stand_on_the_desks(sekdes: Client) -> None:
    decided(held(days(-9)), days(-1))
    assert "1 keputusan musyawarah terlambat." in html_of(sekdes)
    assert "Keputusan yang terlambat" in html_of(sekdes, MEETINGS)


def test_photo_is_shown_and_hidden_by_a_button(sekdes: Client) -> None:
    made = held()
    where = f"{MEETINGS}{made.public_id}/"
    sent(sekdes, f"{where}foto/", photo=photo(), caption="Suasana rapat")
    row = MeetingPhoto.objects.get()
    assert not row.is_shown
    sekdes.post(f"{DESK}foto/{row.public_id}/tampil/", {"tampil": "1"})
    assert MeetingPhoto.objects.filter(is_shown=True).exists()
    sekdes.post(f"{DESK}foto/{row.public_id}/tampil/")
    assert not MeetingPhoto.objects.filter(is_shown=True).exists()
    assert sekdes.get(f"{DESK}foto/{row.public_id}.jpg")["Cache-Control"] == "no-store"
