"""The office's pages and the page of a partner, by their forms."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.tenancy.models import Village
from desa.people.partners.actions import give_account, make_link
from desa.people.partners.enums import ActivityState, Answer, MoneyClass
from desa.people.partners.models import (
    Activity,
    Basis,
    Fund,
    Meeting,
    Member,
    Participation,
    Partner,
    Representative,
)
from desa.people.residents.actions.indexing import index_people
from desa.people.residents.models import Person
from tests.factories import enter, official
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    agreement,
    basis,
    days,
    decided,
    held,
    joint,
    owed,
    partner,
    planned,
    told,
)
from tests.people.partners.sending import DESK, MEETINGS, html_of, key_of, photo, refused, sent

pytestmark = pytest.mark.django_db


def _residents(name: str, number: int) -> list[Person]:
    """Namesakes as the register's own search finds them."""
    people = [
        Person.objects.create(
            nik=f"351499010190000{place}", name=name, sex=1, search_text=name.casefold()
        )
        for place in range(number)
    ]
    index_people([(person.pk, person.search_text) for person in people])
    return people


def test_empty_desk_says_where_to_begin(sekdes: Client) -> None:
    page = html_of(sekdes)
    assert "Belum ada mitra yang dicatat." in page
    assert "Mulai dari kelompok yang sudah punya SK." in page


def test_partner_is_recorded_once_however_often_it_is_sent(sekdes: Client) -> None:
    address = f"{DESK}baru/"
    data = {"kind": "pokmas", "name": "Pokmas G4S", "kirim_id": key_of(sekdes, address)}
    first, second = (sekdes.post(address, data) for _tap in range(2))
    one = Partner.objects.get()
    assert first["Location"] == second["Location"] == f"{DESK}{one.public_id}/"


def test_partner_without_a_name_is_asked_for_again(sekdes: Client) -> None:
    page = refused(sekdes, f"{DESK}baru/", kind="pokmas", name="")
    assert "Nama mitra belum diisi." in page
    assert not Partner.objects.exists()


def test_twin_name_is_told_at_its_field(sekdes: Client) -> None:
    partner("Pokmas G4S")
    page = refused(sekdes, f"{DESK}baru/", kind="pokmas", name="Pokmas G4S")
    assert "Mitra dengan nama ini sudah tercatat." in page


def test_partner_is_corrected_and_removed(sekdes: Client) -> None:
    one = partner("Pokmas G4S", contact_phone="+6281234567890")
    address = f"{DESK}{one.public_id}/"
    sent(sekdes, f"{address}perbaiki/", kind="pokmas", name="Go4Sumbergedang", short="G4S")
    assert Partner.objects.get().short == "G4S"
    sekdes.post(f"{address}hapus/")
    assert not Partner.objects.exists()
    assert sekdes.get(address).status_code == 404


def test_desk_warns_of_a_basis_that_runs_out(sekdes: Client) -> None:
    basis(partner("Pokmas G4S"))
    page = html_of(sekdes)
    assert "1 dasar mitra habis dalam 60 hari." in page
    assert "31 Desember 2026" in page
    assert '<span class="badge">1</span>' in page


def test_basis_is_recorded_and_ended(sekdes: Client) -> None:
    one = partner()
    address = f"{DESK}{one.public_id}/"
    sent(
        sekdes,
        f"{address}dasar/",
        kind="sk",
        number="188/4/2026",
        signed_on="2-1-2026",
        valid_from="2 Januari 2026",
        valid_to="31-12-2026",
    )
    row = Basis.objects.get()
    assert "Segera habis" in html_of(sekdes, address)
    end = f"{DESK}dasar/{row.public_id}/akhiri/"
    assert "lebih awal" in refused(sekdes, end, on="1-1-2026", reason="Salah")
    assert "Alasannya belum ditulis" in refused(sekdes, end, on="24-11-2026", reason="")
    sent(sekdes, end, on="24-11-2026", reason="Pengurus mundur")
    page = html_of(sekdes, address)
    assert "Sudah habis" in page
    assert "Pengurus mundur" in page


def test_basis_that_ends_first_is_told_at_its_field(sekdes: Client) -> None:
    page = refused(
        sekdes,
        f"{DESK}{partner().public_id}/dasar/",
        kind="sk",
        number="1",
        signed_on="2-1-2026",
        valid_from="2-1-2026",
        valid_to="1-1-2026",
    )
    assert "lebih awal daripada tanggal mulai" in page


def test_member_is_chosen_among_namesakes(sekdes: Client) -> None:
    people = _residents("SLAMET", 2)
    one = partner()
    address = f"{DESK}{one.public_id}/anggota/"
    data = {"name": "slamet", "role": "Ketua", "since": "2-1-2026", "is_officer": "on"}
    page = refused(sekdes, address, **data)
    assert "Pilih orangnya" in page
    assert page.count('name="person"') == 3
    sent(sekdes, address, **data, person=people[1].public_id)
    row = Member.objects.get()
    assert (row.person, row.is_officer) == (people[1], True)
    assert "SLAMET" in html_of(sekdes, f"{DESK}{one.public_id}/")


def test_member_who_is_no_resident_is_written_by_name(sekdes: Client) -> None:
    one = partner()
    address = f"{DESK}{one.public_id}/anggota/"
    sent(sekdes, address, name="Dr. Contoh", role="Pembina", since="2-1-2026")
    row = Member.objects.get()
    assert (row.person, row.name) == (None, "Dr. Contoh")
    sent(sekdes, f"{DESK}anggota/{row.public_id}/akhiri/", on="24-11-2026")
    row.refresh_from_db()
    assert row.until == TODAY


def test_unlisted_namesake_is_no_resident(sekdes: Client) -> None:
    _residents("SLAMET", 1)
    data = {"name": "slamet", "role": "Anggota", "since": "2-1-2026", "person": "-"}
    sent(sekdes, f"{DESK}{partner().public_id}/anggota/", **data)
    assert Member.objects.get().person is None


def test_agreement_hands_over_the_passwords(sekdes: Client) -> None:
    one = partner("Universitas Contoh", "kampus")
    row = agreement(one)
    sent(
        sekdes,
        f"{DESK}dasar/{row.public_id}/serahan/",
        kind="serah_kode",
        title="Semua sandi dan kode",
        due_on="30-11-2026",
    )
    page = html_of(sekdes, f"{DESK}{one.public_id}/")
    assert "Serah terima sandi dan kode" in page
    assert "Belum jatuh tempo" in page
    owed_one = one.bases.get().deliverables.get()
    done = f"{DESK}serahan/{owed_one.public_id}/"
    assert "Tulis apa yang menunjukkan" in refused(sekdes, done, on="24-11-2026", evidence="")
    sent(sekdes, done, on="24-11-2026", evidence="Berita acara", photo=photo())
    owed_one.refresh_from_db()
    assert owed_one.file is not None
    assert "Diserahkan" in html_of(sekdes, f"{DESK}{one.public_id}/")


def test_text_that_is_no_photo_is_told(sekdes: Client) -> None:
    row = owed(partner())
    bad = SimpleUploadedFile("foto.jpg", b"bukan foto", "image/jpeg")
    page = refused(
        sekdes, f"{DESK}serahan/{row.public_id}/", on="24-11-2026", evidence="BA", photo=bad
    )
    assert "foto" in page.lower()
    row.refresh_from_db()
    assert row.done_on is None


def test_account_is_given_and_taken(sekdes: Client, pokmas: User) -> None:
    one = partner()
    address = f"{DESK}{one.public_id}/"
    sent(sekdes, f"{address}akun/", user=str(pokmas.pk))
    assert pokmas.name in html_of(sekdes, address)
    row = Representative.objects.get()
    sekdes.post(f"{DESK}akun/{row.public_id}/cabut/")
    assert not Representative.objects.exists()


def test_activity_from_plan_to_confirmation(sekdes: Client, visitor: Client) -> None:
    """J8 step 4."""
    g4s, taruna = partner("Pokmas G4S"), partner("Karang Taruna", "karang_taruna")
    where = sent(
        sekdes,
        f"{DESK}kegiatan/baru/",
        title="Kelas HP",
        planned_on="24-11-2026",
        place="Balai desa",
        partners=[str(g4s.pk), str(taruna.pk)],
        with_village="on",
    )
    made = Activity.objects.get()
    assert where == f"{DESK}kegiatan/{made.public_id}/"
    sent(sekdes, f"{where}uang/", money_class="iuran", amount="1.500.000")
    sent(sekdes, f"{where}uang/", money_class="csr", amount="2.000.000", in_kind="on")
    sent(
        sekdes,
        f"{where}selesai/",
        done_on="24-11-2026",
        attendance="22",
        result="Berjalan lancar",
        photo=photo(),
    )
    page = html_of(sekdes, where)
    assert "Menunggu jawaban mitra" in page
    assert "Rp1.500.000" in page
    assert "taksiran barang atau tenaga" in page
    for side in made.participations.all():
        shown = sekdes.post(f"{DESK}tautan/{side.public_id}/").content.decode()
        link = re.findall(r"http://testserver(/mitra/konfirmasi/[^\s<]+)", shown)[0]
        assert "Apakah kelompok Anda ikut?" in html_of(visitor, link)
        thanks = visitor.post(link, {"answer": "ya"}).content.decode()
        assert "jawaban tersimpan" in thanks
    page = html_of(sekdes, where)
    assert "Dibenarkan semua pihak" in page
    assert sekdes.get(f"{where}foto.jpg")["Content-Type"] == "image/jpeg"


def test_activity_needs_a_partner(sekdes: Client) -> None:
    partner()
    page = refused(sekdes, f"{DESK}kegiatan/baru/", title="Rapat", planned_on="24-11-2026")
    assert "Pilih paling sedikit satu mitra." in page


def test_one_side_is_told_at_its_field(sekdes: Client) -> None:
    one = partner()
    page = refused(
        sekdes,
        f"{DESK}kegiatan/baru/",
        title="Rapat",
        planned_on="24-11-2026",
        partners=[str(one.pk)],
    )
    assert "perlu dua pihak" in page


def test_grant_without_nphd_is_told_at_its_field(sekdes: Client) -> None:
    made = planned(partner())
    page = refused(
        sekdes,
        f"{DESK}kegiatan/{made.public_id}/uang/",
        money_class="hibah_provinsi",
        amount="15.000.000",
    )
    assert "wajib menyebut nomor dan tanggal NPHD" in page
    assert not Fund.objects.exists()


def test_money_is_dropped_by_a_button(sekdes: Client) -> None:
    made = planned(partner())
    where = f"{DESK}kegiatan/{made.public_id}/"
    sent(sekdes, f"{where}uang/", money_class=MoneyClass.DUES, amount="500.000")
    sekdes.post(f"{DESK}uang/{Fund.objects.get().public_id}/hapus/")
    assert "Belum ada uang yang dicatat." in html_of(sekdes, where)


def test_activity_is_cancelled_with_a_reason(sekdes: Client) -> None:
    made = planned(partner())
    where = f"{DESK}kegiatan/{made.public_id}/"
    sent(sekdes, f"{where}batal/", reason="Hujan deras")
    made.refresh_from_db()
    assert made.state == ActivityState.CANCELLED
    assert "Hujan deras" in html_of(sekdes, where)
    assert "dibatalkan" in refused(sekdes, f"{where}batal/", reason="Lagi")


def test_link_after_the_answer_is_refused_in_words(sekdes: Client) -> None:
    side = joint(partner()).participations.get()
    answer = sekdes.post(f"{DESK}tautan/{side.public_id}/")
    assert answer.status_code == 409
    assert "Sudah dijawab" in answer.content.decode()


def test_readers_see_no_button(scope: Village) -> None:
    kades, one = enter(official(scope, Office.KADES)), partner()
    owed(one)
    told(one)
    decided(held(), days(5), one)
    for address in (
        DESK,
        f"{DESK}{one.public_id}/",
        f"{DESK}kegiatan/{Activity.objects.get().public_id}/",
        f"{MEETINGS}{Meeting.objects.get().public_id}/",
    ):
        page = html_of(kades, address)
        for word in ("Catat mitra", "Perbaiki", "Sudah selesai", "Ubah tanggal", "Buat tautan"):
            assert word not in page


def test_partner_sees_its_own_page_only(pokmas: User) -> None:
    own, other = partner("Pokmas G4S"), partner("Karang Taruna")
    give_account(by=CLERK, partner=own, user=pokmas)
    made = told(own, other)
    ours = enter(pokmas)
    page = html_of(ours, f"{DESK}kita/")
    assert "Pokmas G4S" in page
    assert "Menunggu jawaban Anda" in page
    for address in (DESK, f"{DESK}{own.public_id}/", f"{DESK}{other.public_id}/", MEETINGS):
        assert ours.get(address).status_code == 403
    assert ours.get(f"{DESK}kita/lembar.pdf").content.startswith(b"%PDF")
    theirs = made.participations.get(partner=other)
    answer = ours.post(f"{DESK}kita/{theirs.public_id}/", {"answer": "ya"})
    assert answer.status_code == 409
    mine = made.participations.get(partner=own)
    assert ours.post(f"{DESK}kita/{mine.public_id}/", {}).status_code == 400
    ours.post(f"{DESK}kita/{mine.public_id}/", {"answer": "ya", "note": "Benar"})
    mine.refresh_from_db()
    assert (mine.answer, mine.note) == (Answer.CONFIRMED, "Benar")
    assert "Menunggu jawaban Anda" not in html_of(ours, f"{DESK}kita/")


def test_account_without_a_group_is_told_whom_to_ask(pokmas: User) -> None:
    page = html_of(enter(pokmas), f"{DESK}kita/")
    assert "belum dihubungkan dengan kelompok" in page


def test_search_of_the_office_finds_partners(sekdes: Client) -> None:
    partner("Pokmas Go4Sumbergedang")
    answer = sekdes.post("/kantor/cari/", {"q": "Go4Sumbergedang"})
    assert "Pokmas Go4Sumbergedang" in answer.content.decode()


def test_link_is_shown_once_only(sekdes: Client) -> None:
    side = told(partner()).participations.get()
    code = make_link(by=CLERK, participation=Participation.objects.get()).value
    page = html_of(sekdes, f"{DESK}kegiatan/{side.activity.public_id}/")
    assert code not in page
