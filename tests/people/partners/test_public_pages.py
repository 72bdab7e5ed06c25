"""What anyone reads, and the two things anyone may send."""

from datetime import timedelta

import pytest
from django.test import Client

from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.people.partners.actions import (
    FundFacts,
    MemberFacts,
    add_fund,
    add_member,
    add_photo,
    cancel_meeting,
    issue_record,
    make_link,
    move_due,
    remove_partner,
)
from desa.people.partners.enums import Answer, MoneyClass
from desa.people.partners.models import Attendance, Participation
from tests.factories import officeholder
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    TUESDAY,
    areas,
    basis,
    called,
    days,
    decided,
    held,
    joint,
    owed,
    partner,
    picture,
    told,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scope")]
HOME, MEETINGS = "/mitra/", "/mitra/musyawarah/"


def _html(client: Client, address: str = HOME) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    assert not answer.cookies
    return answer.content.decode()


def test_nothing_yet_says_what_to_do(visitor: Client) -> None:
    assert "Belum ada mitra yang dicatat." in _html(visitor)
    assert "Belum ada musyawarah yang dicatat." in _html(visitor, MEETINGS)


def test_list_stands_by_kind_with_the_standing_of_each(visitor: Client) -> None:
    basis(partner("Pokmas G4S", task="Merawat Wi-Fi"), days(300))
    partner("Karang Taruna", "karang_taruna")
    page = _html(visitor)
    assert "Berlaku" in page
    assert "Belum ada dasar" in page
    assert "Merawat Wi-Fi" in page
    assert page.index("Karang Taruna") < page.index("Pokmas G4S")


def test_contact_and_plain_members_are_nobodys_business(visitor: Client) -> None:
    one = partner("Pokmas G4S", contact_name="Anton Rahasia", contact_phone="+6281234567890")
    add_member(by=CLERK, partner=one, facts=MemberFacts("ANTON WIJAYA", "Ketua", TODAY, True))
    add_member(by=CLERK, partner=one, facts=MemberFacts("EKO NUGROHO", "Anggota", TODAY))
    page = _html(visitor, f"{HOME}{one.public_id}/")
    assert "ANTON WIJAYA" in page
    assert "Anggota seluruhnya 2 orang." in page
    for hidden in ("EKO NUGROHO", "Anton Rahasia", "81234567890", "3456"):
        assert hidden not in page


def test_partner_shows_whether_its_word_was_kept(visitor: Client) -> None:
    one = partner()
    owed(one, days(-1))
    decided(held(days(-9)), days(5), one)
    page = _html(visitor, f"{HOME}{one.public_id}/")
    assert "0 dari 1 janji yang jatuh tempo ditepati." in page
    assert "Terlambat" in page
    assert "Membeli pelindung listrik" in page


def test_activity_tells_who_confirmed_and_whose_money(visitor: Client) -> None:
    one, other = partner("A"), partner("B")
    made = told(one, other)
    add_fund(
        by=CLERK, activity=made, facts=FundFacts(MoneyClass.CSR, Rupiah.of(750_000), in_kind=True)
    )
    page = _html(visitor, f"{HOME}{one.public_id}/")
    assert "Menunggu jawaban mitra" in page
    assert "barang atau tenaga kira-kira Rp750.000" in page
    assert "Asal uang yang berbeda tidak dijumlahkan." in page


def test_number_of_a_person_in_a_text_is_covered(visitor: Client) -> None:
    one = partner("G4S", task="Hubungi 0812-3456-7890")
    assert "3456" not in _html(visitor, f"{HOME}{one.public_id}/")
    assert "3456" not in _html(visitor)


def test_removed_partner_is_not_there(visitor: Client) -> None:
    one = partner("Pokmas G4S")
    remove_partner(by=CLERK, partner=one)
    assert "Pokmas G4S" not in _html(visitor)
    assert visitor.get(f"{HOME}{one.public_id}/").status_code == 404


def test_meeting_shows_numbers_and_no_names(visitor: Client) -> None:
    areas("Sendi", "Rajeg")
    meeting = held()
    page = _html(visitor, f"{MEETINGS}{meeting.public_id}/")
    assert "3 laki-laki dan 2 perempuan" in page
    assert "Orang 0 L" not in page
    assert "Dibahas titik baru." not in page


def test_minutes_are_public_with_the_record(visitor: Client) -> None:
    officeholder()
    meeting = held()
    issue_record(by=CLERK, meeting=meeting)
    page = _html(visitor, f"{MEETINGS}{meeting.public_id}/")
    assert "Dibahas titik baru." in page
    assert "400.10.2/001/35.14.11.2009/2026" in page


def test_moved_day_is_told_with_its_reason(visitor: Client) -> None:
    row = decided(held(), days(2))
    move_due(by=CLERK, decision=row, to=days(9), reason="Jembatan putus")
    for address in (MEETINGS, f"{MEETINGS}{row.meeting.public_id}/"):
        page = _html(visitor, address)
        assert "Jembatan putus" in page
        assert "dari 26 November 2026 menjadi 3 Desember 2026" in page


def test_coming_and_cancelled_meetings_are_told(visitor: Client) -> None:
    called(days(4), title="Musyawarah depan")
    gone = called(days(5), title="Rapat batal")
    cancel_meeting(by=CLERK, meeting=gone, reason="Banjir")
    page = _html(visitor, MEETINGS)
    assert page.index("Akan datang") < page.index("Musyawarah depan")
    assert "Dibatalkan" in page
    assert "Banjir" in page


def test_only_a_released_photo_is_seen(visitor: Client) -> None:
    meeting = held()
    hidden, shown = (
        add_photo(by=CLERK, meeting=meeting, file=picture(text), caption="Foto", is_shown=seen)
        for text, seen in ((b"\xff\xd8\xff one", False), (b"\xff\xd8\xff two", True))
    )
    page = _html(visitor, f"{MEETINGS}{meeting.public_id}/")
    assert page.count("<img") == 1
    assert visitor.get(f"{HOME}foto/{hidden.public_id}.jpg").status_code == 404
    assert visitor.get(f"{HOME}foto/{shown.public_id}.jpg").content == b"\xff\xd8\xff two"


@pytest.mark.parametrize("address", [f"{HOME}0000000000000/", f"{MEETINGS}0000000000000/"])
def test_unknown_page_is_not_found(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


def _link(*, days_ago: int = 0) -> str:
    made = told(partner())
    with clock.frozen(TUESDAY - timedelta(days=days_ago)):
        code = make_link(by=CLERK, participation=made.participations.get())
    return f"{HOME}konfirmasi/{code.value}/"


def test_preview_of_a_link_answers_nothing(visitor: Client) -> None:
    link = _link()
    for _open in range(3):
        page = _html(visitor, link)
        assert "Benar, kami ikut" in page
    assert Participation.objects.get().answer == Answer.WAITING


def test_button_answers_once(visitor: Client) -> None:
    link = _link()
    assert (
        "Terima kasih"
        in visitor.post(link, {"answer": "tidak", "note": "Kami libur"}).content.decode()
    )
    row = Participation.objects.get()
    assert (row.answer, row.note) == (Answer.DENIED, "Kami libur")
    again = visitor.post(link, {"answer": "ya"})
    assert again.status_code == 404
    assert "Minta tautan baru" in again.content.decode()
    assert Participation.objects.get().answer == Answer.DENIED


def test_link_without_a_choice_is_asked_again(visitor: Client) -> None:
    assert visitor.post(_link(), {}).status_code == 400


def test_old_link_says_where_to_get_a_new_one(visitor: Client) -> None:
    answer = visitor.get(_link(days_ago=30))
    assert answer.status_code == 404
    assert "Minta tautan baru di kantor desa." in answer.content.decode()


def test_answer_from_another_site_is_refused() -> None:
    stranger = Client(headers={"Origin": "http://jahat.example"})
    assert stranger.post(_link(), {"answer": "ya"}).status_code == 403
    assert Participation.objects.get().answer == Answer.WAITING


def test_guessing_links_is_stopped(visitor: Client) -> None:
    for _try in range(20):
        assert visitor.get(f"{HOME}konfirmasi/{'x' * 32}/").status_code == 404
    assert visitor.get(f"{HOME}konfirmasi/{'x' * 32}/").status_code == 429


def test_participant_checks_in_at_the_door(visitor: Client) -> None:
    areas("Sendi")
    meeting = called()
    address = f"{HOME}hadir/{meeting.checkin_code}/"
    assert "Saya hadir" in _html(visitor, address)
    data = {"name": " Siti  Aminah ", "gender": "P", "dusun": "Sendi", "element": "kader"}
    assert "Tercatat hadir" in visitor.post(address, data).content.decode()
    assert "Nama ini sudah tercatat" in visitor.post(address, data).content.decode()
    row = Attendance.objects.get()
    assert (row.name, str(row.dusun), row.element) == ("Siti Aminah", "Sendi", "kader")


def test_check_in_says_what_is_missing(visitor: Client) -> None:
    address = f"{HOME}hadir/{called().checkin_code}/"
    answer = visitor.post(address, {"name": "", "element": "warga"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Nama Anda belum diisi." in page
    assert "belum dijawab" in page
    assert not Attendance.objects.exists()


@pytest.mark.parametrize("away", [-1, 1])
def test_list_at_the_door_is_closed_on_other_days(visitor: Client, away: int) -> None:
    meeting = called(days(away))
    answer = visitor.get(f"{HOME}hadir/{meeting.checkin_code}/")
    assert answer.status_code == 404
    assert "isi daftar hadir kertas" in answer.content.decode()


def test_many_from_one_connection_go_to_the_paper_list(visitor: Client) -> None:
    address = f"{HOME}hadir/{called().checkin_code}/"
    data = {"gender": "L", "element": "warga"}
    for number in range(120):
        visitor.post(address, {**data, "name": f"Orang {number}"})
    assert visitor.post(address, {**data, "name": "Orang lagi"}).status_code == 429
    assert Attendance.objects.count() == 120


def test_pages_are_light(visitor: Client) -> None:
    joint(*(partner(f"Mitra {number}", task="x" * 200) for number in range(12)))
    for number in range(12):
        decided(held(title=f"Rapat {number}"), days(number))
    for address in (HOME, MEETINGS):
        assert len(visitor.get(address).content) < 45_000
