"""Where messages for an official go, and who may change that."""

from datetime import date

import pytest
from django.test import Client

from desa.foundation.accounts.actions import Appointment, appoint, change_contact
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder
from desa.foundation.accounts.queries import offices_by_account, recipient_for
from desa.foundation.core.actions import SystemActor
from desa.foundation.notifications.rules.message import Recipient
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from tests.factories import enter, officeholder, official

BY = SystemActor("uji")
OFFICE_MAIL = "kantor@desa.example"


def _holder(office: Office = Office.SEKDES, **parts: object) -> Officeholder:
    values = {"title": "Jabatan", "name": "Endang", "term_from": date(2024, 1, 1), **parts}
    return appoint(by=BY, appointment=Appointment(office=office, **values))  # type: ignore[arg-type]


@pytest.fixture
def sekdes(scope: Village) -> Client:
    return enter(official(scope, Office.SEKDES))


def test_number_goes_before_mail(scope: Village) -> None:
    _holder(phone="+6281234567890", email="endang@desa.example")
    found = recipient_for(Office.SEKDES, email=OFFICE_MAIL)
    assert found == Recipient("Sekretaris Desa", "+6281234567890", "endang@desa.example")


def test_own_mail_goes_before_that_of_the_office(scope: Village) -> None:
    holder = _holder(email="endang@desa.example")
    assert recipient_for(Office.SEKDES, email=OFFICE_MAIL).email == "endang@desa.example"
    change_contact(by=BY, holder=holder, phone="", email="")
    assert recipient_for(Office.SEKDES, email=OFFICE_MAIL).email == OFFICE_MAIL


def test_office_without_holder_or_contact_falls_back(scope: Village) -> None:
    assert recipient_for(Office.KADES) == Recipient("Kepala Desa")
    assert recipient_for(Office.KADES, email=OFFICE_MAIL) == Recipient(
        "Kepala Desa", email=OFFICE_MAIL
    )


def test_who_left_the_office_gets_nothing_any_more(scope: Village) -> None:
    _holder(phone="+6281111111111", term_to=date(2024, 12, 31))
    assert recipient_for(Office.SEKDES).phone == ""
    _holder(phone="+6281222222222", term_from=date(2025, 1, 1))
    assert recipient_for(Office.SEKDES).phone == "+6281222222222"


def test_of_several_the_one_with_a_number_is_reached(scope: Village) -> None:
    _holder(Office.BPD, name="Sutrisno")
    _holder(Office.BPD, name="Maimunah", phone="+6281333333333")
    _holder(Office.BPD, name="Karyono", email="karyono@desa.example")
    assert recipient_for(Office.BPD).phone == "+6281333333333"


def test_sekdes_writes_the_number_as_people_do_and_reads_it_so(sekdes: Client) -> None:
    holder = officeholder()
    path = f"/kantor/akun/pejabat/{holder.public_id}/kontak/"
    answer = sekdes.post(path, {"phone": "0812 3456 7890", "email": "kades@desa.example"})
    assert answer["Location"] == "/kantor/akun/pejabat/"
    holder.refresh_from_db()
    assert (holder.phone, holder.email) == ("+6281234567890", "kades@desa.example")
    assert "0812-3456-7890" in sekdes.get(path).content.decode()
    assert "0812" not in sekdes.get("/kantor/akun/pejabat/").content.decode()


def test_wrong_number_is_told_and_nothing_is_kept(sekdes: Client) -> None:
    holder = officeholder()
    path = f"/kantor/akun/pejabat/{holder.public_id}/kontak/"
    answer = sekdes.post(path, {"phone": "0812", "email": "kades"})
    assert answer.status_code == 422
    assert "Nomor HP ini tidak lengkap" in answer.content.decode()
    holder.refresh_from_db()
    assert (holder.phone, holder.email) == ("", "")


def test_trail_tells_that_it_changed_but_not_to_what(scope: Village) -> None:
    change_contact(by=BY, holder=_holder(), phone="+6281234567890", email="a@desa.example")
    event = TrailEvent.objects.get(name="accounts.officeholder.contact_changed")
    assert "6281234567890" not in str(event.facts)
    assert "a@desa.example" not in str(event.facts)


def test_appointment_keeps_both(sekdes: Client) -> None:
    data = {
        "office": "bpd", "title": "Ketua BPD", "standing": "definitif", "name": "Sutrisno",
        "term_from": "01-01-2025", "phone": "0813-3333-3333", "email": "bpd@desa.example",
    }  # fmt: skip
    assert sekdes.post("/kantor/akun/pejabat/", data).status_code == 302
    assert recipient_for(Office.BPD) == Recipient(
        "Anggota BPD", "+6281333333333", "bpd@desa.example"
    )


def test_offices_of_each_account_that_can_work_today(
    scope: Village, other_village: Village
) -> None:
    here, gone = official(scope, Office.BPD), official(scope, Office.KADES)
    off = official(scope, Office.SEKDES)
    official(other_village, Office.OPERATOR)
    gone.memberships.update(valid_from=date(2024, 1, 1), valid_to=date(2025, 1, 1))
    off.is_active = False
    off.save()
    assert offices_by_account() == {here.pk: frozenset({Office.BPD})}
