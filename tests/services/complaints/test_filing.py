"""Taking complaints: number, owner, promise, and what is kept of whom."""

from datetime import datetime
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.tenancy.models import Area, Village
from desa.foundation.trail.models import TrailEvent
from desa.services.complaints.actions import REPORTER, Report, take_complaint
from desa.services.complaints.enums import About, Channel, ComplaintState, Wish
from desa.services.complaints.exceptions import ComplaintRefused, UnknownCategory
from desa.services.complaints.models import Complaint, ComplaintStep, ReporterContact
from tests.services.complaints.conftest import LAMP, WIB, Officials, filed


def test_complaint_gets_number_owner_and_promise(hall: Officials, winog: Area) -> None:
    complaint = filed(area=winog, landmark=" musala ")
    assert complaint.public_number == "PGD-2026-0001"
    assert complaint.owner_office == Office.KAUR_TU
    assert complaint.state == ComplaintState.RECEIVED
    assert complaint.due_at == datetime(2026, 11, 18, 15, 0, tzinfo=WIB)
    assert complaint.landmark == "musala"


def test_numbers_go_on_without_a_gap_and_start_anew_each_year(hall: Officials) -> None:
    assert [filed().number for _turn in range(3)] == [1, 2, 3]
    with pytest.raises(ComplaintRefused):
        filed(text="  ")
    assert filed().number == 4
    with clock.frozen(datetime(2027, 1, 1, 0, 30, tzinfo=WIB)):
        assert filed().public_number == "PGD-2027-0001"


def test_complaint_is_taken_while_the_office_has_set_no_hours(scope: Village) -> None:
    assert filed().due_at == datetime(2026, 11, 18, 15, 0, tzinfo=WIB)


def test_reporter_stands_apart_from_the_case_and_not_in_the_trail(hall: Officials) -> None:
    complaint = filed(name="Nur", phone="0812-3456-7890", wish=Wish.NO_CALL)
    contact = ReporterContact.objects.get(complaint=complaint)
    assert (contact.phone, contact.wish) == ("+6281234567890", Wish.NO_CALL)
    assert "Nur" not in str(contact)
    event = TrailEvent.objects.get(name="complaints.complaint.filed")
    assert event.facts == {"number": "PGD-2026-0001"}
    assert event.actor_label == "Pelapor"
    assert ComplaintStep.objects.get().by_label == ""


def test_unknown_reporter_leaves_no_contact(hall: Officials) -> None:
    assert not filed().contacts.exists()


def test_wrong_phone_is_refused_before_anything_is_kept(hall: Officials) -> None:
    with pytest.raises(ValueProblem):
        filed(phone="0812")
    assert not Complaint.objects.exists()


def test_unknown_category_is_refused(hall: Officials) -> None:
    with pytest.raises(UnknownCategory):
        filed("pesawat")


def test_text_beyond_its_length_is_refused(hall: Officials) -> None:
    with pytest.raises(ValidationError):
        filed(text="a" * 2001)


def test_form_sent_twice_is_one_complaint(hall: Officials) -> None:
    report, key = Report("pju", LAMP, Channel.WEB), uuid4()
    first = take_complaint(by=REPORTER, report=report, key=key)
    assert take_complaint(by=REPORTER, report=report, key=key) == first
    assert Complaint.objects.count() == 1


@pytest.mark.parametrize(
    ("category", "about", "owner"),
    [
        ("layanan", About.OPERATOR, Office.SEKDES),
        ("layanan", About.KADES, Office.BPD),
        ("perangkat", About.SEKDES, Office.KADES),
        ("lainnya", About.BPD, Office.SEKDES),
        ("uang", About.NOBODY, Office.BPD),
        ("uang", About.KADES, Office.BPD),
        ("uang", About.BPD, Office.SEKDES),
    ],
)
def test_complaint_about_an_official_goes_to_someone_else(
    hall: Officials, category: str, about: About, owner: Office
) -> None:
    complaint = filed(category, about=about)
    assert (complaint.owner_office, complaint.restricted) == (owner, True)


def test_database_refuses_a_complaint_owned_by_its_subject(hall: Officials) -> None:
    complaint = filed("layanan", about=About.KADES)
    complaint.owner_office = Office.KADES
    with pytest.raises(IntegrityError), transaction.atomic():
        complaint.save()


def test_person_number_in_the_story_is_covered_and_a_telephone_stays(hall: Officials) -> None:
    complaint = filed(text="Lampu mati. NIK saya 3514995203550001, penipu memakai 0812-0000-1234.")
    assert "3514995203550001" not in complaint.text
    assert "NIK saya •••••, penipu memakai 0812-0000-1234." in complaint.text
