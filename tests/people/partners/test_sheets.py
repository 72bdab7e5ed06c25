"""The printed sheets: what they say, how many pages they take, and that odd words break nothing."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.queries import preview_png
from desa.foundation.tenancy.models import Village
from desa.people.partners.actions import (
    FundFacts,
    MemberFacts,
    add_fund,
    add_member,
    invite,
    issue_invitation,
    issue_record,
    move_due,
)
from desa.people.partners.engine.sheets import make_sheet, picture
from desa.people.partners.enums import MoneyClass
from desa.people.partners.models import Partner
from desa.people.partners.queries import partners
from desa.people.partners.queries.papers import record_words, signer
from desa.people.partners.queries.sheets import (
    attendance_sheet,
    copies_sheet,
    meeting_sheet,
    partner_sheet,
)
from tests.factories import officeholder
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    areas,
    basis,
    called,
    confirm,
    days,
    decided,
    held,
    joint,
    owed,
    partner,
    planned,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scope")]
ODD = '# *Toko* "Ünï" \\ $x$ @y <b> #eval("1") []{}'


def _words(content: bytes) -> list[str]:
    """The text of each page, on one line."""
    pages = PdfReader(BytesIO(content)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def _again(one: Partner) -> Partner:
    return partners().get(pk=one.pk)


def test_page_of_a_partner_says_all_on_one_page() -> None:
    """J8 step 5."""
    one = partner("Pokmas Go4Sumbergedang", short="G4S", task="Merawat Wi-Fi")
    basis(one)
    add_member(by=CLERK, partner=one, facts=MemberFacts("ANTON WIJAYA", "Ketua", TODAY, True))
    add_member(by=CLERK, partner=one, facts=MemberFacts("EKO NUGROHO", "Anggota", TODAY))
    made = told(one, partner("Karang Taruna"))
    add_fund(by=CLERK, activity=made, facts=FundFacts(MoneyClass.DUES, Rupiah.of(1_500_000)))
    add_fund(
        by=CLERK, activity=made, facts=FundFacts(MoneyClass.CSR, Rupiah.of(2_000_000), in_kind=True)
    )
    confirm(made)
    owed(one, days(-1))
    move_due(by=CLERK, decision=decided(held(), days(2), one), to=days(9), reason="Hujan")
    (page,) = _words(make_sheet("partner", partner_sheet(_again(one))))
    for part in (
        "Pokmas Go4Sumbergedang",
        "SK Kepala Desa 188/4/2026",
        "31 Desember 2026",
        "Segera habis",
        "Ketua: ANTON WIJAYA",
        "Jumlah anggota: 2 orang",
        "22 orang",
        "dibenarkan semua pihak",
        "Rp1.500.000",
        "Rp2.000.000 (taksiran)",
        "Sandi dan kode sumber",
        "terlambat",
        "Hujan",
    ):
        assert part in page, part
    assert "EKO NUGROHO" not in page


def test_busy_partner_still_fits_and_says_what_is_left_out() -> None:
    one = partner()
    for number in range(12):
        joint(one, on=days(-number))
    pages = _words(make_sheet("partner", partner_sheet(_again(one))))
    assert len(pages) == 1
    assert "dan 4 kegiatan lain" in pages[0]


def test_new_partner_has_an_honest_page() -> None:
    (page,) = _words(make_sheet("partner", partner_sheet(_again(partner()))))
    assert "Belum ada dasar tertulis." in page
    assert "Belum ada kegiatan yang dilaporkan selesai." in page
    assert "Belum ada uang kegiatan yang dicatat." in page


def test_unconfirmed_activity_says_so() -> None:
    one = partner()
    told(one)
    (page,) = _words(make_sheet("partner", partner_sheet(_again(one))))
    assert "belum dibenarkan semua pihak" in page


def test_page_of_a_meeting_says_who_came_and_what_became_of_it() -> None:
    areas("Sendi")
    meeting = held()
    decided(meeting, days(2))
    (page,) = _words(make_sheet("meeting", meeting_sheet(meeting)))
    for part in (
        "5 orang",
        "3 laki-laki",
        "0 dari 1",
        "Bekerja sama",
        "Butir 4",
        "Sekretaris Desa",
    ):
        assert part in page, part


def test_list_at_the_door_has_lines_to_sign() -> None:
    pages = _words(make_sheet("attendance", attendance_sheet(called())))
    assert len(pages) == 2
    assert "DAFTAR HADIR MUSYAWARAH DESA" in pages[0]
    assert "Tanda tangan" in pages[1]
    assert "50" in pages[1]


def test_qr_stands_on_the_list_once_the_village_has_an_address(scope: Village) -> None:
    meeting = called()
    assert attendance_sheet(meeting)["qr"] == ""
    scope.public_address = "https://sumbergedang.contoh.example"
    scope.save()
    said = attendance_sheet(meeting)
    assert "<svg" in said["qr"]
    assert said["link"] == f"sumbergedang.contoh.example/mitra/hadir/{meeting.checkin_code}/"


def test_every_invited_reader_has_a_sheet_of_the_same_number() -> None:
    officeholder()
    meeting = called(days(7))
    invite(by=CLERK, meeting=meeting, names=["Ketua BPD", ODD, "Ketua RT 003/RW 001"])
    issue_invitation(by=CLERK, meeting=meeting)
    meeting.refresh_from_db()
    pages = _words(make_sheet("copies", copies_sheet(meeting)))
    assert len(pages) == 3
    for page, name in zip(
        pages, ("Ketua BPD", '# *Toko* "Ünï"', "Ketua RT 003/RW 001"), strict=True
    ):
        assert name in page
        assert "005/001/35.14.11.2009/2026" in page
        assert "Selasa, 1 Desember 2026" in page
        assert "HARIYONO" in page


def test_odd_words_are_printed_as_they_are() -> None:
    one = partner(ODD[:30], task=ODD)
    joint(one)
    (page,) = _words(make_sheet("partner", partner_sheet(_again(one))))
    assert '#eval("1")' in page


def test_same_values_make_the_same_bytes() -> None:
    said = partner_sheet(_again(partner()))
    assert make_sheet("partner", said) == make_sheet("partner", said)


def test_sheets_can_be_looked_at() -> None:
    one = partner()
    planned(one)
    assert picture("partner", partner_sheet(_again(one)))[0].startswith(b"\x89PNG")


def test_record_is_a_page_or_two_with_room_to_sign() -> None:
    officeholder()
    meeting = held()
    for due in range(2, 8):
        decided(meeting, days(due))
    holder = signer()
    assert holder is not None
    assert 1 <= len(preview_png(record_words(meeting, holder), PaperSize.A4)) <= 2
    issue_record(by=CLERK, meeting=meeting)


def test_meeting_without_decisions_says_so() -> None:
    officeholder()
    holder = signer()
    assert holder is not None
    words = str(record_words(held(), holder).to_json())
    assert "Rapat ini tidak mengambil keputusan." in words
