"""What a partner stands on, who belongs to it, what it owes."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.notifications.models import Notice
from desa.foundation.tenancy.models import Village
from desa.people.partners.actions import (
    DeliverableFacts,
    MemberFacts,
    PartnerFacts,
    add_member,
    correct_partner,
    end_basis,
    end_member,
    give_account,
    promise_deliverable,
    receive_deliverable,
    register_partner,
    remind_expiring,
    remove_partner,
    take_account,
)
from desa.people.partners.enums import DeliverableKind, PartnerKind
from desa.people.partners.exceptions import PartnersRefused
from desa.people.partners.models import Member, Partner, Representative
from desa.people.partners.presenters import deliverable_state, partner_rows
from desa.people.partners.queries import (
    count_expiring,
    expiring,
    find_partners,
    free_accounts,
    members_on,
    partner_of,
    partners,
    term,
)
from desa.people.partners.tasks import run_remind
from desa.people.residents.models import Person
from tests.factories import official
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    TUESDAY,
    basis,
    days,
    owed,
    partner,
    picture,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("scope")]


def _person(name: str = "ANTON WIJAYA", nik: str = "3514990101900001") -> Person:
    return Person.objects.create(nik=nik, name=name, sex=1, search_text=name.lower())


def _chip(one: Partner, day: date = TODAY) -> str:
    return term(partners().get(pk=one.pk).bases.all(), day).chip


def test_name_is_taken_once() -> None:
    partner("Pokmas G4S")
    with pytest.raises(ValidationError, match="sudah tercatat"):
        partner("Pokmas G4S")


def test_removed_name_is_free_again_and_its_contact_is_gone() -> None:
    one = partner("Pokmas G4S", contact_name="Anton", contact_phone="+6281234567890")
    remove_partner(by=CLERK, partner=one)
    row = Partner.base_objects.get(pk=one.pk)
    assert (row.contact_name, row.contact_phone) == ("", "")
    assert row.removed_by_label == "uji"
    assert partner("Pokmas G4S").pk != one.pk


def test_correction_names_what_changed() -> None:
    one = partner("G4S")
    facts = PartnerFacts(PartnerKind.POKMAS, "Go4Sumbergedang", "G4S")
    found = correct_partner(by=CLERK, partner=one, facts=facts)
    assert (found.name, found.short, str(found)) == ("Go4Sumbergedang", "G4S", "G4S")


@pytest.mark.parametrize("phone", ["0812", "08123456789012345678", "abc"])
def test_contact_is_a_phone_number(phone: str) -> None:
    with pytest.raises(ValidationError):
        register_partner(
            by=CLERK, facts=PartnerFacts(PartnerKind.CSR, "PT Contoh", contact_phone=phone)
        )


def test_without_a_basis_it_stands_on_nothing() -> None:
    assert _chip(partner()) == "idle"


def test_basis_by_its_days() -> None:
    one = partner()
    basis(one, date(2027, 6, 30), since=date(2026, 1, 2))
    assert _chip(one, date(2026, 1, 1)) == "idle"
    assert _chip(one, date(2026, 1, 2)) == "ok"
    assert _chip(one, date(2027, 4, 30)) == "ok"
    assert _chip(one, date(2027, 5, 1)) == "wait"
    assert _chip(one, date(2027, 6, 30)) == "wait"
    assert _chip(one, date(2027, 7, 1)) == "late"


def test_basis_without_end_holds() -> None:
    one = partner()
    basis(one, None)
    assert _chip(one, date(2090, 1, 1)) == "ok"


def test_newer_basis_takes_over() -> None:
    one = partner()
    basis(one, days(10))
    assert [row.partner for row in expiring()] == [one]
    basis(one, days(500), number="188/9/2026")
    assert expiring() == []
    assert _chip(one, days(11)) == "ok"


def test_ended_basis_holds_no_more_and_says_why() -> None:
    one = partner()
    row = end_basis(by=CLERK, basis=basis(one, None), on=TODAY, reason="Pengurus mundur")
    assert _chip(one) == "late"
    assert _chip(one, days(-1)) == "ok"
    with pytest.raises(PartnersRefused, match="Sudah diakhiri"):
        end_basis(by=CLERK, basis=row, on=TODAY, reason="Lagi")


def test_basis_does_not_end_before_it_begins() -> None:
    with pytest.raises(PartnersRefused) as refused:
        end_basis(by=CLERK, basis=basis(partner()), on=date(2026, 1, 1), reason="Salah")
    assert refused.value.field == "on"
    with pytest.raises(ValidationError, match="lebih awal"):
        basis(partner("Lain"), date(2026, 1, 1))


def test_number_stands_once_for_a_partner() -> None:
    one = partner()
    basis(one)
    with pytest.raises(ValidationError, match="Nomor ini sudah tercatat"):
        basis(one)
    assert basis(partner("Lain")).pk


def test_sekdes_is_told_once_for_each_end() -> None:
    """H-60: told on the first day within sixty days, not again the next."""
    one = partner("Pokmas G4S")
    row = basis(one, date(2026, 12, 31))
    assert count_expiring() == 1
    run_remind({})
    run_remind({})
    notice = Notice.objects.get()
    assert "Pokmas G4S" in notice.text
    assert "188/4" not in notice.text
    row.refresh_from_db()
    assert row.alarmed_for == date(2026, 12, 31)


def test_nobody_is_told_61_days_before() -> None:
    basis(partner(), days(61))
    assert remind_expiring(by=CLERK) == []
    with clock.frozen(TUESDAY + timedelta(days=1)):
        assert len(remind_expiring(by=CLERK)) == 1


def test_member_from_the_register_has_its_name() -> None:
    person = _person()
    row = add_member(
        by=CLERK, partner=partner(), facts=MemberFacts("anton", "Ketua", TODAY, True, person)
    )
    assert (row.name, row.person, row.is_officer) == ("ANTON WIJAYA", person, True)


def test_resident_is_a_member_once_at_a_time() -> None:
    one, person = partner(), _person()
    facts = MemberFacts("", "Ketua", days(-30), True, person)
    row = add_member(by=CLERK, partner=one, facts=facts)
    with pytest.raises(ValidationError, match="sudah menjadi anggota"):
        add_member(by=CLERK, partner=one, facts=facts)
    end_member(by=CLERK, member=row, on=days(-1))
    later = MemberFacts("", "Anggota", TODAY, False, person)
    assert add_member(by=CLERK, partner=one, facts=later).pk != row.pk


def test_membership_is_dated() -> None:
    one = partner()
    row = add_member(by=CLERK, partner=one, facts=MemberFacts("Eko", "Anggota", days(-5)))
    end_member(by=CLERK, member=row, on=TODAY)
    assert members_on(one, days(-6)) == []
    assert [member.name for member in members_on(one, TODAY)] == ["Eko"]
    assert members_on(one, days(1)) == []


def test_membership_ends_once_and_after_its_start() -> None:
    row = add_member(by=CLERK, partner=partner(), facts=MemberFacts("Eko", "Anggota", TODAY))
    with pytest.raises(PartnersRefused) as refused:
        end_member(by=CLERK, member=row, on=days(-1))
    assert refused.value.field == "on"
    end_member(by=CLERK, member=row, on=TODAY)
    with pytest.raises(PartnersRefused, match="Sudah diakhiri"):
        end_member(by=CLERK, member=Member.objects.get(), on=TODAY)


def test_account_speaks_for_one_partner(pokmas: User) -> None:
    one, other = partner("A"), partner("B")
    assert free_accounts() == [pokmas]
    row = give_account(by=CLERK, partner=one, user=pokmas)
    assert partner_of(pokmas) == one
    assert free_accounts() == []
    with pytest.raises(PartnersRefused, match="masih bebas"):
        give_account(by=CLERK, partner=other, user=pokmas)
    take_account(by=CLERK, representative=row)
    assert partner_of(pokmas) is None


def test_account_of_another_office_speaks_for_nobody(scope: Village) -> None:
    with pytest.raises(PartnersRefused):
        give_account(by=CLERK, partner=partner(), user=official(scope, Office.OPERATOR))


def test_removed_partner_has_no_voice(pokmas: User) -> None:
    one = partner()
    give_account(by=CLERK, partner=one, user=pokmas)
    remove_partner(by=CLERK, partner=one)
    assert partner_of(pokmas) is None
    assert not Representative.objects.exists()


def test_handover_of_passwords_is_a_deliverable() -> None:
    row = owed(partner(), days(10))
    assert deliverable_state(row)[0] == "run"
    file = picture()
    found = receive_deliverable(
        by=CLERK, deliverable=row, on=TODAY, evidence="Berita acara serah terima", file=file
    )
    assert (found.done_on, found.file) == (TODAY, file)
    assert deliverable_state(found)[0] == "ok"
    with pytest.raises(PartnersRefused, match="sudah dicatat"):
        receive_deliverable(by=CLERK, deliverable=row, on=TODAY, evidence="Lagi")


def test_deliverable_that_is_late_says_so() -> None:
    row = owed(partner(), days(-1))
    assert deliverable_state(row)[0] == "late"
    found = receive_deliverable(by=CLERK, deliverable=row, on=TODAY, evidence="BA")
    assert "terlambat" in str(deliverable_state(found)[1])


def test_deliverable_needs_evidence_and_a_day_that_came() -> None:
    row = owed(partner())
    with pytest.raises(ValidationError):
        receive_deliverable(by=CLERK, deliverable=row, on=TODAY, evidence="")
    with pytest.raises(PartnersRefused) as refused:
        receive_deliverable(by=CLERK, deliverable=row, on=days(1), evidence="BA")
    assert refused.value.field == "on"


def test_decree_promises_nothing() -> None:
    facts = DeliverableFacts(DeliverableKind.REPORT, "Laporan", TODAY)
    with pytest.raises(PartnersRefused, match="perjanjian"):
        promise_deliverable(by=CLERK, basis=basis(partner()), facts=facts)


def test_search_finds_by_name() -> None:
    one = partner("Pokmas Go4Sumbergedang")
    found = find_partners("go4", 5)
    assert [(hit.title, hit.url) for hit in found] == [
        (one.name, f"/kantor/mitra/{one.public_id}/")
    ]
    assert find_partners("tidak ada", 5) == []


def test_list_shows_until_when() -> None:
    one = partner()
    basis(one, days(300))
    (row,) = partner_rows(partners())
    assert (row.partner, row.until, row.term.chip) == (one, days(300), "ok")
